package lang

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"xref/extract/article"
	"xref/extract/lang/conllu"
	"xref/extract/lang/perceptron"
)

const (
	namerRounds  = 8
	namerMembers = 3 // namers that are learned apart and averaged
	namerBytes   = 1_100_000
	namerDrop    = 77 // features left out at random, of 256
)

// trainNames learns names from the sentences named and from the treebanks. tagged
// is the words of the treebanks' sentences with the tags of taggers that have not
// learned from them; t tags those of the sentences named.
func trainNames(material Material, v *vocabulary, t *tagger, tagged [][]word) (gazetteer, weights []byte) {
	look := seer{vocabulary: v}
	gazetteer, listed := gazetteerOf(material, &look)
	named := slices.Clone(material.Names)
	words := make([][]word, len(named))
	for i, s := range named {
		words[i] = make([]word, len(s.Forms))
		for j, f := range s.Forms {
			words[i][j] = look.see(f)
		}
		t.tag(words[i])
	}
	for _, bank := range material.Treebanks {
		of := bank.Named
		if bank.Entities {
			of = namedOf(bank.Sentences)
		}
		if len(of) > 0 {
			named, words = append(named, of...), append(words, tagged[:len(of)]...)
		}
		tagged = tagged[len(bank.Sentences):]
	}
	trainers := make([]*perceptron.Trainer, namerMembers)
	for member := range trainers {
		trainers[member] = trainNamer(named, words, listed, member+1)
	}
	return gazetteer, perceptron.Pack(namerBytes, trainers...)
}

// gazetteerOf packs the lists of names.
func gazetteerOf(material Material, look *seer) ([]byte, *table) {
	bits := map[uint32]uint16{}
	for i, kind := range gazetteerNames {
		entries := material.Gazetteers[kind]
		if kind == "organisation" {
			entries = organisations()
		}
		for _, entry := range entries {
			tokens := tokenize(nil, entry, article.Span{End: len(entry)})
			if kind == "person" {
				if len(tokens) < 2 {
					continue
				}
				tokens = tokens[len(tokens)-1:]
			}
			key := uint32(0)
			for _, t := range tokens {
				key = entryKey(key, look.see(t.In(entry)).lower)
			}
			bits[key] |= 1 << i
		}
	}
	packed := packTable(bits)
	listed, err := loadTable(packed)
	if err != nil {
		panic(err)
	}
	return []byte(packed), listed
}

// trainNamer learns the labels of the sentences. Each member sees them in
// another order.
func trainNamer(named []NamedSentence, words [][]word, listed *table, member int) *perceptron.Trainer {
	trainer := perceptron.NewTrainer(nameLabels, 2)
	labels := make([][]int, len(named))
	for i, s := range named {
		labels[i] = s.labels()
	}
	n := namer{weights: trainer, gazetteer: listed, thin: thinning(member, namerDrop)}
	for round := range namerRounds {
		for _, k := range order(len(named), 1000*(member+1)+round) {
			before, before2 := nameOutside, nameOutside
			style := caseStyle(words[k])
			n.look(words[k])
			for i, gold := range labels[k] {
				if gold == nameOutside && idle(&words[k][i], before) {
					before2, before = before, gold
					continue
				}
				n.see(words[k], i, before, before2, style)
				n.scores = [nameLabels]int32{}
				trainer.Score(n.features, n.scores[:])
				guess := best(n.scores[:])
				if guess != gold {
					trainer.Update(n.features, gold, guess)
				}
				trainer.Tick()
				before2, before = before, gold
			}
		}
	}
	return trainer
}

// gumEntity is an entity of GUM, which may go over sentences' ends; only those
// within one sentence are kept.
type gumEntity struct {
	id, kind   string
	first, end int
}

