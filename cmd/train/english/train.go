// Package english learns the model by which English is analysed.
package english

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"

	"xref/extract/lang"
	"xref/extract/lang/conllu"
	"xref/internal/analyser"
)

// Material is what a model is learned from. Header is put into the model's
// file: lines that name the sources and their licences.
type Material struct {
	Header     string
	Treebanks  []Treebank
	Names      []NamedSentence     // besides the names that the treebanks annotate
	Gazetteers map[string][]string // kind → entries
	Lexicon    map[string]uint8    // words in small letters → bits, one for each part of speech they can be
	Raw        []string            // texts for word clusters, besides the treebanks
	Quick      bool                // one tagger in place of several that are averaged, and few rounds of the network
}

// members is how many classifiers of one sort are learned where n are usual.
func (m *Material) members(n int) int {
	if m.Quick {
		return 1
	}
	return n
}

// rounds is how often the network sees all sentences where n times are usual.
func (m *Material) rounds(n int) int {
	if m.Quick {
		return 2
	}
	return n
}

// Treebank is one treebank in CoNLL-U.
type Treebank struct {
	Sentences []conllu.Sentence
	Entities  bool            // MISC holds entities as GUM writes them
	Named     []NamedSentence // the sentences with their names, where these were annotated apart
}

// NamedSentence is a tokenised sentence with its names, which do not overlap.
type NamedSentence struct {
	Forms []string
	Names []lang.Name // First, End and Type of each
}

// labels is the sentence's names as labels of its words.
func (s NamedSentence) labels() []int {
	labels := make([]int, len(s.Forms))
	for _, n := range s.Names {
		analyser.NameLabelsOf(labels, n.First, n.End, n.Type)
	}
	return labels
}

// Train learns a model and returns its file. The same material gives the same
// bytes. Progress goes to log.
func Train(material Material, log func(format string, args ...any)) ([]byte, error) {
	sentences := bankSentences(material)
	if len(sentences) == 0 {
		return nil, fmt.Errorf("no sentences to learn from")
	}
	inv := newTagInventory(sentences)
	examples := examplesOf(sentences, inv)
	groups := learnClusters(material, sentences)
	log("%d words in clusters", len(groups))

	usual := newUsualTags(examples, material.Lexicon)
	vocab := newVocabulary(usual, groups)
	words := wordsOf(examples, vocab)

	var file modelFile
	for _, p := range inv.pairs {
		file.tags = append(file.tags, byte(p.Upos), byte(p.Xpos))
	}
	for _, s := range usual.sure {
		file.sure = binary.LittleEndian.AppendUint16(file.sure, uint16(int16(s)))
	}
	file.vocabulary = []byte(vocab.Records)

	workers := newWorkers()
	taggers := make([]*averaged, material.members(taggerMembers))
	for i := range taggers {
		workers.do(func() { taggers[i] = trainTagger(examples, wordsOf(examples, vocab), inv, usual, i) })
	}
	jackknife(workers, examples, words, inv, groups, material.Lexicon, log)
	file.tagger = pack(taggerBytes, taggers...)
	workers.do(func() { file.lemmas, file.edits = trainLemmas(examples, inv) })
	workers.do(func() { file.morphology, file.feats = trainMorphology(sentences, examples) })
	workers.do(func() { file.splitter = trainSplitter(material, vocab) })
	workers.do(func() {
		file.gazetteer, file.namer = trainNames(material, vocab, analyser.NewTagger(inv.pairs, usual.sure, mustLoad(file.tagger)), words)
	})
	workers.wait()
	file.network = trainNetwork(examples, words, len(inv.pairs), material.rounds(netRounds), log)
	return file.bytes(material.Header), nil
}

// TrainNames learns names anew and returns the file of a model that is otherwise
// the one given: what Train would give. It fails on a model that was learned from
// other material.
func TrainNames(material Material, model string, log func(format string, args ...any)) ([]byte, error) {
	m, err := analyser.Load(model)
	if err != nil {
		return nil, err
	}
	_, sections, err := analyser.ReadModel(model)
	if err != nil {
		return nil, err
	}
	var file modelFile
	for _, s := range file.sections() {
		*s.data = []byte(sections[s.name])
	}
	sentences := bankSentences(material)
	inv := newTagInventory(sentences)
	examples := examplesOf(sentences, inv)
	words := wordsOf(examples, m.Vocabulary)
	groups := learnClusters(material, sentences)
	if newVocabulary(newUsualTags(examples, material.Lexicon), groups).Records != m.Vocabulary.Records {
		return nil, errors.New("model: it was learned from other material; train it as a whole")
	}
	jackknife(newWorkers(), examples, words, inv, groups, material.Lexicon, log)
	file.gazetteer, file.namer = trainNames(material, m.Vocabulary, analyser.NewTagger(m.Tags, m.Sure, m.Tagger), words)
	return file.bytes(material.Header), nil
}

