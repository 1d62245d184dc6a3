package read

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	utf16 "golang.org/x/text/encoding/unicode"
)

// binaryKinds are files whose first bytes say that they are no text.
var binaryKinds = []struct{ magic, name string }{
	{"%PDF-", "a PDF file"},
	{"PK\x03\x04", "a zip archive or an office document"},
	{"\xD0\xCF\x11\xE0", "an old office document"},
	{"{\\rtf", "a rich text document"},
	{"\x1F\x8B", "a gzip archive"},
	{"\x89PNG", "an image"},
	{"\xFF\xD8\xFF", "an image"},
	{"GIF8", "an image"},
	{"RIFF", "an image, sound or film"},
	{"\x7FELF", "a program"},
	{"SQLite format 3", "a database"},
}

// binaryKind is what a file's first bytes say that it is, where that is no text; else "".
func binaryKind(data []byte) string {
	for _, b := range binaryKinds {
		if bytes.HasPrefix(data, []byte(b.magic)) {
			return b.name
		}
	}
	return ""
}

// fewReplaced is how many bytes without a meaning even the shortest text may have.
const fewReplaced = 4

// decode makes valid UTF-8 of data, without byte-order mark. It goes by the
// byte-order mark; else by UTF-8, where the whole is valid; else by declared, a
// label of the Encoding Standard or ""; else it is windows-1252 or, where that makes no
// words, Mac OS Roman, unless far the most of what isn't ASCII is valid UTF-8. Bytes without a meaning become
// U+FFFD, and replaced is how many; carriage returns that alone end lines become
// line feeds. The error says why data is no text.
func decode(data []byte, declared string) (text string, replaced int, err error) {
	if kind := binaryKind(data); kind != "" {
		return "", 0, fmt.Errorf("%s, not text", kind)
	}
	enc := encodingOf(data, declared)
	if enc == nil {
		text = string(bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF")))
		if !utf8.ValidString(text) {
			text, replaced = repaired(text)
		}
	} else {
		decoded, err := enc.NewDecoder().Bytes(data)
		if err != nil {
			return "", 0, fmt.Errorf("not text in the character set it declares: %w", err)
		}
		text = string(decoded)
		replaced = strings.Count(text, "\uFFFD")
	}
	if isBinary(text) || replaced > fewReplaced && replaced*20 > utf8.RuneCountInString(text) {
		return "", 0, fmt.Errorf("binary, not text")
	}
	if !strings.Contains(text, "\n") {
		text = strings.ReplaceAll(text, "\r", "\n") // as old Macs end lines
	}
	return text, replaced, nil
}

// encodingOf is nil for UTF-8.
func encodingOf(data []byte, declared string) encoding.Encoding {
	switch {
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		return nil
	case bytes.HasPrefix(data, []byte("\xFF\xFE")), bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return utf16.UTF16(utf16.LittleEndian, utf16.UseBOM)
	}
	if little, big := zeroBytes(data); little {
		return utf16.UTF16(utf16.LittleEndian, utf16.IgnoreBOM)
	} else if big {
		return utf16.UTF16(utf16.BigEndian, utf16.IgnoreBOM)
	}
	if utf8.Valid(data) {
		return nil
	}
	if declared != "" {
		if enc, name := charset.Lookup(declared); enc != nil {
			if name == "utf-8" {
				return nil
			}
			return enc
		}
	}
	if mostlyUTF8(data) {
		return nil
	}
	if isMacRoman(data) {
		return charmap.Macintosh
	}
	return charmap.Windows1252
}

// zeroBytes recognizes UTF-16 that has no byte-order mark by its zero bytes:
// of text in a Latin script nearly every second byte is one.
func zeroBytes(data []byte) (little, big bool) {
	sample := data[:min(len(data), 4096)&^1]
	if len(sample) < 4 {
		return false, false
	}
	var zeros [2]int
	for i, b := range sample {
		if b == 0 {
			zeros[i&1]++
		}
	}
	half := len(sample) / 2
	most, hardly := half*7/10, half/20
	return zeros[1] > most && zeros[0] <= hardly, zeros[0] > most && zeros[1] <= hardly
}

// mostlyUTF8 tells a damaged UTF-8 text from one in a single-byte set, in which
// valid sequences of two bytes or more are rare.
func mostlyUTF8(data []byte) bool {
	sequences, invalid := 0, 0
	for len(data) > 0 {
		if data[0] < utf8.RuneSelf {
			data = data[1:]
			continue
		}
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError && size == 1 {
			invalid++
		} else {
			sequences++
		}
		data = data[size:]
	}
	return sequences > 4*invalid
}

// repaired puts U+FFFD in place of each byte that is no UTF-8.
func repaired(text string) (string, int) {
	var b strings.Builder
	b.Grow(len(text) + 16)
	replaced := 0
	for len(text) > 0 {
		r, size := utf8.DecodeRuneInString(text)
		if r == utf8.RuneError && size == 1 {
			replaced++
		}
		b.WriteRune(r)
		text = text[size:]
	}
	return b.String(), replaced
}

// isBinary reports whether text holds a NUL, or more control characters than a
// text with some damage would.
func isBinary(text string) bool {
	controls, all := 0, 0
	for _, r := range text {
		all++
		switch {
		case r == 0:
			return true
		case unicode.IsControl(r) && !strings.ContainsRune("\t\n\r\f\x1B\u0085", r):
			controls++
		}
	}
	return controls*20 > all
}
