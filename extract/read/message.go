package read

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"strings"
	"sync"

	"github.com/emersion/go-message"
	"github.com/emersion/go-message/mail"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// email is one message, as mail programs save it.
var email = Format{
	Name:    "e-mail",
	Endings: []string{".eml"},
	Kinds:   []string{"message/rfc822"},
	Reads:   "the HTML or text part, and attachments that are articles; title from the subject, date, the sender as outlet; of what was forwarded, the inner ones",
	Limit:   "archive-bytes",
	Like:    likeMessage,
	Read:    readEmail,
}

// headerLine begins a message.
var headerLine = expression(`^[A-Za-z][A-Za-z0-9-]*:[ \t]`)

func likeMessage(head []byte) bool {
	if !headerLine().Match(head) {
		return false
	}
	lower := bytes.ToLower(head)
	has := func(name string) bool {
		return bytes.HasPrefix(lower, []byte(name)) || bytes.Contains(lower, []byte("\n"+name))
	}
	return has("from:") && has("subject:") && (has("date:") || has("mime-version:") || has("message-id:")) && !likeMHTML(head)
}

// decodesCharsets makes the library for messages know all character sets.
var decodesCharsets = sync.OnceFunc(func() {
	message.CharsetReader = func(label string, in io.Reader) (io.Reader, error) { return charset.NewReaderLabel(label, in) }
})

// leaf is a part of a message that has no parts.
type leaf struct {
	kind, name string
	header     message.Header
	data       []byte
	attached   bool
}

// leaves are the parts of a message, in its order.
func leaves(in input) (message.Header, []leaf, error) {
	decodesCharsets()
	if !headerLine().Match(bytes.TrimLeft(in.data, "\r\n")) {
		return message.Header{}, nil, errors.New("no message that can be read: it begins with no header, such as From or Subject")
	}
	root, err := message.Read(bytes.NewReader(in.data))
	if root == nil || err != nil && !tolerable(err) {
		return message.Header{}, nil, fmt.Errorf("no message that can be read: %w", err)
	}
	var all []leaf
	left := in.limits.Of("unpacked-bytes")
	most, depth := int(in.limits.Of("entries")), 0
	var walk func(e *message.Entity) error
	walk = func(e *message.Entity) error {
		if depth++; depth > 32 {
			return errors.New("a message of parts within parts without end")
		}
		defer func() { depth-- }()
		kind, params, errKind := e.Header.ContentType()
		if parts := e.MultipartReader(); parts != nil && params["boundary"] != "" {
			for {
				part, err := parts.NextPart()
				if errors.Is(err, io.EOF) {
					return nil
				}
				if part == nil || err != nil && !tolerable(err) {
					return nil // what was read till here stays
				}
				if err := walk(part); err != nil {
					return err
				}
			}
		}
		if len(all) >= most {
			return errors.New("a message of more parts than " + tooMuch("entries", int64(most)))
		}
		data, err := io.ReadAll(io.LimitReader(e.Body, left+1))
		if left -= int64(len(data)); left < 0 {
			return errors.New("a message that unpacks to more than " + tooMuch("unpacked-bytes", in.limits.Of("unpacked-bytes")))
		}
		if err != nil && len(data) == 0 {
			return nil
		}
		if errKind != nil || strings.HasPrefix(strings.ToLower(kind), "multipart/") { // it doesn't say where its parts end
			kind = "text/plain"
		}
		disposition, fields, err := e.Header.ContentDisposition()
		if err != nil {
			disposition = ""
		}
		name := first(fields["filename"], params["name"])
		decoder := mime.WordDecoder{CharsetReader: message.CharsetReader}
		if decoded, err := decoder.DecodeHeader(name); err == nil {
			name = decoded
		}
		all = append(all, leaf{strings.ToLower(kind), oneLine(name), e.Header, data, disposition == "attachment"})
		return nil
	}
	err = walk(root)
	if _, body, ok := bytes.Cut(bytes.ReplaceAll(in.data, []byte("\r\n"), []byte("\n")), []byte("\n\n")); ok && len(all) == 0 && err == nil {
		all = append(all, leaf{kind: "text/plain", header: root.Header, data: body}) // its parts don't begin where it says
	}
	return root.Header, all, err
}

// tolerable is an error of a message that is read all the same.
func tolerable(err error) bool {
	return message.IsUnknownCharset(err) || message.IsUnknownEncoding(err)
}

