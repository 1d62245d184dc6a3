package lang

import (
	"errors"

	"xref/extract/lang/neural"
)

// The shape of the network.
const (
	netWidth  = 128 // numbers that stand for a word
	netLayers = 3
	netChoice = 96 // hidden units behind the choice of an action
	netLink   = 64 // hidden units behind the choice of a relation
)

// network is the part of a model that sees a sentence as a whole. Every word is
// first the sum of what is learned of its spelling, classes and tags, then what
// layers that read the sentence in both directions make of it. Actions and
// relations are chosen by what these give (after Kiperwasser and Goldberg 2016,
// with the units of Lei et al. 2018).
type network struct {
	weights netWeights
	tables  netTables
	layers  [netLayers]neural.Recurrent
	places  neural.Matrix // a word in each place of a state, for the choice of an action
	ends    neural.Matrix // a word at each end of an arc, for its relation
	choice  neural.Matrix
	link    neural.Matrix
}

// netTables holds the rows that are learned of words' spellings, classes and tags.
type netTables interface {
	// add adds a row to x, netWidth numbers.
	add(x []float32, row int32)
}

// wordTables are the tables of rows: how many each has, and by which value of a
// word it is entered. Words have no row of a table whose value they lack.
var wordTables = [...]struct {
	rows  uint32
	value func(w *word) uint32
}{
	{16384, func(w *word) uint32 {
		if w.cluster|w.usual == 0 {
			return 0
		}
		return w.lower
	}},
	{512, func(w *word) uint32 { return w.shape }},
	{2048, func(w *word) uint32 { return w.prefix[2] }},
	{1024, func(w *word) uint32 { return w.suffix[1] }},
	{4096, func(w *word) uint32 { return w.suffix[2] }},
	{4096, func(w *word) uint32 { return w.suffix[3] }},
	{512, func(w *word) uint32 { return w.cluster }},
	{64, func(w *word) uint32 { return w.coarse }},
	{1024, func(w *word) uint32 { return w.usual }},
	{128, func(w *word) uint32 { return w.tag }},
	{32, func(w *word) uint32 { return w.upos }},
}

// tableFirst is the first row of each table, and the number of all rows.
var tableFirst = func() (first [len(wordTables) + 1]int32) {
	for i, t := range wordTables {
		first[i+1] = first[i] + int32(t.rows)
	}
	return first
}()

// tableRows is the number of rows of all tables.
var tableRows = int(tableFirst[len(wordTables)])

// rowsOf sets rows to those of the word, or none.
func rowsOf(w *word, rows []int32) {
	for i, t := range wordTables {
		rows[i] = none
		if v := t.value(w); v != 0 {
			rows[i] = tableFirst[i] + int32(v%t.rows)
		}
	}
}

// netWeights is the weights besides the tables, as parts of one slice. Slopes of
// a loss are laid out in the same way.
type netWeights struct {
	all    []float32
	layers [netLayers][]float32
	nobody []float32 // the root, and no word at all: what the layers give for them
	places []float32 // netWidth × statePlaces·netChoice
	signs  []float32 // stateSigns × netChoice
	hidden []float32
	choice []float32 // netChoice × actions
	act    []float32
	ends   []float32 // netWidth × arcEnds·netLink
	marks  []float32 // arcSigns × netLink
	linked []float32
	link   []float32 // netLink × relations
	relate []float32
	tags   []float32 // netWidth × tags; only learned from, not kept
	tag    []float32
}

var (
	paddedActions = neural.Padded(actions)
	paddedRels    = neural.Padded(len(relNames))
)

// sizes is the parts in their order, with the size of each.
func (w *netWeights) sizes(tags int) []netPart {
	parts := make([]netPart, 0, netLayers+14)
	for i := range w.layers {
		parts = append(parts, netPart{&w.layers[i], neural.RecurrentSize(netWidth)})
	}
	padded := neural.Padded(tags)
	return append(parts,
		netPart{&w.nobody, 2 * netWidth},
		netPart{&w.places, netWidth * statePlaces * netChoice},
		netPart{&w.signs, stateSigns * netChoice},
		netPart{&w.hidden, netChoice},
		netPart{&w.choice, netChoice * paddedActions},
		netPart{&w.act, paddedActions},
		netPart{&w.ends, netWidth * arcEnds * netLink},
		netPart{&w.marks, arcSigns * netLink},
		netPart{&w.linked, netLink},
		netPart{&w.link, netLink * paddedRels},
		netPart{&w.relate, paddedRels},
		netPart{&w.tags, netWidth * padded},
		netPart{&w.tag, padded},
	)
}

type netPart struct {
	at   *[]float32
	size int
}

// netSize is how many weights there are besides the tables.
func netSize(tags int) int {
	size := 0
	for _, p := range (&netWeights{}).sizes(tags) {
		size += p.size
	}
	return size
}

// newNetWeights parts all, netSize numbers.
func newNetWeights(all []float32, tags int) netWeights {
	w := netWeights{all: all}
	for _, p := range w.sizes(tags) {
		*p.at, all = all[:p.size:p.size], all[p.size:]
	}
	return w
}

// newNetwork is the network of these weights as they are.
func newNetwork(w netWeights, tables netTables) *network {
	n := &network{
		weights: w,
		tables:  tables,
		places:  neural.NewMatrix(w.places, netWidth, statePlaces*netChoice),
		ends:    neural.NewMatrix(w.ends, netWidth, arcEnds*netLink),
		choice:  neural.NewMatrix(w.choice, netChoice, paddedActions),
		link:    neural.NewMatrix(w.link, netLink, paddedRels),
	}
	for i := range n.layers {
		n.layers[i] = neural.NewRecurrent(netWidth, w.layers[i])
	}
	return n
}

// Weights are kept as fixed-point numbers: those of the tables in 8 bits, the
// others in 16, as multiples of
const (
	tableUnit  = 1.0 / 64
	weightUnit = 1.0 / 4096
)

// byteTables is the tables as they are kept.
type byteTables []int8

func (t byteTables) add(x []float32, row int32) {
	neural.AddBytes(x, t[int(row)*netWidth:(int(row)+1)*netWidth], tableUnit)
}

// loadNetwork reads a packed network: the tables, then the weights.
func loadNetwork(data string) (*network, error) {
	tables := tableRows * netWidth
	all := make([]float32, netSize(0))
	if len(data) != tables+2*len(all) {
		return nil, errors.New("the network is cut short or of another shape")
	}
	numbers := make(byteTables, tables)
	for i := range numbers {
		numbers[i] = int8(data[i])
	}
	packed := data[tables:]
	for i := range all {
		all[i] = float32(int16(uint16(packed[2*i])|uint16(packed[2*i+1])<<8)) * weightUnit
	}
	return newNetwork(newNetWeights(all, 0), numbers), nil
}

// packNetwork is the form that loadNetwork reads, without what tells tags. Numbers
// that are too large are brought within.
func packNetwork(tables []float32, w netWeights) []byte {
	packed := make([]byte, 0, len(tables)+2*netSize(0))
	for _, v := range tables {
		packed = append(packed, byte(int8(rounded(v/tableUnit, 127))))
	}
	for _, v := range w.all[:netSize(0)] {
		n := uint16(int16(rounded(v/weightUnit, 32767)))
		packed = append(packed, byte(n), byte(n>>8))
	}
	return packed
}

// rounded is v as a whole number that is no larger than limit.
func rounded(v, limit float32) int {
	half := float32(0.5)
	if v < 0 {
		half = -0.5
	}
	return int(max(-limit, min(limit, v)) + half)
}
