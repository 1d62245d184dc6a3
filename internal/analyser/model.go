package analyser

import (
	"crypto/sha256"
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"sync"

	"xref/extract/lang"
	"xref/extract/lang/perceptron"
)

// Model is a trained analyser of English. It is read-only once it is loaded, and
// may be used by several goroutines at once.
//
// Its file is the line "xref.lang VERSION", a header of lines that name what it
// was trained from and under which licence it stands, an empty line, and
// sections: name and size of each, one a line, an empty line, and their bytes.
type Model struct {
	Header     string
	Tags       []TagPair
	Sure       []int
	Vocabulary *Vocabulary
	Tagger     *perceptron.Weights
	network    *Network
	splitter   *perceptron.Weights
	lemmatizer Lemmatizer
	morphology morphology
	namer      *perceptron.Weights
	gazetteer  *Table
	parsers    sync.Pool // of *Parser, whose memory the next text uses again
	kept       keepers   // what parsers keep of words, for as many as there are cores
}

// ModelVersion changes whenever a model of before can't be used any more: when
// features, sections or their formats change.
const ModelVersion = 3

const ModelMagic = "xref.lang "

//go:embed english.model
var embedded string

// English is the embedded model. It panics if the program was built with a
// model that doesn't fit it.
var English = sync.OnceValue(func() *Model {
	m, err := Load(embedded)
	if err != nil {
		panic("embedded " + err.Error())
	}
	return m
})

// ModelName names the embedded model: its format, and a hash of how its sections are
// laid out and of its end, by which two models differ. The model itself isn't read.
func ModelName() string {
	version, rest, _ := strings.Cut(embedded, "\n")
	header, rest, _ := strings.Cut(rest, "\n\n")
	index, rest, _ := strings.Cut(rest, "\n\n")
	const end = 4096
	sum := sha256.Sum256([]byte(header + "\n" + index + "\n" + rest[max(0, len(rest)-end):]))
	return fmt.Sprintf("%s (%x)", version, sum[:6])
}

// Load reads a model in place. It fails on data that is no model, is of another
// version than this program's, or is cut short.
func Load(data string) (*Model, error) {
	header, sections, err := ReadModel(data)
	if err != nil {
		return nil, fmt.Errorf("model: %w", err)
	}
	m := &Model{Header: header}
	if err := m.fill(sections); err != nil {
		return nil, fmt.Errorf("model: %w", err)
	}
	return m, nil
}

// ReadModel parts a model's file into its header and its sections by name.
func ReadModel(data string) (header string, sections map[string]string, err error) {
	version, rest, ok := strings.Cut(data, "\n")
	if !ok || !strings.HasPrefix(version, ModelMagic) {
		return "", nil, errors.New("this is no model of xref's analyser")
	}
	if want := fmt.Sprint(ModelMagic, ModelVersion); version != want {
		return "", nil, fmt.Errorf("%q does not fit this program, which wants %q; train it again", version, want)
	}
	header, rest, ok = strings.Cut(rest, "\n\n")
	if !ok {
		return "", nil, errors.New("the header is cut short")
	}
	index, rest, ok := strings.Cut(rest, "\n\n")
	if !ok {
		return "", nil, errors.New("the list of sections is cut short")
	}
	sections = map[string]string{}
	for line := range strings.Lines(index) {
		var name string
		var size int
		if _, err := fmt.Sscanf(line, "%s %d", &name, &size); err != nil || size < 0 || size > len(rest) {
			return "", nil, fmt.Errorf("section %q is cut short", strings.TrimSpace(line))
		}
		sections[name], rest = rest[:size], rest[size:]
	}
	if rest != "" {
		return "", nil, errors.New("there is more data than the sections tell")
	}
	return header, sections, nil
}

func (m *Model) fill(sections map[string]string) error {
	var err error
	get := func(name string) string {
		s, ok := sections[name]
		if !ok && err == nil {
			err = fmt.Errorf("section %s is missing", name)
		}
		return s
	}
	check := func(name string, e error) {
		if e != nil && err == nil {
			err = fmt.Errorf("section %s: %w", name, e)
		}
	}
	weights := func(name string, classes int) *perceptron.Weights {
		w, e := perceptron.Load(get(name))
		check(name, e)
		if e == nil && w.Classes() != classes {
			check(name, fmt.Errorf("%d classes, want %d", w.Classes(), classes))
		}
		return w
	}
	lookup := func(name string) *Table {
		t, e := LoadTable(get(name))
		check(name, e)
		return t
	}
	tags := get("tags")
	for i := 0; i+1 < len(tags); i += 2 {
		if int(tags[i]) >= len(lang.UposNames) || int(tags[i+1]) >= len(lang.XposNames) {
			return errors.New("section tags: no such tag")
		}
		m.Tags = append(m.Tags, TagPair{lang.UPOS(tags[i]), lang.XPOS(tags[i+1])})
	}
	sure := get("sure")
	for i := 0; i+1 < len(sure); i += 2 {
		tag := int(int16(binary.LittleEndian.Uint16([]byte(sure[i : i+2]))))
		if tag >= len(m.Tags) {
			return errors.New("section sure: no such tag")
		}
		m.Sure = append(m.Sure, tag)
	}
	v, e := LoadVocabulary(get("vocabulary"))
	check("vocabulary", e)
	m.Vocabulary = v
	m.Tagger = weights("tagger", len(m.Tags))
	n, e := loadNetwork(get("network"))
	check("network", e)
	m.network = n
	m.splitter = weights("splitter", 2)
	m.namer = weights("namer", NameLabels)
	m.lemmatizer.Edits = lookup("lemmas")
	m.lemmatizer.Script = readEdits(get("edits"))
	m.morphology.known = lookup("morphology")
	m.morphology.feats = readFeats(get("feats"))
	m.gazetteer = lookup("gazetteer")
	return err
}
