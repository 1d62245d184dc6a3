package english

import (
	"math"
	"math/rand/v2"
	"sync"

	"xref/extract/lang/neural"
	"xref/internal/analyser"
)

const (
	netRounds   = 14
	netRate     = 2e-3 // how far a step goes at most; it falls to nothing towards the end
	netWarm     = 300  // steps until it is reached, at most
	netBatch    = 700  // words behind a step, at least, where there are many
	netLast     = 0.02 // share of the rate that is left at the end
	netLearners = 2    // parts of a batch that are learned from side by side
	tagShare    = 0.3  // of a word's tag in the loss
)

// rowTable is the tables while they are learned.
type rowTable []float32

func (t rowTable) Add(x []float32, row int32) { neural.Add(x, t.row(row)) }

func (t rowTable) row(row int32) []float32 { return t[int(row)*analyser.NetWidth:][:analyser.NetWidth] }

// learner learns from a part of a batch: it gathers the slopes of the loss.
type learner struct {
	net      *analyser.Network
	encoder  *analyser.Encoder
	parser   *analyser.Parser
	noise    *noise
	explore  bool // goes on from the parser's own choices
	slopes   analyser.NetWeights
	tables   rowTable // slopes by the tables' numbers
	touched  []int32  // rows that have any
	marked   []bool
	byPlaces []float32 // by encoder.places
	byArcs   []float32 // by encoder.arcs
	byTags   []float32
	byScore  []float32
	byHidden []float32

	choices, wrong int
}

func newLearner(tags int) *learner {
	n := &noise{}
	e := &analyser.Encoder{Noise: n}
	return &learner{
		encoder: e,
		noise:   n,
		parser:  analyser.NewParser(e),
		slopes:  analyser.NewNetWeights(make([]float32, analyser.NetSize(tags)), tags),
		tables:  make(rowTable, analyser.TableRows*analyser.NetWidth),
		marked:  make([]bool, analyser.TableRows),
		byScore: make([]float32, max(analyser.PaddedActions, analyser.PaddedRels)),
	}
}

// learn adds the slopes of the loss on some sentences.
func (l *learner) learn(n *analyser.Network, examples []*example, sentences [][]analyser.Word) {
	if len(sentences) == 0 {
		return
	}
	e := l.encoder
	l.net, e.Net = n, n
	e.Encode(sentences...)
	l.byPlaces, l.byArcs = neural.Sized(l.byPlaces, len(e.Places)), neural.Sized(l.byArcs, len(e.Arcs))
	clear(l.byPlaces)
	clear(l.byArcs)
	first := 0
	for i, words := range sentences {
		l.learnSentence(examples[i], words, first)
		first += len(words)
	}
	final := e.States[analyser.NetLayers]
	by := make([]float32, len(final))
	multiplyBack(l.slopes.Places, by, l.byPlaces, final, n.Weights.Places, analyser.NetWidth, analyser.StatePlaces*analyser.NetChoice)
	multiplyBack(l.slopes.Ends, by, l.byArcs, final, n.Weights.Ends, analyser.NetWidth, analyser.ArcEnds*analyser.NetLink)
	words := len(final) - 2*analyser.NetWidth
	l.learnTags(examples, by[:words], final[:words])
	neural.Add(l.slopes.Nobody, by[words:])
	by = by[:words]
	for level := analyser.NetLayers; level > 0; level-- {
		l.noise.blurAlike(level, by, e.Ends)
		in := make([]float32, len(by))
		backward(analyser.NetWidth, n.Weights.Layers[level-1], l.slopes.Layers[level-1], in, by, e.States[level-1], e.Ends, &e.Traces[level-1])
		by = in
	}
	l.noise.blurAlike(0, by, e.Ends)
	for i, r := range e.Rows {
		if r == analyser.None {
			continue
		}
		if !l.marked[r] {
			l.marked[r] = true
			l.touched = append(l.touched, r)
		}
		neural.Add(l.tables.row(r), by[i/len(analyser.WordTables)*analyser.NetWidth:])
	}
}

// learnTags adds the slopes of the words' tags, which are only told in training:
// what tells them tells relations too.
func (l *learner) learnTags(examples []*example, by, final []float32) {
	columns := len(l.net.Weights.Tag)
	l.byTags = neural.Sized(l.byTags, len(final)/analyser.NetWidth*columns)
	tags := neural.NewMatrix(l.net.Weights.Tags, analyser.NetWidth, columns)
	tags.Product(l.byTags, final)
	rest := l.byTags
	for _, e := range examples {
		for _, gold := range e.tags {
			row := rest[:columns]
			rest = rest[columns:]
			neural.Add(row, l.net.Weights.Tag)
			shares(row)
			row[gold]--
			for j := range row {
				row[j] *= tagShare
			}
			neural.Add(l.slopes.Tag, row)
		}
	}
	multiplyBack(l.slopes.Tags, by, l.byTags, final, l.net.Weights.Tags, analyser.NetWidth, columns)
}

// take adds the slopes of another learner to this one's and clears those.
func (l *learner) take(from *learner) {
	neural.Add(l.slopes.All, from.slopes.All)
	clear(from.slopes.All)
	for _, r := range from.touched {
		neural.Add(l.tables.row(r), from.tables.row(r))
		clear(from.tables.row(r))
		from.marked[r] = false
		if !l.marked[r] {
			l.marked[r] = true
			l.touched = append(l.touched, r)
		}
	}
	from.touched = from.touched[:0]
}

