package english

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"xref/extract/article"
	"xref/extract/lang"
	"xref/extract/lang/conllu"
	"xref/internal/analyser"
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
func trainNames(material Material, v *analyser.Vocabulary, t *analyser.Tagger, tagged [][]analyser.Word) (gazetteer, weights []byte) {
	look := analyser.Seer{Vocabulary: v}
	gazetteer, listed := gazetteerOf(material, &look)
	named := slices.Clone(material.Names)
	words := make([][]analyser.Word, len(named))
	for i, s := range named {
		words[i] = make([]analyser.Word, len(s.Forms))
		for j, f := range s.Forms {
			words[i][j] = look.See(f)
		}
		t.Tag(words[i])
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
	trainers := make([]*averaged, namerMembers)
	for member := range trainers {
		trainers[member] = trainNamer(named, words, listed, member+1)
	}
	return gazetteer, pack(namerBytes, trainers...)
}

// gazetteerOf packs the lists of names.
func gazetteerOf(material Material, look *analyser.Seer) ([]byte, *analyser.Table) {
	bits := map[uint32]uint16{}
	for i, kind := range analyser.GazetteerNames {
		entries := material.Gazetteers[kind]
		if kind == "organisation" {
			entries = analyser.Organisations()
		}
		for _, entry := range entries {
			tokens := analyser.Tokenize(nil, entry, article.Span{End: len(entry)})
			if kind == "person" {
				if len(tokens) < 2 {
					continue
				}
				tokens = tokens[len(tokens)-1:]
			}
			key := uint32(0)
			for _, t := range tokens {
				key = analyser.EntryKey(key, look.See(t.In(entry)).Lower)
			}
			bits[key] |= 1 << i
		}
	}
	packed := analyser.PackTable(bits)
	listed, err := analyser.LoadTable(packed)
	if err != nil {
		panic(err)
	}
	return []byte(packed), listed
}

// trainNamer learns the labels of the sentences. Each member sees them in
// another order.
func trainNamer(named []NamedSentence, words [][]analyser.Word, listed *analyser.Table, member int) *averaged {
	trainer := newAveraged(analyser.NameLabels, 2)
	labels := make([][]int, len(named))
	for i, s := range named {
		labels[i] = s.labels()
	}
	n := analyser.Namer{Weights: trainer, Gazetteer: listed, Thin: thinning(member, namerDrop)}
	for round := range namerRounds {
		for _, k := range order(len(named), 1000*(member+1)+round) {
			before, before2 := analyser.NameOutside, analyser.NameOutside
			style := analyser.CaseStyle(words[k])
			n.Look(words[k])
			for i, gold := range labels[k] {
				if gold == analyser.NameOutside && analyser.Idle(&words[k][i], before) {
					before2, before = before, gold
					continue
				}
				n.See(words[k], i, before, before2, style)
				n.Scores = [analyser.NameLabels]int32{}
				trainer.Score(n.Features, n.Scores[:])
				guess := analyser.Best(n.Scores[:])
				if guess != gold {
					trainer.Update(n.Features, gold, guess)
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

var gumTypes = map[string]lang.NameType{"person": lang.Person, "organization": lang.Organisation, "place": lang.Place}

// namedOf makes sentences to learn names from of a treebank with entities.
func namedOf(sentences []conllu.Sentence) []NamedSentence {
	named := make([]NamedSentence, 0, len(sentences))
	for _, s := range sentences {
		var n NamedSentence
		for _, w := range s.Words {
			n.Forms = append(n.Forms, w.Form)
		}
		var cores []lang.Name
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
func coreOf(s conllu.Sentence, e gumEntity) (lang.Name, bool) {
	head := analyser.None
	for i := e.first; i < e.end; i++ {
		if h := s.Words[i].Head; h < e.first || h >= e.end {
			head = i
			break
		}
	}
	if head == analyser.None || s.Words[head].UPOS != "PROPN" && s.Words[head].XPOS != "NNP" && s.Words[head].XPOS != "NNPS" {
		return lang.Name{}, false
	}
	if e.kind == "time" {
		return lang.Name{}, false
	}
	kind := gumTypes[e.kind]
	if kind == lang.Person && s.Words[head].XPOS == "NNPS" {
		kind = lang.OtherName
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
				part[i] = kind != lang.Person && (capital || strings.HasPrefix(w.XPOS, "NNP"))
			case "nmod", "conj":
				part[i] = kind != lang.Person && strings.HasPrefix(w.XPOS, "NNP")
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
	for kind == lang.Person && first+1 < end && analyser.PersonTitle(s.Words[first].Form) {
		first++
	}
	if end-first == 1 && analyser.PersonTitle(s.Words[first].Form) {
		return lang.Name{}, false
	}
	return lang.Name{First: first, End: end, Type: kind}, true
}
