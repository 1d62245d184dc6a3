package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

var (
	//go:embed data/variants.txt
	variantsText string

	variants = wordlist[[]string]{name: "variants", text: variantsText, row: otherWords}
)

// respelling is a rule of orthography by which British and American English
// differ: from becomes to behind a stem of some letters and before one of the
// endings. Without endings it does so wherever it stands.
type respelling struct {
	from, to string
	stem     int // letters at least
	endings  string
}

// respellings are tried in turn, each on what the last one made. Their long
// stems keep pairs such as fourth and forth, prise and prize, filling and filing
// apart.
var respellings = [...]respelling{
	{"our", "or", 2, " s ed er ers ing ful fully ite ites able ably al less ism ist hood hoods y ly"}, // colour, favourite
	{"is", "iz", 4, "e es ed er ers ing ation ations ational able"},                                   // organise
	{"ys", "yz", 4, "e es ed er ers ing"},                                                             // analyse
	{"ogue", "og", 2, " s"},                                                                           // catalogue
	{"ence", "ense", 3, " s less"},                                                                    // defence
	{"eable", "able", 3, " ly"},                                                                       // likeable
	{"ll", "l", 4, "ed er ers ing or ors ery"},                                                        // travelled
	{"aem", "em", 0, ""}, {"paed", "ped", 0, ""}, {"anaes", "anes", 0, ""}, {"oestr", "estr", 0, ""}, {"foet", "fet", 0, ""},
	{"oesoph", "esoph", 0, ""}, {"aecolog", "ecolog", 0, ""}, {"chaeo", "cheo", 0, ""}, {"laeo", "leo", 0, ""},
	{"diaev", "diev", 0, ""}, {"rhoea", "rhea", 0, ""}, {"noeuvr", "neuver", 0, ""}, {"aesthe", "esthe", 0, ""},
}

// shortestRespelt is how many letters a word has at least that the rules change.
const shortestRespelt = 6

// spelling is a form that all spellings of a folded word share: American, with
// neither hyphens nor diacritics.
func spelling(word string) string {
	key := joined(unaccented(word))
	if american, ok := americanSpellings()[key]; ok {
		return american
	}
	if len(key) < shortestRespelt {
		return key
	}
	for i := range respellings {
		key = respellings[i].apply(key)
	}
	return key
}

func (r *respelling) apply(word string) string {
	if !strings.Contains(word, r.from) {
		return word
	}
	if r.endings == "" {
		return strings.Replace(word, r.from, r.to, 1)
	}
	for ending := range strings.SplitSeq(r.endings, " ") {
		stem, ok := strings.CutSuffix(word, ending)
		if !ok {
			continue
		}
		stem, ok = strings.CutSuffix(stem, r.from)
		if !ok || len(stem) < r.stem {
			continue
		}
		return stem + r.to + ending
	}
	return word
}

// americanSpellings turns the list round: from each spelling to the one that
// leads its row.
var americanSpellings = sync.OnceValue(func() map[string]string {
	variants.find("")
	table := make(map[string]string, 2*len(variants.rows))
	for american, others := range variants.rows {
		for _, other := range others {
			table[joined(other)] = joined(american)
		}
	}
	return table
})

// joined takes the hyphens out of a word, but for those that keep it from being
// read as another: re-sign, co-op.
func joined(word string) string {
	if strings.IndexByte(word, '-') < 0 || word == "co-op" || strings.HasPrefix(word, "re-") && !strings.HasPrefix(word, "re-e") {
		return word
	}
	return strings.ReplaceAll(word, "-", "")
}

var accents = strings.NewReplacer("à", "a", "á", "a", "â", "a", "ã", "a", "ä", "a", "å", "a", "ç", "c", "è", "e", "é", "e", "ê", "e", "ë", "e",
	"ì", "i", "í", "i", "î", "i", "ï", "i", "ñ", "n", "ò", "o", "ó", "o", "ô", "o", "õ", "o", "ö", "o", "ø", "o", "ù", "u", "ú", "u", "û", "u", "ü", "u")

// unaccented takes the diacritics off a word in lower case.
func unaccented(word string) string {
	for i := 0; i < len(word); i++ {
		if word[i] >= 0x80 {
			return accents.Replace(word)
		}
	}
	return word
}
