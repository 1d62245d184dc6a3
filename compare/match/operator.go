package match

import (
	"xref/extract/lang"
	"xref/extract/lexicon"
)

// Operator is what a word does to what other words say.
type Operator uint8

// The operators.
const (
	NoOperator Operator = iota
	Negation            // not, never, nobody, deny
	Condition           // if, unless, provided
	Without
	Modal    // may, could, should, would
	Hedge    // allegedly, reportedly, apparently
	Question // whether
	Only     // only, alone, merely
	Except   // except, apart from, other than
	Again    // again, still, no longer, for the first time
	Source   // according to
)

var operatorNames = [...]string{"none", "negation", "condition", "without", "modal", "hedge", "question", "only", "except", "again", "source"}

func (o Operator) String() string { return operatorNames[o] }

// findOperators marks the words that do something to what others say, and the
// words that they bear on.
func (p *Prepared) findOperators() {
	t := p.Text
	for i := range t.Tokens {
		o, over := p.operatorAt(i)
		if o != NoOperator {
			p.Tokens[i].Operator, p.Tokens[i].Over = o, over
		}
	}
	for q := range p.Quotations {
		cue := &p.Quotations[q]
		if i := cue.CueHead; i >= 0 && p.Tokens[i].Operator == NoOperator && t.Tokens[i].UPOS != lang.VERB {
			p.Tokens[i].Operator, p.Tokens[i].Over = Source, t.Tokens[i].Head
		}
	}
}

// operatorAt tells the operator that token i is.
func (p *Prepared) operatorAt(i int) (Operator, int) {
	t := p.Text
	tok := &t.Tokens[i]
	form := t.Lower(i)
	head := tok.Head
	if o, ok := lexicon.OperatorOf(form); ok {
		switch o {
		case lexicon.ConditionOperator:
			if t.Is(i, lang.Mark) && head >= 0 && !(i > 0 && concedes(t.Lower(i-1))) {
				return Condition, p.governor(head)
			}
			return NoOperator, -1
		case lexicon.QuestionOperator:
			if t.Is(i, lang.Mark) {
				return Question, head
			}
			return NoOperator, -1
		case lexicon.WithoutOperator:
			if t.Is(i, lang.Case, lang.Mark) && head >= 0 {
				return Without, p.governor(head)
			}
			return NoOperator, -1
		case lexicon.OnlyOperator:
			if tok.UPOS == lang.ADV || tok.UPOS == lang.ADJ {
				return Only, head
			}
			return NoOperator, -1
		case lexicon.ExceptOperator:
			return Except, head
		case lexicon.AgainOperator:
			if tok.UPOS == lang.ADV {
				return Again, head
			}
			return NoOperator, -1
		}
	}
	if n, ok := lexicon.Negation(form); ok && n != lexicon.NegPreposition && !t.BoundsNumber(i) {
		switch tok.UPOS {
		case lang.DET:
			if head >= 0 && p.withNo(head) {
				return Without, p.governor(head)
			}
			return Negation, head
		case lang.ADV, lang.PART, lang.CCONJ, lang.PRON:
			return Negation, head
		}
	}
	if _, ok := lexicon.Modal(tok.Lemma); ok && tok.XPOS == lang.XPOSMD && tok.Lemma != "will" {
		return Modal, head
	}
	if h, ok := lexicon.Hedge(form); ok && (tok.UPOS == lang.ADV || tok.Rel == lang.Amod) && h.Kind != lexicon.Approximate && h.Kind != lexicon.Partial && h.Kind != lexicon.Mitigation {
		return Hedge, head
	}
	return NoOperator, -1
}

// concedes reports whether "if" behind a word is no condition: even if, as if.
func concedes(before string) bool { return before == "even" || before == "as" }

// withNo reports whether token i, which "no" determines, stands behind "with": with no
// dog is without a dog.
func (p *Prepared) withNo(i int) bool {
	c := p.Text.Dependent(i, lang.Case)
	return c >= 0 && p.Text.Lower(c) == "with"
}

// governor is the word that a clause or phrase headed by token i limits; i itself
// where it limits none.
func (p *Prepared) governor(i int) int {
	if h := p.Text.Tokens[i].Head; h >= 0 {
		return h
	}
	return i
}
