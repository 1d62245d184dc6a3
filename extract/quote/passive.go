package quote

import "xref/extract/lang"

// passiveCue takes the passive verb at v: "it was reported that", "were told
// that", "is accused of", "was called a failure". The subject belongs to the
// content but where it is who was told.
func (f *finder) passiveCue(v int, u usage, q finding, bare bool) bool {
	t := f.t
	q.rule = "passive"
	q.source = f.agentOf(v)
	if a := t.Dependent(v, lang.AuxPass); a >= 0 && a < v {
		q.cue = append(q.cue, a)
	}
	subject := -1
	if s := t.Dependent(v, lang.NsubjPass, lang.Nsubj); s >= 0 && !t.Is(s, lang.Expl) {
		subject = s
	} else if h := t.Tokens[v].Head; bare && h >= 0 {
		subject = h
	} else if h >= 0 && t.Is(v, lang.Conj) {
		subject = t.Dependent(h, lang.NsubjPass, lang.Nsubj)
	}
	who := subject >= 0 && t.Lower(subject) != "it"
	if u.has(clause) {
		for _, c := range t.Dependents(v, lang.Ccomp, lang.Csubj) {
			if c > v && !infinitival(t, c) {
				r := f.reach(c)
				r.first = max(r.first, v+1)
				r.end = f.trailing(v, r.end)
				q.pieces = []tokens{f.skipThat(r)}
				f.add(q)
				return true
			}
		}
	}
	if !who {
		return false
	}
	var pieces []tokens
	if u.has(infinitive | naming | accusing | object) {
		end := v + 1
		first := v + 1
		agent := lastAgent(t, v)
		for _, d := range f.t.Dependents(v, lang.Xcomp, lang.Obl, lang.Obj, lang.Advcl, lang.Ccomp) {
			if d < v || d == agent {
				continue
			}
			r := f.reach(d)
			if r.first > end && t.Form(r.first-1) == "," {
				break
			}
			if d > agent && agent > v && first == v+1 {
				first = r.first
			}
			end = max(end, r.end)
		}
		if agent > v && end < agent {
			first = end
		}
		if end > first {
			pieces = append(pieces, tokens{first, end})
		}
	}
	if len(pieces) == 0 && !u.has(object) {
		return false
	}
	if !(u.has(addressee) && len(pieces) > 0) {
		ph := f.phrase(subject)
		if bare {
			// The noun it modifies, without the participle's own clause.
			ph.end = min(ph.end, v)
		}
		pieces = append(pieces, ph.tokens)
	}
	q.pieces = pieces
	f.add(q)
	return true
}

// lastAgent is the token that "by" names as the agent of v; -1 where none is.
func lastAgent(t *lang.Text, v int) int { return t.Dependent(v, lang.OblAgent) }

func infinitival(t *lang.Text, c int) bool {
	m := t.Dependent(c, lang.Mark)
	return m >= 0 && t.Lower(m) == "to"
}
