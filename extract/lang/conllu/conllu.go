// Package conllu reads treebanks in the CoNLL-U format
// (universaldependencies.org/format).
package conllu

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Sentence is one sentence of a treebank. Text is its surface, made of the
// forms and of SpaceAfter, and the words' Start and End are bytes in it.
type Sentence struct {
	ID           string // as its comment sent_id has it
	Text         string
	Words        []Word
	NewParagraph bool // a document or paragraph starts here
	NewDocument  bool
	SpaceAfter   bool // a space follows the last word
}

// Word is one syntactic word. The words of a fused token share its span
// where their forms together are not its form.
type Word struct {
	Form, Lemma, UPOS, XPOS, Feats string
	Head                           int // index in Words; -1 for the root
	Rel, Misc                      string
	Start, End                     int
}

// Read reads all sentences. Empty nodes (ids such as 8.1) are left out.
func Read(r io.Reader) ([]Sentence, error) {
	scanner := bufio.NewScanner(r)
	scanner.Buffer(make([]byte, 1<<20), 1<<26)
	var sentences []Sentence
	var b builder
	for n := 1; scanner.Scan(); n++ {
		line := scanner.Text()
		switch {
		case line == "":
			sentences = b.finish(sentences)
		case line[0] == '#':
			b.comment(line)
		default:
			if err := b.word(strings.Split(line, "\t")); err != nil {
				return nil, fmt.Errorf("line %d: %w", n, err)
			}
		}
	}
	return b.finish(sentences), scanner.Err()
}

// builder is the sentence being read.
type builder struct {
	sentence Sentence
	text     strings.Builder
	space    bool // before the next token
	fused    fusedToken
}

// fusedToken is a surface token that several words share.
type fusedToken struct {
	last       int // id of its last word
	start, end int
	form       string
	at         int // bytes of form that its words have taken
}

func (b *builder) comment(line string) {
	s := &b.sentence
	if id, ok := strings.CutPrefix(line, "# sent_id = "); ok {
		s.ID = strings.TrimSpace(id)
	}
	s.NewDocument = s.NewDocument || strings.HasPrefix(line, "# newdoc")
	s.NewParagraph = s.NewParagraph || s.NewDocument || strings.HasPrefix(line, "# newpar") && !strings.HasPrefix(line, "# newpar_block")
}

func (b *builder) finish(sentences []Sentence) []Sentence {
	if s := b.sentence; len(s.Words) > 0 {
		s.Text, s.SpaceAfter = b.text.String(), b.space
		sentences = append(sentences, s)
	}
	*b = builder{}
	return sentences
}

// surface adds a token's form and returns its span.
func (b *builder) surface(form, misc string) (start, end int) {
	if b.space {
		b.text.WriteByte(' ')
	}
	b.space = !strings.Contains(misc, "SpaceAfter=No")
	start = b.text.Len()
	b.text.WriteString(form)
	return start, b.text.Len()
}

func (b *builder) word(c []string) error {
	if len(c) != 10 {
		return fmt.Errorf("%d columns, want 10", len(c))
	}
	if strings.Contains(c[0], ".") {
		return nil
	}
	if _, last, isFused := strings.Cut(c[0], "-"); isFused {
		end, err := strconv.Atoi(last)
		if err != nil {
			return fmt.Errorf("id %q", c[0])
		}
		b.fused = fusedToken{last: end, form: c[1]}
		b.fused.start, b.fused.end = b.surface(c[1], c[9])
		return nil
	}
	id, err := strconv.Atoi(c[0])
	if err != nil || id != len(b.sentence.Words)+1 {
		return fmt.Errorf("id %q, want %d", c[0], len(b.sentence.Words)+1)
	}
	head, err := strconv.Atoi(c[6])
	if err != nil {
		return fmt.Errorf("head %q", c[6])
	}
	w := Word{Form: c[1], Lemma: c[2], UPOS: c[3], XPOS: c[4], Feats: c[5], Head: head - 1, Rel: c[7], Misc: c[9]}
	if f := &b.fused; id <= f.last {
		w.Start, w.End = f.start, f.end
		if f.at >= 0 && strings.HasPrefix(f.form[f.at:], w.Form) {
			w.Start = f.start + f.at
			f.at += len(w.Form)
			w.End = f.start + f.at
		} else {
			f.at = -1
		}
	} else {
		w.Start, w.End = b.surface(c[1], c[9])
	}
	b.sentence.Words = append(b.sentence.Words, w)
	return nil
}