// netTrainer learns a network, a step a batch.
type netTrainer struct {
	weights   analyser.NetWeights
	tables    rowTable
	all, rows *adam
	step      int
	rowSteps  []int // that each row was part of
	learners  []*learner
}

func newNetTrainer(tags int) *netTrainer {
	t := &netTrainer{
		weights:  analyser.NewNetWeights(make([]float32, analyser.NetSize(tags)), tags),
		tables:   make(rowTable, analyser.TableRows*analyser.NetWidth),
		rowSteps: make([]int, analyser.TableRows),
	}
	begin(&t.weights, t.tables, rand.New(rand.NewPCG(1, 20221122)))
	t.all, t.rows = newAdam(len(t.weights.All)), newAdam(len(t.tables))
	for range netLearners {
		t.learners = append(t.learners, newLearner(tags))
	}
	return t
}

// trainNetwork learns the network and returns it packed. The words carry the tags
// that it will see; tags is how many classes of them there are, rounds how often
// it sees all sentences. Rows that nothing was learned of add nothing.
func trainNetwork(examples []example, words [][]analyser.Word, tags, rounds int, log func(string, ...any)) []byte {
	size := 0
	for _, w := range words {
		size += len(w)
	}
	batch := max(20, min(netBatch, size/100))
	planned := rounds * (size/batch + 1)
	warm := min(netWarm, planned/10)
	t := newNetTrainer(tags)
	for round := range rounds {
		for _, part := range batches(words, round, batch) {
			t.step++
			t.learn(examples, words, part, round > 0)
			rate := netRate * min(1, float64(t.step)/float64(warm)) * max(netLast, 1-float64(t.step)/float64(planned))
			t.move(1/float32(batch), rate)
		}
		choices, wrong := 0, 0
		for _, l := range t.learners {
			choices, wrong = choices+l.choices, wrong+l.wrong
			l.choices, l.wrong = 0, 0
		}
		log("network, round %d: %.2f%% of actions right", round+1, 100-100*float64(wrong)/float64(choices))
	}
	for r, n := range t.rowSteps {
		if n == 0 {
			clear(t.tables.row(int32(r)))
		}
	}
	return analyser.PackNetwork(t.tables, t.weights)
}

// learn leaves the slopes of the loss on the sentences of a batch with the first
// learner. Explore lets the parser go on from its own choices.
func (t *netTrainer) learn(examples []example, words [][]analyser.Word, batch []int, explore bool) {
	n := analyser.NewNetwork(t.weights, t.tables)
	var group sync.WaitGroup
	for i, l := range t.learners {
		group.Go(func() {
			l.noise.random = rand.New(rand.NewPCG(uint64(t.step), uint64(i)))
			var gold []*example
			var sentences [][]analyser.Word
			for k := i; k < len(batch); k += len(t.learners) {
				gold, sentences = append(gold, &examples[batch[k]]), append(sentences, words[batch[k]])
			}
			l.explore = explore
			l.learn(n, gold, sentences)
		})
	}
	group.Wait()
	for _, l := range t.learners[1:] {
		t.learners[0].take(l)
	}
}

// move takes a step against the first learner's slopes, each times share, and
// clears those.
func (t *netTrainer) move(share float32, rate float64) {
	l := t.learners[0]
	half := len(t.weights.All) / 2
	var group sync.WaitGroup
	group.Go(func() { t.all.step(t.weights.All, l.slopes.All, 0, half, share, rate, t.step) })
	group.Go(func() {
		t.all.step(t.weights.All, l.slopes.All, half, len(t.weights.All), share, rate, t.step)
		for _, r := range l.touched {
			t.rowSteps[r]++
			t.rows.step(t.tables, l.tables, int(r)*analyser.NetWidth, (int(r)+1)*analyser.NetWidth, share, rate, t.rowSteps[r])
			l.marked[r] = false
		}
		l.touched = l.touched[:0]
	})
	group.Wait()
}

// begin sets the weights to small random numbers and the biases to nothing.
func begin(w *analyser.NetWeights, tables rowTable, random *rand.Rand) {
	fill := func(to []float32, spread float64) {
		for i := range to {
			to[i] = float32(random.NormFloat64() * spread)
		}
	}
	inputs := func(n int) float64 { return 1 / math.Sqrt(float64(n)) }
	fill(tables, 0.2)
	for _, l := range w.Layers {
		matrix := 3 * analyser.NetWidth * analyser.NetWidth
		fill(l[:matrix], inputs(analyser.NetWidth))
		fill(l[matrix:matrix+2*analyser.NetWidth], 0.1)
	}
	fill(w.Nobody, 0.5)
	fill(w.Places, inputs(analyser.NetWidth*analyser.StatePlaces/2))
	fill(w.Signs, 0.1)
	fill(w.Choice, inputs(analyser.NetChoice))
	fill(w.Ends, inputs(analyser.NetWidth*analyser.ArcEnds))
	fill(w.Marks, 0.1)
	fill(w.Link, inputs(analyser.NetLink))
	fill(w.Tags, inputs(analyser.NetWidth))
}

// batches parts the sentences, in the order of a round, into pieces of at least
// least words.
func batches(words [][]analyser.Word, round, least int) [][]int {
	var all [][]int
	var batch []int
	size := 0
	for _, n := range order(len(words), 5000+round) {
		batch = append(batch, n)
		if size += len(words[n]); size >= least {
			all, batch, size = append(all, batch), nil, 0
		}
	}
	if len(batch) > 0 {
		all = append(all, batch)
	}
	return all
}
