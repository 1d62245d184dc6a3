package read

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"
)

// gzipEnding is that of a file that is packed by itself.
const gzipEnding = ".gz"

// ungzipped is the file that a gzip file holds; other files, and WARC, which is read as it is
// unpacked, stay as they are.
func ungzipped(in input) (input, error) {
	if !bytes.HasPrefix(in.data, []byte("\x1F\x8B")) {
		return in, nil
	}
	r, err := gzip.NewReader(bytes.NewReader(in.data))
	if err != nil {
		return in, errors.New("a gzip file that is damaged or breaks off")
	}
	var start [5]byte
	n, _ := io.ReadFull(r, start[:])
	if string(start[:n]) == "WARC/" || strings.HasSuffix(strings.ToLower(in.name), warc.Endings[1]) {
		return in, nil
	}
	most := in.limits.Of("file-bytes")
	rest, err := io.ReadAll(io.LimitReader(r, most-int64(n)+1))
	if int64(n+len(rest)) > most {
		return in, fmt.Errorf("it unpacks to more than %s", tooMuch("file-bytes", most))
	}
	if err != nil {
		return in, errors.New("a gzip file that is damaged or breaks off")
	}
	name, url, kind, charset := in.name, in.url, in.kind, in.charset
	if in, err = in.within(append(start[:n:n], rest...)); err != nil {
		return in, err
	}
	in.name, in.url, in.charset = name, url, charset
	if strings.HasSuffix(strings.ToLower(name), gzipEnding) {
		in.name = name[:len(name)-len(gzipEnding)]
	} else if !strings.Contains(kind, "gzip") {
		in.kind = kind
	}
	return ungzipped(in) // what is packed twice
}
