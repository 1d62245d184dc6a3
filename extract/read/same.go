package read

import (
	"hash/fnv"
	"strings"
	"unicode"
)

// dropSame keeps one of several readings of one article: from two addresses of it
// that differ in what says nothing of it, or twice the same text of one outlet.
// Two versions of an article, and one text that two outlets carry, stay.
func (r *Result) dropSame() {
	var kept []Reading
	shingled := map[int]map[uint64]bool{}
	at := func(i int) map[uint64]bool {
		if shingled[i] == nil {
			shingled[i] = shingles(kept[i].Article.Body.In(kept[i].Article.Text))
		}
		return shingled[i]
	}
	byAddress, byText := map[string][]int{}, map[string]int{}
	for _, reading := range r.Readings {
		a := reading.Article
		address := canonical(a.URL)
		text := a.Outlet + "\x00" + letters(a.Body.In(a.Text))
		if from := reading.From["outlet"]; from == fromFileName || from == fromName {
			text = "\x00" + a.ID // each of its own outlet
		}
		same := -1
		if i, ok := byText[text]; ok {
			same = i
		}
		var own map[uint64]bool
		for _, i := range byAddress[address] {
			if same < 0 && address != "" {
				if own == nil {
					own = shingles(a.Body.In(a.Text))
				}
				if overlap(own, at(i)) >= sameText {
					same = i
				}
			}
		}
		if same >= 0 {
			r.Warnings = append(r.Warnings, Warning{Path: a.Path, Message: "the same article as " + kept[same].Article.Path + partText(kept[same].Part) + "; it is read once"})
			continue
		}
		byAddress[address] = append(byAddress[address], len(kept))
		byText[text] = len(kept)
		kept = append(kept, reading)
	}
	r.Readings = kept
}

func partText(part string) string {
	if part == "" {
		return ""
	}
	return " (" + part + ")"
}

// sameText is the share of runs of words from which two texts under one address
// are one version of an article.
const sameText = 0.9

// shingles are the runs of five words of a text, hashed.
func shingles(text string) map[uint64]bool {
	const length = 5
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	out := map[uint64]bool{}
	for i := 0; i == 0 || i+length <= len(words); i++ {
		h := fnv.New64a()
		for _, w := range words[i:min(i+length, len(words))] {
			h.Write([]byte(w))
			h.Write([]byte{0})
		}
		out[h.Sum64()] = true
	}
	return out
}

// overlap is what two sets have in common, as a share of the smaller one, which
// must be at least half of the larger.
func overlap(a, b map[uint64]bool) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	if 2*len(a) < len(b) {
		return 0
	}
	common := 0
	for h := range a {
		if b[h] {
			common++
		}
	}
	return float64(common) / float64(len(a))
}