// entitiesOf reads the entities of a sentence from its words' MISC.
func entitiesOf(s conllu.Sentence) []gumEntity {
	var open, closed []gumEntity
	for i, w := range s.Words {
		for field := range strings.SplitSeq(w.Misc, "|") {
			value, ok := strings.CutPrefix(field, "Entity=")
			for ok && value != "" {
				if value[0] == '(' {
					stop := strings.IndexAny(value[1:], "()") + 1
					if stop == 0 {
						stop = len(value)
					}
					parts := strings.SplitN(value[1:stop], "-", 3)
					e := gumEntity{id: parts[0], first: i}
					if len(parts) > 1 {
						e.kind = parts[1]
					}
					if stop < len(value) && value[stop] == ')' {
						e.end = i + 1
						closed = append(closed, e)
						stop++
					} else {
						open = append(open, e)
					}
					value = value[stop:]
					continue
				}
				id, rest, found := strings.Cut(value, ")")
				if !found {
					break
				}
				for k := len(open) - 1; k >= 0; k-- {
					if open[k].id == id {
						open[k].end = i + 1
						closed = append(closed, open[k])
						open = append(open[:k], open[k+1:]...)
						break
					}
				}
				value = rest
			}
		}
	}
	return closed
}

var gumTypes = map[string]NameType{"person": Person, "organization": Organisation, "place": Place}

// namedOf makes sentences to learn names from of a treebank with entities.
func namedOf(sentences []conllu.Sentence) []NamedSentence {
	named := make([]NamedSentence, 0, len(sentences))
	for _, s := range sentences {
		var n NamedSentence
		for _, w := range s.Words {
			n.Forms = append(n.Forms, w.Form)
		}
		var cores []Name
		for _, e := range entitiesOf(s) {
			if core, ok := coreOf(s, e); ok {
				cores = append(cores, core)
			}
		}
		for i, c := range cores {
			inside := false
			for j, o := range cores {
				length, other := c.End-c.First, o.End-o.First
				if i != j && o.First < c.End && c.First < o.End && (other > length || other == length && j < i) {
					inside = true
				}
			}
			if !inside {
				n.Names = append(n.Names, c)
			}
		}
		named = append(named, n)
	}
	return named
}

// coreOf is the name that an entity is called by in its phrase, without
// articles, titles and what else describes it; false where it is not named.
func coreOf(s conllu.Sentence, e gumEntity) (Name, bool) {
	head := none
	for i := e.first; i < e.end; i++ {
		if h := s.Words[i].Head; h < e.first || h >= e.end {
			head = i
			break
		}
	}
	if head == none || s.Words[head].UPOS != "PROPN" && s.Words[head].XPOS != "NNP" && s.Words[head].XPOS != "NNPS" {
		return Name{}, false
	}
	if e.kind == "time" {
		return Name{}, false
	}
	kind := gumTypes[e.kind]
	if kind == Person && s.Words[head].XPOS == "NNPS" {
		kind = OtherName
	}
	part := make([]bool, len(s.Words))
	part[head] = true
	for range 3 {
		for i := e.first; i < e.end; i++ {
			w := s.Words[i]
			if part[i] || w.Head < 0 || !part[w.Head] {
				continue
			}
			rel, _, _ := strings.Cut(w.Rel, ":")
			r, _ := utf8.DecodeRuneInString(w.Form)
			capital := unicode.IsUpper(r) || unicode.IsDigit(r)
			switch rel {
			case "flat":
				part[i] = true
			case "compound", "amod", "nummod":
				part[i] = kind != Person && (capital || strings.HasPrefix(w.XPOS, "NNP"))
			case "nmod", "conj":
				part[i] = kind != Person && strings.HasPrefix(w.XPOS, "NNP")
			}
		}
	}
	first, end := head, head+1
	for first > e.first && (part[first-1] || s.Words[first-1].UPOS == "PUNCT" && first-1 > e.first && part[first-2]) {
		first--
	}
	for end < e.end {
		n := end
		for n < e.end && n < end+3 && !part[n] && (s.Words[n].UPOS == "ADP" || s.Words[n].UPOS == "DET" || s.Words[n].XPOS == "HYPH" || s.Words[n].UPOS == "CCONJ") {
			n++
		}
		if n >= e.end || !part[n] {
			break
		}
		end = n + 1
	}
	for kind == Person && first+1 < end && personTitle(s.Words[first].Form) {
		first++
	}
	if end-first == 1 && personTitle(s.Words[first].Form) {
		return Name{}, false
	}
	return Name{First: first, End: end, Type: kind}, true
}
