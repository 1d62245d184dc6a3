package lexicon

import (
	_ "embed"
	"fmt"
	"strconv"
)

// Modality is what a modal verb does to its proposition.
type Modality uint8

// The modalities.
const (
	Possible     Modality = iota // may, might, could
	Able                         // can, be able to
	Necessary                    // must, have to, need to
	Obliged                      // should, ought to, be supposed to
	Future                       // will, shall, be going to
	Hypothetical                 // would
)

var modalityNames = []string{"possible", "able", "necessary", "obliged", "future", "hypothetical"}

func (m Modality) String() string { return modalityNames[m] }

// HedgeKind is how a hedge weakens the proposition it belongs to.
type HedgeKind uint8

// The kinds of hedges.
const (
	Hearsay     HedgeKind = iota // allegedly, reportedly, so-called
	Appearance                   // apparently, seem, evidently
	Likelihood                   // possibly, probably, likely, perhaps
	Approximate                  // about, roughly, nearly
	Partial                      // partly, largely, mostly, generally, often
	Mitigation                   // somewhat, rather, fairly
)

var hedgeKindNames = []string{"hearsay", "appearance", "likelihood", "approximate", "partial", "mitigation"}

func (k HedgeKind) String() string { return hedgeKindNames[k] }

// Hedging describes a hedge. Certainty runs from 0 to 1: how sure of the
// proposition the writer is who puts it so, 1 being a plain assertion.
type Hedging struct {
	Kind      HedgeKind
	Certainty float64
}

// Signature is what an implicative verb tells of its complement
// (Karttunen 1971, 2012): +1 that it holds, -1 that it doesn't, 0 nothing.
// Affirmed is for the plain verb and Negated for the verb under negation:
// "manage to" is +1 and -1, "fail to" -1 and +1, "refuse to" -1 and 0.
type Signature struct {
	Affirmed, Negated int8
}

var (
	//go:embed data/modals.txt
	modalsText string
	//go:embed data/hedges.txt
	hedgesText string
	//go:embed data/implicatives.txt
	implicativesText string
	//go:embed data/factives.txt
	factivesText string

	modals = wordlist[Modality]{name: "modals", text: modalsText, row: func(fields []string) (Modality, error) {
		if len(fields) != 1 {
			return 0, fmt.Errorf("%d fields, want one", len(fields))
		}
		return Choice[Modality](fields[0], modalityNames)
	}}
	hedges       = wordlist[Hedging]{name: "hedges", text: hedgesText, row: hedgeRow}
	implicatives = wordlist[Signature]{name: "implicatives", text: implicativesText, row: signatureRow}
	factives     = wordlist[struct{}]{name: "factives", text: factivesText, row: present}
)

// Modal tells the modality of a modal or semi-modal verb ("may", "have to").
func Modal(lemma string) (Modality, bool) { return modals.find(folded(lemma)) }

// Hedge tells how a word or phrase hedges ("allegedly", "seem", "about").
func Hedge(lemma string) (Hedging, bool) { return hedges.find(folded(lemma)) }

// Implicative tells what a verb, or an adjective, says of the truth of its
// infinitive complement, or of the from-phrase of verbs like prevent.
func Implicative(lemma string) (Signature, bool) { return implicatives.find(folded(lemma)) }

// Factive reports whether a verb or adjective presupposes its that-clause,
// under negation too: "they (don't) know that".
func Factive(lemma string) bool {
	_, ok := factives.find(folded(lemma))
	return ok
}

func hedgeRow(fields []string) (h Hedging, err error) {
	if len(fields) != 2 {
		return h, fmt.Errorf("%d fields, want a kind and a certainty", len(fields))
	}
	if h.Kind, err = Choice[HedgeKind](fields[0], hedgeKindNames); err != nil {
		return h, err
	}
	h.Certainty, err = strconv.ParseFloat(fields[1], 64)
	if err == nil && (h.Certainty < 0 || h.Certainty > 1) {
		err = fmt.Errorf("certainty %v isn't in 0..1", h.Certainty)
	}
	return h, err
}

func signatureRow(fields []string) (s Signature, err error) {
	if len(fields) != 2 {
		return s, fmt.Errorf("%d fields, want two signs", len(fields))
	}
	if s.Affirmed, err = sign(fields[0]); err != nil {
		return s, err
	}
	s.Negated, err = sign(fields[1])
	return s, err
}

func sign(field string) (int8, error) {
	switch field {
	case "+":
		return 1, nil
	case "-":
		return -1, nil
	case "0":
		return 0, nil
	}
	return 0, fmt.Errorf("%q is no sign of + - 0", field)
}
