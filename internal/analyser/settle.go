package analyser

import (
	"slices"

	"xref/extract/lang"
)

// settlings are tags that a relation rules out, and those that it asks for in
// their place (universaldependencies.org/u/dep).
var settlings = []struct {
	rels []lang.Rel
	not  lang.UPOS
	upos lang.UPOS
	xpos lang.XPOS // or none, where the tag stays
}{
	{[]lang.Rel{lang.Mark}, lang.PRON, lang.SCONJ, lang.XPOSIN},
	{[]lang.Rel{lang.Mark}, lang.DET, lang.SCONJ, lang.XPOSIN},
	{[]lang.Rel{lang.Mark}, lang.ADP, lang.SCONJ, lang.XPOSIN},
	{[]lang.Rel{lang.Case}, lang.SCONJ, lang.ADP, lang.XPOSIN},
	{[]lang.Rel{lang.Nsubj, lang.NsubjPass, lang.Obj}, lang.SCONJ, lang.PRON, lang.XPOSWDT}, // in a relative clause
	{[]lang.Rel{lang.Aux, lang.AuxPass, lang.Cop}, lang.VERB, lang.AUX, lang.XPOSNone},
	{[]lang.Rel{lang.Det}, lang.PRON, lang.DET, lang.XPOSNone},
}

// settle gives words the tags that their relations ask for.
func (m *Model) settle(words []Word, nodes []node) {
	for i := range words {
		mark(words, nodes, i)
		for _, s := range settlings {
			tag := m.Tags[words[i].Tag-1]
			if tag.Upos != s.not || !slices.Contains(s.rels, nodes[i].rel) {
				continue
			}
			tag.Upos = s.upos
			if s.xpos != lang.XPOSNone {
				tag.Xpos = s.xpos
			}
			if class := slices.Index(m.Tags, tag); class >= 0 {
				words[i].Tag, words[i].Upos = uint32(class)+1, uint32(tag.Upos)+1
			}
			break
		}
	}
}

var that = (&Seer{}).See("that").Lower

// mark makes word i the marker of its clause where it can't be the argument that
// the parse takes it for: a conjunction is one only in a relative clause, and
// "that" none beside another of its relation. Then the clause isn't relative.
func mark(words []Word, nodes []node, i int) {
	n := &nodes[i]
	if n.rel != lang.Nsubj && n.rel != lang.NsubjPass && n.rel != lang.Obj || int(n.Head) == len(words) {
		return
	}
	clause := &nodes[n.Head]
	if words[i].Upos == uint32(lang.SCONJ)+1 && clause.rel != lang.AclRelcl || words[i].Lower == that && slices.ContainsFunc(nodes[i+1:], func(o node) bool {
		return o.Head == n.Head && o.rel == n.rel
	}) {
		n.rel = lang.Mark
		if clause.rel == lang.AclRelcl {
			clause.rel = lang.Acl
		}
	}
}
