package web

import (
	"fmt"
	"net/netip"
	"syscall"
)

// private are the ranges that aren't on the public network beside those that
// package netip knows: shared, benchmarking, reserved and translated addresses.
var private = func() []netip.Prefix {
	var all []netip.Prefix
	for _, s := range []string{
		"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "198.18.0.0/15", "240.0.0.0/4",
		"64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/32", "2002::/16", "fec0::/10",
	} {
		all = append(all, netip.MustParsePrefix(s))
	}
	return all
}()

// isPublic reports whether an address is on the public network.
func isPublic(a netip.Addr) bool {
	a = a.Unmap().WithZone("")
	if a.IsLoopback() || a.IsPrivate() || a.IsLinkLocalUnicast() || a.IsMulticast() || a.IsUnspecified() || !a.IsValid() {
		return false
	}
	for _, p := range private {
		if p.Contains(a) {
			return false
		}
	}
	return true
}

// publicOnly refuses a connection to an address that isn't on the public network.
// It is called after the name is resolved, for every connection.
func publicOnly(_, address string, _ syscall.RawConn) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil || !isPublic(at.Addr()) {
		return privateError(address)
	}
	return nil
}

// privateError is an address that is not to be asked.
type privateError string

func (p privateError) Error() string {
	return fmt.Sprintf("its address %s is of this machine or a network of its own; --allow-private allows that", string(p))
}
