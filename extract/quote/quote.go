// Package quote finds what a text gives as somebody's words or thoughts:
// direct, indirect and mixed speech, beliefs and intentions.
package quote

import "xref/extract/article"

// Quotation is one attribution: a content, the cue that gives it as somebody's,
// and the span that names whose. Find makes them in text order; resolve links
// Source to an entity.
type Quotation struct {
	Content []article.Span // its pieces in text order, quotation marks left out; two where a cue interrupts it
	Marked  []article.Span // the parts of Content that stand between quotation marks
	Kind    Kind
	Cue     article.Span // "said", "according to", "in a statement"; empty where the speaker is only understood
	CueHead int          // token index of the cue's head; -1 where there is no cue
	Lemma   string       // the cue's lemma ("say", "according", "statement"); "" where there is no cue
	Source  article.Span // the phrase that names the source; empty where the text names none
	Speaker int          // token index of the head of Source; -1 where the text names none
	Outer   int          // index of the quotation whose content this one stands in; -1 where none
	Rule    string       // readable id of the rule that found it
}

// Kind is how the words are given.
type Kind uint8

// The kinds of quotations.
const (
	Direct   Kind = iota // all of the content is between marks
	Indirect             // none of it is
	Mixed                // a part of it is
)

var kindNames = [...]string{"direct", "indirect", "mixed"}

func (k Kind) String() string { return kindNames[k] }

// wanted are the rules that find what somebody asks for, wants or speaks about.
var wanted = map[string]bool{
	"quote.infinitive": true, "quote.object": true, "quote.adjective": true, "quote.view": true, "quote.noun.infinitive": true, "quote.noun.object": true,
}

// Wanted reports whether the content is given as what somebody asks for, wants or
// speaks about, and not as what they said or know.
func (q *Quotation) Wanted() bool { return wanted[q.Rule] }
