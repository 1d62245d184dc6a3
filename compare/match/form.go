package match

import "xref/extract/lang"

// form stands for a word in lower case: a hash of its bytes.
type form = uint64

// hashForms makes the forms of the document's words.
func (p *Prepared) hashForms() {
	t := p.Text
	p.forms = make([]form, 0, len(t.Tokens))
	p.formAt = make([]int32, len(t.Tokens)+1)
	for i := range t.Tokens {
		p.formAt[i] = int32(len(p.forms))
		if t.Tokens[i].UPOS != lang.PUNCT {
			p.forms = append(p.forms, hashed(t, i))
		}
	}
	p.formAt[len(t.Tokens)] = int32(len(p.forms))
}

// formsOf are the forms of the tokens from first to end.
func (p *Prepared) formsOf(first, end int) []form { return p.forms[p.formAt[first]:p.formAt[end]] }

// hashed is the form of token i, by FNV-1a.
func hashed(t *lang.Text, i int) form {
	const offset, prime = 14695981039346656037, 1099511628211
	text := t.Form(i)
	for j := range len(text) {
		if text[j] >= 0x80 {
			text = t.Lower(i)
			break
		}
	}
	h := uint64(offset)
	for j := range len(text) {
		c := text[j]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		h = (h ^ uint64(c)) * prime
	}
	return h
}

// runFinder is a stretch of forms made ready for finding the runs that others
// have in common with it. One goroutine uses it at a time.
type runFinder struct {
	forms []form
	first [slots]int32 // 1 and the place of the last form of each slot; 0 for none
	next  []int32      // the same of the form before it in its slot
}

// slots is a power of two well above the length of most sentences.
const slots = 128

// take replaces the forms.
func (r *runFinder) take(forms []form) {
	for _, was := range r.forms {
		r.first[was%slots] = 0
	}
	r.forms, r.next = forms, r.next[:0]
	for i, is := range forms {
		r.next = append(r.next, r.first[is%slots])
		r.first[is%slots] = int32(i + 1)
	}
}

// longest is the length of the longest run of forms that both have.
func (r *runFinder) longest(other []form) int {
	best := 0
	for j, is := range other {
		if len(other)-j <= best {
			break
		}
		for at := r.first[is%slots]; at > 0; at = r.next[at-1] {
			i := int(at - 1)
			n := 0
			for i+n < len(r.forms) && j+n < len(other) && r.forms[i+n] == other[j+n] {
				n++
			}
			best = max(best, n)
		}
	}
	return best
}