// bankSentences is the sentences of all treebanks.
func bankSentences(material Material) []conllu.Sentence {
	var sentences []conllu.Sentence
	for _, t := range material.Treebanks {
		sentences = append(sentences, t.Sentences...)
	}
	return sentences
}

// workers do pieces of work side by side.
type workers struct {
	slots chan struct{}
	group sync.WaitGroup
}

func newWorkers() *workers { return &workers{slots: make(chan struct{}, runtime.GOMAXPROCS(0))} }

func (w *workers) do(f func()) {
	w.group.Go(func() {
		w.slots <- struct{}{}
		defer func() { <-w.slots }()
		f()
	})
}

func (w *workers) wait() { w.group.Wait() }

const folds = 5

// jackknife gives the words of the examples the tags of taggers that have not
// learned from them, so that the parser learns from tags like those that it
// will be given.
func jackknife(w *workers, examples []example, words [][]analyser.Word, inv *tagInventory, groups clusters, lexicon map[string]uint8, log func(string, ...any)) {
	right := make([]int, folds)
	total := make([]int, folds)
	out := make([][]analyser.Word, len(examples))
	for fold := range folds {
		w.do(func() {
			var rest []example
			for i, e := range examples {
				if i%folds != fold {
					rest = append(rest, e)
				}
			}
			usual := newUsualTags(rest, lexicon)
			vocab := newVocabulary(usual, groups)
			weights := mustLoad(pack(taggerBytes, trainTagger(rest, wordsOf(rest, vocab), inv, usual, fold)))
			t := analyser.NewTagger(inv.pairs, usual.sure, weights)
			s := analyser.Seer{Vocabulary: vocab}
			for i, e := range examples {
				if i%folds != fold {
					continue
				}
				out[i] = make([]analyser.Word, len(e.forms))
				for j, f := range e.forms {
					out[i][j] = s.See(f)
				}
				t.Tag(out[i])
				for j := range out[i] {
					total[fold]++
					if int(out[i][j].Tag)-1 == e.tags[j] {
						right[fold]++
					}
				}
			}
			log("fold %d: %.2f%% of tags right", fold, 100*float64(right[fold])/float64(total[fold]))
		})
	}
	w.wait()
	for i := range words {
		for j := range words[i] {
			words[i][j].Tag, words[i][j].Upos = out[i][j].Tag, out[i][j].Upos
		}
	}
}

// modelFile is the sections of a model.
type modelFile struct {
	tags, sure, vocabulary, tagger, network, splitter, lemmas, edits, morphology, feats, gazetteer, namer []byte
}

// sections is the sections in the order of the file.
func (f *modelFile) sections() []modelSection {
	return []modelSection{
		{"tags", &f.tags}, {"sure", &f.sure}, {"vocabulary", &f.vocabulary}, {"tagger", &f.tagger}, {"network", &f.network},
		{"splitter", &f.splitter}, {"lemmas", &f.lemmas}, {"edits", &f.edits}, {"morphology", &f.morphology}, {"feats", &f.feats},
		{"gazetteer", &f.gazetteer}, {"namer", &f.namer},
	}
}

type modelSection struct {
	name string
	data *[]byte
}

func (f *modelFile) bytes(header string) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s%d\n%s\n\n", analyser.ModelMagic, analyser.ModelVersion, header)
	sections := f.sections()
	for i, s := range sections {
		fmt.Fprintf(&b, "%s %d", s.name, len(*s.data))
		if i+1 < len(sections) {
			b.WriteByte('\n')
		}
	}
	b.WriteString("\n\n")
	for _, s := range sections {
		b.Write(*s.data)
	}
	return b.Bytes()
}

// sortedKeys is the keys of m in order.
func sortedKeys[V any](m map[uint32]V) []uint32 {
	keys := make([]uint32, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
