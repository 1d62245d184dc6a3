package lang

import "strings"

// UPOS is a universal part-of-speech tag (universaldependencies.org/u/pos).
type UPOS uint8

// The universal part-of-speech tags. X, the tag for what fits nowhere else, is the zero value.
const (
	X UPOS = iota
	ADJ
	ADP
	ADV
	AUX
	CCONJ
	DET
	INTJ
	NOUN
	NUM
	PART
	PRON
	PROPN
	PUNCT
	SCONJ
	SYM
	VERB
)

var UposNames = [...]string{"X", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"}

func (u UPOS) String() string { return UposNames[u] }

// XPOS is a Penn Treebank tag as the English Universal Dependencies treebanks
// use it; its String is the tag.
type XPOS uint8

var XposNames = [...]string{"_", "NN", "IN", "DT", "NNP", "JJ", "PRP", ".", "RB", ",", "NNS", "VB", "CC", "VBP", "VBD", "VBZ", "VBN", "VBG", "CD", "TO", "PRP$", "MD", "-RRB-", "-LRB-", ":", "WDT", "UH", "WRB", "``", "WP", "HYPH", "''", "POS", "RP", "NNPS", "JJR", "JJS", "EX", "RBR", "NFP", "SYM", "FW", "ADD", "GW", "$", "PDT", "RBS", "LS", "AFX", "WP$"}

func (x XPOS) String() string { return XposNames[x] }

// Rel is a dependency relation with its subtype (universaldependencies.org/en/dep).
type Rel uint8

// The relations of English. Dep, the relation for what fits nowhere else, is the zero value.
const (
	Dep Rel = iota
	Acl
	AclRelcl
	Advcl
	AdvclRelcl
	Advmod
	Amod
	Appos
	Aux
	AuxPass
	Case
	Cc
	CcPreconj
	Ccomp
	Compound
	CompoundPrt
	Conj
	Cop
	Csubj
	CsubjOuter
	CsubjPass
	Det
	DetPredet
	Discourse
	Dislocated
	Expl
	Fixed
	Flat
	Goeswith
	Iobj
	List
	Mark
	Nmod
	NmodDesc
	NmodPoss
	NmodUnmarked
	Nsubj
	NsubjOuter
	NsubjPass
	Nummod
	Obj
	Obl
	OblAgent
	OblUnmarked
	Orphan
	Parataxis
	Punct
	Reparandum
	Root
	Vocative
	Xcomp
)

var RelNames = [...]string{"dep", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass", "det", "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp"}

func (r Rel) String() string { return RelNames[r] }

// Base is the relation without its subtype: NsubjPass gives Nsubj.
func (r Rel) Base() Rel { return relBases[r] }

var relBases = func() (bases [len(RelNames)]Rel) {
	for i, name := range RelNames {
		base, _, _ := strings.Cut(name, ":")
		for j, other := range RelNames {
			if other == base {
				bases[i] = Rel(j)
			}
		}
	}
	return bases
}()