func readEmail(in input) (contents, error) {
	header, parts, err := leaves(in)
	if err != nil {
		return contents{}, in.skip(err.Error())
	}
	var out contents
	body, text, err := messageText(in, header, parts)
	for _, p := range parts {
		if p.name == "" && p.kind != "message/rfc822" || !(p.attached || p.name != "" || p.kind == "message/rfc822") {
			continue
		}
		part := first("attachment "+p.name, "attachment")
		inner, errDepth := in.within(p.data)
		if errDepth != nil {
			out.skipPart(in, part, errDepth)
			continue
		}
		inner.kind, inner.name = p.kind, p.name
		if !in.parts.known(inner) {
			continue
		}
		found, errPart := in.parts.parse(inner)
		if errors.Is(errPart, errPassedOver) {
			continue
		}
		if errPart != nil {
			out.skipPart(in, strings.TrimSpace(part), errPart)
			continue
		}
		for i := range found.documents {
			d := &found.documents[i]
			d.fact("outlet", &d.outlet, text.outlet, "the sender")
			if d.published.IsZero() && !text.published.IsZero() {
				d.published = text.published
				d.found("date", "the message's date")
			}
		}
		out.addPart(in, strings.TrimSpace(part), found)
	}
	const coverNote = 60 // words of a message that goes with an article
	switch {
	case err != nil && len(out.documents) == 0 && len(out.skipped) == 0:
		return contents{}, in.skip(err.Error())
	case err == nil && (len(out.documents) == 0 || len(strings.Fields(body)) >= coverNote):
		if len(out.documents) > 0 {
			text.part = "message"
		}
		out.documents = append([]document{text}, out.documents...)
	}
	return out, nil
}

// messageText makes the document of a message's own text.
func messageText(in input, header message.Header, parts []leaf) (body string, d document, err error) {
	h := mail.Header{Header: header}
	var fields forwarded
	fields.subject, _ = h.Subject()
	if from, err := h.AddressList("From"); err == nil && len(from) > 0 {
		fields.from, fields.address = from[0].Name, from[0].Address
	} else {
		fields.setFrom(header.Get("From"))
	}
	fields.date = header.Get("Date")
	var plainText, markup string
	for _, p := range parts {
		if p.attached || p.name != "" {
			continue
		}
		text, _, err := decode(p.data, "")
		if err != nil {
			continue
		}
		switch {
		case p.kind == "text/plain" && plainText == "":
			plainText = text
		case p.kind == "text/html" && markup == "":
			markup = text
		}
	}
	paragraphs := proseParagraphs(unquoted(plainText))
	fromMarkup := false
	if root, err := html.Parse(strings.NewReader(markup)); err == nil && markup != "" && int64(elements(root)) <= in.limits.Of("page-elements") {
		if found := paragraphsOf(root); 2*wordsOf(found) >= wordsOf(paragraphs) {
			paragraphs, fromMarkup = found, true
		}
	}
	lines := paragraphs
	if !fromMarkup {
		lines = nil
		for l := range strings.Lines(unquoted(plainText)) {
			lines = append(lines, strings.TrimSpace(l))
		}
	}
	for range mostForwards {
		inner, rest, ok := forwardedFields(lines)
		if !ok {
			break
		}
		fields, lines, paragraphs = inner.or(fields), rest, rest
		if !fromMarkup {
			paragraphs = proseParagraphs(strings.Join(rest, "\n"))
		}
	}
	paragraphs = d.withoutReplied(d.withoutSignature(paragraphs))
	d.fact("outlet", &d.outlet, first(fields.from, hostOfAddress(fields.address)), "the sender")
	if isAgency(d.outlet) {
		d.agency = d.outlet
	}
	d.date(fields.date, "the message's date")
	title := replyMark().ReplaceAllString(oneLine(fields.subject), "")
	if title != "" {
		d.found("title", "the subject")
	}
	err = d.compose(title, paragraphs)
	return strings.Join(paragraphs, "\n"), d, err
}

func wordsOf(paragraphs []string) int {
	n := 0
	for _, p := range paragraphs {
		n += len(strings.Fields(p))
	}
	return n
}

// replyMark begins the subject of a reply or of what was forwarded.
var replyMark = expression(`(?i)^(?:(?:re|fwd?|fw|wg|aw|tr|rv|i|sv|vs)(?:\[\d+\])?: *)+`)

// hostOfAddress is the domain of an address, without what mail servers put
// before it.
func hostOfAddress(address string) string {
	_, host, _ := strings.Cut(address, "@")
	for _, prefix := range []string{"mail.", "email.", "e.", "news.", "newsletter.", "newsletters.", "mg.", "m."} {
		if rest := strings.TrimPrefix(host, prefix); strings.Contains(rest, ".") {
			host = rest
		}
	}
	return host
}

