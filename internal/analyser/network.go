package analyser

import (
	"errors"

	"xref/extract/lang"
	"xref/extract/lang/neural"
)

// The shape of the network.
const (
	NetWidth  = 128 // numbers that stand for a word
	NetLayers = 3
	NetChoice = 96 // hidden units behind the choice of an action
	NetLink   = 64 // hidden units behind the choice of a relation
)

// Network is the part of a model that sees a sentence as a whole. Every word is
// first the sum of what is learned of its spelling, classes and tags, then what
// layers that read the sentence in both directions make of it. Actions and
// relations are chosen by what these give (after Kiperwasser and Goldberg 2016,
// with the units of Lei et al. 2018).
type Network struct {
	Weights NetWeights
	tables  netTables
	Layers  [NetLayers]neural.Recurrent
	places  neural.Matrix // a word in each place of a state, for the choice of an action
	ends    neural.Matrix // a word at each end of an arc, for its relation
	choice  neural.Matrix
	link    neural.Matrix
}

// netTables holds the rows that are learned of words' spellings, classes and tags.
type netTables interface {
	// add adds a row to x, NetWidth numbers.
	Add(x []float32, row int32)
}

// WordTables are the tables of rows: how many each has, and by which value of a
// word it is entered. Words have no row of a table whose value they lack.
var WordTables = [...]struct {
	rows  uint32
	value func(w *Word) uint32
}{
	{16384, func(w *Word) uint32 {
		if w.cluster|w.Usual == 0 {
			return 0
		}
		return w.Lower
	}},
	{512, func(w *Word) uint32 { return w.shape }},
	{2048, func(w *Word) uint32 { return w.prefix[2] }},
	{1024, func(w *Word) uint32 { return w.suffix[1] }},
	{4096, func(w *Word) uint32 { return w.suffix[2] }},
	{4096, func(w *Word) uint32 { return w.suffix[3] }},
	{512, func(w *Word) uint32 { return w.cluster }},
	{64, func(w *Word) uint32 { return w.coarse }},
	{1024, func(w *Word) uint32 { return w.Usual }},
	{128, func(w *Word) uint32 { return w.Tag }},
	{32, func(w *Word) uint32 { return w.Upos }},
}

// tableFirst is the first row of each table, and the number of all rows.
var tableFirst = func() (first [len(WordTables) + 1]int32) {
	for i, t := range WordTables {
		first[i+1] = first[i] + int32(t.rows)
	}
	return first
}()

// TableRows is the number of rows of all tables.
var TableRows = int(tableFirst[len(WordTables)])

// rowsOf sets rows to those of the word, or none.
func rowsOf(w *Word, rows []int32) {
	for i, t := range WordTables {
		rows[i] = None
		if v := t.value(w); v != 0 {
			rows[i] = tableFirst[i] + int32(v%t.rows)
		}
	}
}

// NetWeights is the weights besides the tables, as parts of one slice. Slopes of
// a loss are laid out in the same way.
type NetWeights struct {
	All    []float32
	Layers [NetLayers][]float32
	Nobody []float32 // the root, and no word at all: what the layers give for them
	Places []float32 // NetWidth × StatePlaces·NetChoice
	Signs  []float32 // stateSigns × NetChoice
	Hidden []float32
	Choice []float32 // NetChoice × actions
	Act    []float32
	Ends   []float32 // NetWidth × ArcEnds·NetLink
	Marks  []float32 // arcSigns × NetLink
	Linked []float32
	Link   []float32 // NetLink × relations
	Relate []float32
	Tags   []float32 // NetWidth × tags; only learned from, not kept
	Tag    []float32
}

var (
	PaddedActions = neural.Padded(Actions)
	PaddedRels    = neural.Padded(len(lang.RelNames))
)

// sizes is the parts in their order, with the size of each.
func (w *NetWeights) sizes(tags int) []netPart {
	parts := make([]netPart, 0, NetLayers+14)
	for i := range w.Layers {
		parts = append(parts, netPart{&w.Layers[i], neural.RecurrentSize(NetWidth)})
	}
	padded := neural.Padded(tags)
	return append(parts,
		netPart{&w.Nobody, 2 * NetWidth},
		netPart{&w.Places, NetWidth * StatePlaces * NetChoice},
		netPart{&w.Signs, stateSigns * NetChoice},
		netPart{&w.Hidden, NetChoice},
		netPart{&w.Choice, NetChoice * PaddedActions},
		netPart{&w.Act, PaddedActions},
		netPart{&w.Ends, NetWidth * ArcEnds * NetLink},
		netPart{&w.Marks, arcSigns * NetLink},
		netPart{&w.Linked, NetLink},
		netPart{&w.Link, NetLink * PaddedRels},
		netPart{&w.Relate, PaddedRels},
		netPart{&w.Tags, NetWidth * padded},
		netPart{&w.Tag, padded},
	)
}

type netPart struct {
	at   *[]float32
	size int
}

// NetSize is how many weights there are besides the tables.
func NetSize(tags int) int {
	size := 0
	for _, p := range (&NetWeights{}).sizes(tags) {
		size += p.size
	}
	return size
}

// NewNetWeights parts all, NetSize numbers.
func NewNetWeights(all []float32, tags int) NetWeights {
	w := NetWeights{All: all}
	for _, p := range w.sizes(tags) {
		*p.at, all = all[:p.size:p.size], all[p.size:]
	}
	return w
}

// NewNetwork is the network of these weights as they are.
func NewNetwork(w NetWeights, tables netTables) *Network {
	n := &Network{
		Weights: w,
		tables:  tables,
		places:  neural.NewMatrix(w.Places, NetWidth, StatePlaces*NetChoice),
		ends:    neural.NewMatrix(w.Ends, NetWidth, ArcEnds*NetLink),
		choice:  neural.NewMatrix(w.Choice, NetChoice, PaddedActions),
		link:    neural.NewMatrix(w.Link, NetLink, PaddedRels),
	}
	for i := range n.Layers {
		n.Layers[i] = neural.NewRecurrent(NetWidth, w.Layers[i])
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

func (t byteTables) Add(x []float32, row int32) {
	neural.AddBytes(x, t[int(row)*NetWidth:(int(row)+1)*NetWidth], tableUnit)
}

// loadNetwork reads a packed network: the tables, then the weights.
func loadNetwork(data string) (*Network, error) {
	tables := TableRows * NetWidth
	all := make([]float32, NetSize(0))
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
	return NewNetwork(NewNetWeights(all, 0), numbers), nil
}

// PackNetwork is the form that loadNetwork reads, without what tells tags. Numbers
// that are too large are brought within.
func PackNetwork(tables []float32, w NetWeights) []byte {
	packed := make([]byte, 0, len(tables)+2*NetSize(0))
	for _, v := range tables {
		packed = append(packed, byte(int8(rounded(v/tableUnit, 127))))
	}
	for _, v := range w.All[:NetSize(0)] {
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
