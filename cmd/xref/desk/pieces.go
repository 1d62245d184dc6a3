package desk

import (
	"compress/gzip"
	"io"
	"net/http"
	"strconv"
	"strings"
)

// pieceBytes is the room that pieces grow by.
const pieceBytes = 256 << 10

// pieces is a page as it is kept: in pieces, so that none of its growing takes its size
// once more.
type pieces struct {
	full [][]byte
	last []byte
	size int
}

func (p *pieces) Write(data []byte) (int, error) {
	p.size += len(data)
	for rest := data; len(rest) > 0; {
		if p.last == nil {
			p.last = make([]byte, 0, pieceBytes)
		}
		n := copy(p.last[len(p.last):cap(p.last)], rest)
		p.last, rest = p.last[:len(p.last)+n], rest[n:]
		if len(p.last) == cap(p.last) {
			p.full, p.last = append(p.full, p.last), nil
		}
	}
	return len(data), nil
}

// WriteTo writes all of it.
func (p *pieces) WriteTo(w io.Writer) (written int64, err error) {
	for _, piece := range append(p.full[:len(p.full):len(p.full)], p.last) {
		n, err := w.Write(piece)
		written += int64(n)
		if err != nil {
			return written, err
		}
	}
	return written, nil
}

// packed is a page as it is kept and sent: compressed, which is a seventh.
type packed struct {
	pieces
	whole int // bytes, unpacked
}

// packedPage packs what write writes.
func packedPage(write func(io.Writer) error) (*packed, error) {
	p := &packed{}
	to, err := gzip.NewWriterLevel(&p.pieces, gzip.BestSpeed)
	if err != nil {
		return nil, err
	}
	count := counting{to: to}
	if err := write(&count); err != nil {
		return nil, err
	}
	p.whole = count.bytes
	return p, to.Close()
}

// counting counts what is written.
type counting struct {
	to    io.Writer
	bytes int
}

func (c *counting) Write(data []byte) (int, error) {
	n, err := c.to.Write(data)
	c.bytes += n
	return n, err
}

// send answers with the page: as it is kept to browsers, unpacked to who doesn't take that.
func (p *packed) send(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Vary", "Accept-Encoding")
	if takesGzip(r.Header.Get("Accept-Encoding")) {
		w.Header().Set("Content-Encoding", "gzip")
		w.Header().Set("Content-Length", strconv.Itoa(p.size))
		p.WriteTo(w)
		return
	}
	w.Header().Set("Content-Length", strconv.Itoa(p.whole))
	from, to := io.Pipe()
	defer from.Close()
	go func() {
		_, err := p.WriteTo(to)
		to.CloseWithError(err)
	}()
	if unpacked, err := gzip.NewReader(from); err == nil {
		io.Copy(w, unpacked)
	}
}

// takesGzip reports whether an Accept-Encoding header names gzip (RFC 9110, 12.5.3).
func takesGzip(header string) bool {
	for _, coding := range strings.Split(header, ",") {
		name, weight, _ := strings.Cut(coding, ";")
		if strings.EqualFold(strings.TrimSpace(name), "gzip") {
			_, q, _ := strings.Cut(weight, "=")
			value, err := strconv.ParseFloat(strings.TrimSpace(q), 64)
			return err != nil || value > 0
		}
	}
	return false
}
