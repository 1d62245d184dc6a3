//go:build !amd64 && !arm64

package encoder

// sets are the kernels that this machine has, the fastest first.
func sets() []*kernels { return []*kernels{&plain} }
