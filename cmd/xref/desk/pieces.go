package desk

import "io"

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