// forwarded is what the head of a message says, of the message itself or of one
// that it forwards.
type forwarded struct{ from, address, date, subject string }

// or takes from other what f lacks.
func (f forwarded) or(other forwarded) forwarded {
	if f.from == "" && f.address == "" {
		f.from, f.address = other.from, other.address
	}
	f.date, f.subject = first(f.date, other.date), first(f.subject, other.subject)
	return f
}

func (f *forwarded) setFrom(value string) {
	name, address, ok := strings.Cut(value, "<")
	if !ok {
		if strings.Contains(value, "@") {
			name, address = "", value
		}
	}
	f.from, f.address = strings.Trim(strings.TrimSpace(name), `"' *`), strings.Trim(address, "<> ")
	f.from, _, _ = strings.Cut(f.from, " [mailto:")
}

var (
	forwardMark  = expression(`(?i)^[-_ *>]*(?:(?:begin )?forwarded (?:message|mail)|original message|weitergeleitete nachricht)[-_ *:]*`)
	forwardField = expression(`(?i)^\*?(from|date|sent|subject|to|cc|reply-to):\*? *`)
)

// forwardedFields finds the head of a message that is forwarded in the lines of one. ok is
// false where there is none; rest is what follows it.
func forwardedFields(lines []string) (f forwarded, rest []string, ok bool) {
	const reach = 60 // lines of what the sender says first
	for i, l := range lines {
		if i > reach {
			break
		}
		mark := forwardMark().FindString(l)
		if mark == "" && !(forwardField().MatchString(l) && i+2 < len(lines) && forwardField().MatchString(lines[i+1]) && forwardField().MatchString(lines[i+2])) {
			continue
		}
		at := i
		if mark != "" {
			at++
			if tail := strings.TrimSpace(l[len(mark):]); forwardField().MatchString(tail) {
				lines = append(append(append([]string{}, lines[:at]...), tail), lines[at:]...)
			}
		}
		fields := 0
		for ; at < len(lines); at++ {
			m := forwardField().FindStringSubmatchIndex(lines[at])
			if m == nil {
				if lines[at] == "" && fields == 0 {
					continue
				}
				break
			}
			fields++
			value := strings.Trim(lines[at][m[1]:], " *")
			switch strings.ToLower(lines[at][m[2]:m[3]]) {
			case "from":
				f.setFrom(value)
			case "date", "sent":
				f.date = value
			case "subject":
				f.subject = value
			}
		}
		if fields < 2 {
			continue
		}
		rest = lines[at:]
		return f, rest, strings.TrimSpace(strings.Join(rest, "")) != ""
	}
	return f, nil, false
}

// unquoted is a text without the marks of quotation, where most of its lines
// have them: it was forwarded so.
func unquoted(text string) string {
	lines := strings.Split(text, "\n")
	quoted, all := 0, 0
	for _, l := range lines {
		if strings.TrimSpace(l) != "" {
			all++
			if strings.HasPrefix(l, ">") {
				quoted++
			}
		}
	}
	if 2*quoted <= all {
		return text
	}
	for i, l := range lines {
		lines[i] = strings.TrimPrefix(strings.TrimLeft(l, "> "), " ")
	}
	return strings.Join(lines, "\n")
}

// mostForwards is how often a message is forwarded at most within one.
const mostForwards = 8

// leastReply is how many words a sender says at least where what is quoted below them is
// only what they answer.
const leastReply = 60

// replied is the line above what a reply quotes.
var replied = expression(`(?i)^(?:on\b.{4,120}\bwrote|le\b.{4,120}\ba écrit|am\b.{4,120}\bschrieb\b.{0,60}) ?:`)

// withoutReplied leaves out the message that a reply quotes below its own text.
func (d *document) withoutReplied(paragraphs []string) []string {
	words := 0
	for i, p := range paragraphs {
		if words >= leastReply && replied().MatchString(p) {
			for _, out := range paragraphs[i:] {
				d.leave("the message that it answers", out)
			}
			return paragraphs[:i]
		}
		words += len(strings.Fields(p))
	}
	return paragraphs
}

// withoutSignature leaves out what stands below the line of two hyphens.
func (d *document) withoutSignature(paragraphs []string) []string {
	for i, p := range paragraphs {
		if i > 0 && (p == "--" || strings.HasPrefix(p, "-- ") && len(paragraphs)-i < 6) {
			for _, out := range paragraphs[i:] {
				d.leave("signature", out)
			}
			return paragraphs[:i]
		}
	}
	return paragraphs
}
