package lang

import "slices"

// settlings are tags that a relation rules out, and those that it asks for in
// their place (universaldependencies.org/u/dep).
var settlings = []struct {
	rels []Rel
	not  UPOS
	upos UPOS
	xpos XPOS // or none, where the tag stays
}{
	{[]Rel{Mark}, PRON, SCONJ, XPOSIN},
	{[]Rel{Mark}, DET, SCONJ, XPOSIN},
	{[]Rel{Mark}, ADP, SCONJ, XPOSIN},
	{[]Rel{Case}, SCONJ, ADP, XPOSIN},
	{[]Rel{Nsubj, NsubjPass, Obj}, SCONJ, PRON, XPOSWDT}, // in a relative clause
	{[]Rel{Aux, AuxPass, Cop}, VERB, AUX, XPOSNone},
	{[]Rel{Det}, PRON, DET, XPOSNone},
}

// settle gives words the tags that their relations ask for.
func (m *Model) settle(words []word, nodes []node) {
	for i := range words {
		mark(words, nodes, i)
		for _, s := range settlings {
			tag := m.tags[words[i].tag-1]
			if tag.upos != s.not || !slices.Contains(s.rels, nodes[i].rel) {
				continue
			}
			tag.upos = s.upos
			if s.xpos != XPOSNone {
				tag.xpos = s.xpos
			}
			if class := slices.Index(m.tags, tag); class >= 0 {
				words[i].tag, words[i].upos = uint32(class)+1, uint32(tag.upos)+1
			}
			break
		}
	}
}

var that = (&seer{}).see("that").lower

// mark makes word i the marker of its clause where it can't be the argument that
// the parse takes it for: a conjunction is one only in a relative clause, and
// "that" none beside another of its relation. Then the clause isn't relative.
func mark(words []word, nodes []node, i int) {
	n := &nodes[i]
	if n.rel != Nsubj && n.rel != NsubjPass && n.rel != Obj || int(n.head) == len(words) {
		return
	}
	clause := &nodes[n.head]
	if words[i].upos == uint32(SCONJ)+1 && clause.rel != AclRelcl || words[i].lower == that && slices.ContainsFunc(nodes[i+1:], func(o node) bool {
		return o.head == n.head && o.rel == n.rel
	}) {
		n.rel = Mark
		if clause.rel == AclRelcl {
			clause.rel = Acl
		}
	}
}
