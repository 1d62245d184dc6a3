package read

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/textproto"
	"strconv"
	"strings"

	"xref/extract/read/web"
)

// warc is the archive format of web crawlers, plain or gzip.
var warc = Format{
	Name:    "WARC",
	Endings: []string{".warc", ".warc.gz"},
	Kinds:   []string{"application/warc"},
	Reads:   "each response or resource that is an article, with its address",
	Limit:   "archive-bytes",
	Like: func(head []byte) bool {
		return bytes.HasPrefix(head, []byte("WARC/")) || bytes.HasPrefix(head, []byte("\x1F\x8B"))
	},
	Read: func(in input) (contents, error) {
		var out contents
		records, err := readWARC(in, bytes.NewReader(in.data), &out, nil)
		switch {
		case err != nil && len(out.documents) == 0:
			return contents{}, in.skip(err.Error())
		case err != nil:
			out.skipped = append(out.skipped, Skipped{Path: in.path, Part: "the rest", Reason: err.Error()})
		case len(out.documents) == 0:
			return contents{}, noneOf(in, records)
		}
		return out, nil
	},
}

// readWARC adds the articles of an archive: those of the addresses in only, or of
// all where it is nil. Where it breaks off, what was read till there stays. What is
// larger than a server may send is passed over.
func readWARC(in input, packed io.Reader, out *contents, only map[string]bool) (records int, err error) {
	most, largest := in.limits.Of("unpacked-bytes"), in.limits.Of("fetch-bytes")
	start := bufio.NewReader(packed)
	counter := &limited{in: start, left: most}
	if magic, err := start.Peek(2); err == nil && string(magic) == "\x1F\x8B" {
		unzipped, err := gzip.NewReader(start)
		if err != nil {
			return 0, fmt.Errorf("a gzip archive that can't be unpacked: %w", err)
		}
		counter.in = unzipped
	}
	r := bufio.NewReaderSize(counter, 64<<10)
	entries := int(in.limits.Of("entries"))
	for {
		header, err := nextRecord(r)
		if errors.Is(err, io.EOF) {
			return records, nil
		}
		if err == nil && records >= entries {
			return records, errors.New("more records than " + tooMuch("entries", int64(entries)))
		}
		var block []byte
		if err == nil {
			block, err = recordBlock(r, header, most, largest)
		}
		if counter.left < 0 {
			return records, errors.New("it unpacks to more than " + tooMuch("unpacked-bytes", most))
		}
		if err != nil {
			return records, fmt.Errorf("record %d: %w", records+1, err)
		}
		records++
		url := strings.Trim(header.Get("WARC-Target-URI"), "<>")
		if len(block) == 0 || only != nil && !only[url] {
			continue
		}
		c := capture{url: url}
		switch header.Get("WARC-Type") {
		case "response":
			if !isLink(url) || !httpResponse(block, largest, &c) {
				continue
			}
		case "resource", "conversion":
			c.kind, c.body = header.Get("Content-Type"), block
		default:
			continue
		}
		if err := out.captured(in, c, fmt.Sprintf("record %d", records)); err != nil {
			return records, err
		}
	}
}

// limited reads no more than what is left, and goes below 0 where there is more.
type limited struct {
	in   io.Reader
	left int64
}

func (l *limited) Read(p []byte) (int, error) {
	n, err := l.in.Read(p)
	if l.left -= int64(n); l.left < 0 {
		return 0, errors.New("too large")
	}
	return n, err
}

// nextRecord reads the head of the next record; io.EOF is the end of the archive.
func nextRecord(r *bufio.Reader) (textproto.MIMEHeader, error) {
	for {
		l, err := r.ReadSlice('\n')
		if errors.Is(err, io.EOF) && len(bytes.TrimSpace(l)) == 0 {
			return nil, io.EOF
		}
		if err != nil {
			return nil, errors.New("it breaks off or is no WARC record")
		}
		if len(bytes.TrimSpace(l)) == 0 {
			continue
		}
		if !bytes.HasPrefix(l, []byte("WARC/")) {
			return nil, errors.New("no WARC record where one should begin")
		}
		header, err := textproto.NewReader(r).ReadMIMEHeader()
		if err != nil {
			return nil, errors.New("a record whose head can't be read")
		}
		return header, nil
	}
}

// recordBlock reads what a record holds; nothing of one that is larger than largest.
func recordBlock(r *bufio.Reader, header textproto.MIMEHeader, most, largest int64) ([]byte, error) {
	length, err := strconv.ParseInt(strings.TrimSpace(header.Get("Content-Length")), 10, 64)
	if err != nil || length < 0 {
		return nil, errors.New("a record without a length")
	}
	if length > most {
		return nil, errors.New("a record larger than " + tooMuch("unpacked-bytes", most))
	}
	if length > largest {
		if n, err := io.CopyN(io.Discard, r, length); err != nil || n < length {
			return nil, errors.New("it breaks off within a record")
		}
		return nil, nil
	}
	var block bytes.Buffer // grows with what is there, not with what is announced
	n, err := io.CopyN(&block, r, length)
	if err != nil || n < length {
		return nil, errors.New("it breaks off within a record")
	}
	return block.Bytes(), nil
}

// httpResponse reads a response of status 200 as it came over the wire.
func httpResponse(block []byte, most int64, c *capture) bool {
	response, err := http.ReadResponse(bufio.NewReader(bytes.NewReader(block)), nil)
	if err != nil {
		return false
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return false
	}
	body, err := web.Unpack(response.Body, response.Header.Get("Content-Encoding"), most)
	if err != nil && len(body) == 0 {
		// Some crawlers unpack what they store and keep the header.
		at := bytes.Index(block, []byte("\r\n\r\n"))
		if at < 0 || response.Header.Get("Content-Encoding") == "" {
			return false
		}
		body = block[at+4:]
	}
	c.kind, c.body = response.Header.Get("Content-Type"), body
	if _, params, err := mime.ParseMediaType(c.kind); err == nil {
		c.charset = params["charset"]
	}
	return true
}
