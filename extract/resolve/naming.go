package resolve

import (
	"slices"
	"strings"

	"xref/extract/lang"
	"xref/extract/lexicon"
)

// nameForm is one way in which the text writes a name, with its places.
type nameForm struct {
	typ     Type
	person  personName
	body    bodyName
	thing   bool  // the words are those of a body or a place, whatever else
	age     int   // told in a comma behind it; 0 where it isn't
	kin     bool  // introduced as somebody's father, wife, …
	phrases []int // in text order
}

// group is the forms that name one entity.
type group struct {
	typ   Type
	forms []*nameForm
	kin   bool
}

// naming gives every named phrase its group, by one pass over the forms of
// names and one over their places.
type naming struct {
	t       *lang.Text
	phrases []phrase
	groups  []group
	of      map[int]int // phrase → group
	lone    int         // forms that stand for themselves
}

// mostForms is how many written forms of names are held against each other: each
// against each. An article that has more is a list, and the others stand for
// themselves.
//
// mostWords is how many words a name has at most. What has more is a list of names.
const (
	mostForms = 600
	mostWords = 24
)

// nameGroups gathers the names of a text. Its result maps phrases to groups.
func nameGroups(t *lang.Text, phrases []phrase) *naming {
	n := &naming{t: t, phrases: phrases, of: map[int]int{}}
	forms := n.forms()
	forms, rest := comparable(forms)
	n.repairTypes(forms)
	var full, partial, bodies []*nameForm
	for _, f := range forms {
		switch {
		case f.typ == Person && len(f.person.words) > 1:
			full = append(full, f)
		case f.typ == Person:
			partial = append(partial, f)
		default:
			bodies = append(bodies, f)
		}
	}
	n.fullNames(full)
	n.partialNames(partial)
	n.bodyNames(bodies)
	for _, f := range rest {
		n.add(-1, f)
	}
	n.lone = len(rest)
	return n
}

// comparable are the forms that are held against each other, and those that stand for
// themselves.
func comparable(forms []*nameForm) (compared, rest []*nameForm) {
	for _, f := range forms {
		if len(compared) == mostForms || len(f.body.words) > mostWords {
			rest = append(rest, f)
		} else {
			compared = append(compared, f)
		}
	}
	return compared, rest
}

// forms gathers the places of each written form and votes on its type.
func (n *naming) forms() []*nameForm {
	byKey := map[string]*nameForm{}
	votes := map[string]*[4]int{}
	var order []string
	for i := range n.phrases {
		p := &n.phrases[i]
		if p.name == "" {
			continue
		}
		words := nameWords(p.name)
		if len(words) > 1 && words[0] == "the" {
			words = words[1:]
		}
		key := strings.Join(words, " ")
		if key == "" {
			continue
		}
		age := ageBehind(n.t, p.end)
		key = namesake(byKey, key, age)
		kin := p.typ == Person && (kinIntroduced(n.t, p.first) || kinBehind(n.t, p.end))
		f := byKey[key]
		if f == nil {
			f = &nameForm{}
			byKey[key], votes[key] = f, &[4]int{}
			order = append(order, key)
		}
		f.kin = f.kin || kin
		f.age = max(f.age, age)
		f.phrases = append(f.phrases, i)
		votes[key][p.typ] += 2
		if p.typ == Other {
			votes[key][Other]--
		}
		if p.gender != Unknown {
			votes[key][Person] += 5
		}
	}
	var forms []*nameForm
	for _, key := range order {
		f := byKey[key]
		surface := n.phrases[f.phrases[0]].name
		for typ, count := range votes[key] {
			if count > votes[key][f.typ] {
				f.typ = Type(typ)
			}
		}
		if votes[key][Person] <= 2*len(f.phrases) || f.typ != Person {
			f.typ = typed(surface, f.typ)
		}
		f.person, f.body = parsePerson(surface), parseBody(surface)
		if len(f.person.words) == 0 {
			f.person.words = nameWords(surface)
		}
		f.thing = established(f.body) || f.body.acronym() || slices.ContainsFunc(f.body.words, func(w string) bool { return bodyNouns.Of(w).reach != noReach })
		forms = append(forms, f)
	}
	return forms
}

// repairTypes gives full names that only their last words, standing alone, show
// to be a person's that type, words of the language another than a person's, and
// names of one word the type of the full name that they shorten.
func (n *naming) repairTypes(forms []*nameForm) {
	alone := map[string]bool{}
	whole := map[string]bool{}
	for _, f := range forms {
		switch {
		case f.typ == Person && len(f.person.words) == 1:
			alone[f.person.words[0]] = true
		case f.typ == Person:
			whole[f.person.surname()] = true
		}
	}
	for _, f := range forms {
		words := f.body.words
		switch count := len(words); {
		case f.typ != Person && (count == 2 || count == 3) && alone[words[count-1]] && !whole[words[count-1]] && f.body.head == count-1:
			_, given := lexicon.GivenName(capital(words[0]))
			named := given && !dictionaryWord(words[0]) || !dictionaryWord(words[count-1]) && !dictionaryWord(words[0])
			if named && !slices.ContainsFunc(words, func(w string) bool { return bodyNouns.Of(w).reach != noReach }) && len(f.person.words) > 1 {
				f.typ = Person
			}
		case f.typ == Person && count == 1 && !whole[words[0]] && dictionaryWord(words[0]) && n.afterArticle(f):
			f.typ = Other
			if bodyNouns.Of(words[0]).typ == Organisation {
				f.typ = Organisation
			}
		}
	}
	for _, f := range forms {
		if len(f.body.words) != 1 {
			continue
		}
		if f.typ == Person && !whole[f.body.words[0]] && slices.ContainsFunc(forms, func(g *nameForm) bool { return namesStorm(g.body, f.body.words[0]) }) {
			f.typ = Other
			continue
		}
		word := f.body.words[0]
		if _, country := lexicon.Country(f.body.surface); country {
			continue
		}
		surname, body := 0, 0
		for _, g := range forms {
			switch {
			case g.typ == Person && len(g.person.words) > 1 && g.person.surname() == word:
				surname += len(g.phrases)
			case g.typ == Organisation && len(g.body.words) > 1 && g.body.words[0] == word:
				body += len(g.phrases)
			}
		}
		_, capital := lexicon.Capital(f.body.surface)
		_, state := lexicon.USState(f.body.surface)
		switch {
		case surname > 0 && (f.typ != Place || !capital && !state):
			f.typ = Person
		case body > 0 && f.typ == Person && surname == 0:
			f.typ = Organisation
		}
	}
}

// afterArticle reports whether most places of a form have "the" before them, as
// no person's name has.
func (n *naming) afterArticle(f *nameForm) bool {
	with := 0
	for _, i := range f.phrases {
		if first := n.phrases[i].first; first > 0 && n.t.Lower(first-1) == "the" {
			with++
		}
	}
	return 2*with > len(f.phrases)
}

func (n *naming) add(g int, f *nameForm) int {
	if g < 0 {
		n.groups = append(n.groups, group{typ: f.typ})
		g = len(n.groups) - 1
	}
	n.groups[g].forms = append(n.groups[g].forms, f)
	n.groups[g].kin = n.groups[g].kin || f.kin
	for _, p := range f.phrases {
		n.of[p] = g
	}
	return g
}

// fullNames groups names of persons with a given name. The longest come first,
// so that a short form finds all that it can stand for.
func (n *naming) fullNames(forms []*nameForm) {
	slices.SortStableFunc(forms, func(a, b *nameForm) int { return len(b.person.words) - len(a.person.words) })
	var parts []*nameForm
	for _, f := range forms {
		found, part := -1, false
		for g := range n.groups {
			k := n.kinship(f, g)
			if k == bySelf && (!f.kin && !n.groups[g].kin || f.person.suffix == n.groups[g].forms[0].person.suffix) && !otherAge(f.age, n.groups[g].forms[0].age) {
				found = g
				break
			}
			part = part || k == bySurname
		}
		if found < 0 && part {
			parts = append(parts, f)
			continue
		}
		n.add(found, f)
	}
	n.partialNames(parts)
}

// kinship is the closest relation of a form to the full names of a group; one
// that contradicts any of them is none of its.
func (n *naming) kinship(f *nameForm, g int) kinship {
	best := strangers
	for _, other := range n.groups[g].forms {
		k := comparePersons(f.person, other.person)
		if k == strangers && len(f.person.words) > 1 && len(other.person.words) > 1 {
			return strangers
		}
		best = max(best, k)
	}
	return best
}

// partialNames links surnames and given names that stand alone to full names.
// Where several persons fit, each place decides for itself.
func (n *naming) partialNames(forms []*nameForm) {
	whole := len(n.groups)
	for _, f := range forms {
		var fitting []int
		best := strangers
		for g := range n.groups[:whole] {
			if n.groups[g].typ != Person {
				continue
			}
			k := n.kinship(f, g)
			if k == strangers || k < best || k >= byVariant && n.bornByAnother(f, g) {
				continue
			}
			if k > best {
				best, fitting = k, nil
			}
			fitting = append(fitting, g)
		}
		switch {
		case len(fitting) == 1:
			n.add(fitting[0], f)
		case len(fitting) > 1 && best >= bySurname:
			n.perPlace(f, fitting)
		case len(fitting) > 1 && best == byGivenName:
			n.perPlace(f, fitting)
		default:
			found := -1
			for g := whole; g < len(n.groups); g++ {
				if n.groups[g].typ == Person && n.kinship(f, g) >= byVariant {
					found = g
					break
				}
			}
			n.add(found, f)
		}
	}
}

// perPlace decides for each place of a surname which of the persons who bear
// it is meant: the one whom its honorific fits, then one who wasn't brought in
// as another's relative, then one whom a pronoun right behind fits, then the one whom the surname meant before, then the
// one named in full last.
func (n *naming) perPlace(f *nameForm, fitting []int) {
	meant := -1
	for _, p := range f.phrases {
		candidates := slices.Clone(fitting)
		if gender := n.phrases[p].gender; gender != Unknown {
			agreeing := slices.DeleteFunc(slices.Clone(candidates), func(g int) bool {
				known := n.genderOf(g)
				return known != Unknown && known != gender
			})
			if len(agreeing) > 0 {
				candidates = agreeing
			}
		}
		if own := slices.DeleteFunc(slices.Clone(candidates), func(g int) bool { return n.groups[g].kin }); len(own) > 0 {
			candidates = own
		}
		if gender := n.genderBehind(p); gender != Unknown && len(candidates) > 1 {
			agreeing := slices.DeleteFunc(slices.Clone(candidates), func(g int) bool { return n.genderOf(g) != Unknown && n.genderOf(g) != gender })
			if len(agreeing) > 0 {
				candidates = agreeing
			}
		}
		chosen := candidates[0]
		if slices.Contains(candidates, meant) {
			chosen = meant
		} else {
			latest := -1
			for _, g := range candidates {
				for _, form := range n.groups[g].forms {
					for _, q := range form.phrases {
						if n.of[q] == g && q < p && q > latest {
							chosen, latest = g, q
						}
					}
				}
			}
		}
		meant = chosen
		n.of[p] = chosen
	}
	for _, g := range fitting {
		n.groups[g].forms = append(n.groups[g].forms, f)
	}
}

// bornByAnother reports whether a surname that stands alone is somebody else's than
// the full name's of group g: it comes first, with an office that the full name
// never has, or the full name is that of a relative.
func (n *naming) bornByAnother(f *nameForm, g int) bool {
	first := -1
	for _, p := range f.phrases {
		if n.t.Sentences[n.phrases[p].sentence].Role == lang.Prose {
			first = p
			break
		}
	}
	if first < 0 {
		return false
	}
	office := n.officeOf(first)
	if told := n.genderToldBehind(f); office == "" && !n.groups[g].kin || !n.groups[g].kin && told != Unknown && told == n.genderOf(g) {
		return false
	}
	for _, form := range n.groups[g].forms {
		for _, p := range form.phrases {
			if p < first || n.officeOf(p) == office && office != "" {
				return false
			}
		}
	}
	return true
}

// genderToldBehind is what the pronouns right behind most places of a name tell.
func (n *naming) genderToldBehind(f *nameForm) Gender {
	var votes [Feminine + 1]int
	for _, p := range f.phrases {
		votes[n.genderBehind(p)]++
	}
	switch {
	case votes[Masculine] > votes[Feminine]:
		return Masculine
	case votes[Feminine] > votes[Masculine]:
		return Feminine
	}
	return Unknown
}

// officeOf is the last word of the office in front of the name of phrase p, or "".
func (n *naming) officeOf(p int) string {
	for k := range n.phrases {
		if q := &n.phrases[k]; q.form == Title && q.title == p && q.end == n.phrases[p].first {
			if word := n.t.Form(q.end - 1); lexicon.Title(word) && !plainHonorific(word) {
				return fold(word)
			}
		}
	}
	return ""
}

// genderBehind is what the first "he" or "she" behind a name in its sentence tells,
// where no other person stands between them.
func (n *naming) genderBehind(p int) Gender {
	for k := p + 1; k < len(n.phrases) && n.phrases[k].sentence == n.phrases[p].sentence; k++ {
		switch q := &n.phrases[k]; {
		case q.form == Pronoun && (q.class == He || q.class == She):
			return q.gender
		case q.typ == Person && q.form != Pronoun && q.title != p:
			return Unknown
		}
	}
	return Unknown
}

// genderOf is what honorifics, else the given name, tell of a group's gender:
// weak evidence, used only to choose between persons of one surname.
func (n *naming) genderOf(g int) Gender {
	for _, f := range n.groups[g].forms {
		for _, p := range f.phrases {
			if n.of[p] == g && n.phrases[p].gender != Unknown && len(f.person.words) > 1 {
				return n.phrases[p].gender
			}
		}
	}
	switch givenGender(n.groups[g].forms) {
	case lexicon.Masculine:
		return Masculine
	case lexicon.Feminine:
		return Feminine
	}
	return Unknown
}

// givenGender is what lists of given names tell of the first full form.
func givenGender(forms []*nameForm) lexicon.Gender {
	for _, f := range forms {
		if f.typ != Person || len(f.person.words) == 0 {
			continue
		}
		if len(f.person.words) > 1 || len(forms) == 1 {
			if gender, ok := lexicon.GivenName(capital(f.person.words[0])); ok {
				return gender
			}
		}
	}
	return lexicon.Unknown
}

// bodyNames groups names of bodies, places and things: first what is surely
// one name, then shortenings.
func (n *naming) bodyNames(forms []*nameForm) {
	slices.SortStableFunc(forms, func(a, b *nameForm) int { return len(b.body.words) - len(a.body.words) })
	whole := len(n.groups)
	var short []*nameForm
	for _, f := range forms {
		found, shortening := -1, false
		for g := whole; g < len(n.groups); g++ {
			ok, s := n.sameBody(f, g)
			if ok && !s {
				found = g
				break
			}
			shortening = shortening || ok
		}
		if found < 0 && shortening {
			short = append(short, f)
			continue
		}
		n.add(found, f)
	}
	for _, f := range short {
		nearest, at := -1, -1
		for g := whole; g < len(n.groups); g++ {
			if ok, _ := n.sameBody(f, g); !ok {
				continue
			}
			first := n.groups[g].forms[0].phrases[0]
			if nearest < 0 || first < f.phrases[0] && (first > at || at > f.phrases[0]) {
				nearest, at = g, first
			}
		}
		n.add(nearest, f)
	}
}

// sameBody compares a form with the forms of a group of a fitting type.
func (n *naming) sameBody(f *nameForm, g int) (ok, short bool) {
	typ := n.groups[g].typ
	if typ != f.typ && typ != Other && f.typ != Other && !(f.body.acronym() && f.typ != Place) && !(typ == Organisation && f.typ == Place && len(f.body.words) > 1) {
		return false, false
	}
	if typ == Other && f.typ == Place || typ == Place && f.typ == Other {
		typ = Place
	}
	for _, other := range n.groups[g].forms {
		same, s := sameBody(f.body, other.body, typ)
		if same && !s {
			return true, false
		}
		ok, short = ok || same, short || s
	}
	return ok, short && ok
}

// kinNouns introduce another member of a family.
var kinNouns = lexicon.PersonWords.Words("nouns of kinship")

// kinIntroduced reports whether the words in front of token first say that it
// begins the name of somebody's relative: "his father, the Rev. …".
func kinIntroduced(t *lang.Text, first int) bool {
	s := t.SentenceOf(first)
	if s < 0 {
		return false
	}
	for i := first - 1; i >= t.Sentences[s].First && i >= first-7; i-- {
		switch tok := t.Tokens[i]; tok.UPOS {
		case lang.NOUN:
			if kinNouns.Has(strings.ToLower(tok.Lemma)) {
				return true
			}
		case lang.VERB, lang.AUX, lang.ADP, lang.CCONJ, lang.SCONJ, lang.PRON:
			return false
		}
	}
	return false
}

// kinBehind reports whether what follows a name calls its bearer somebody's
// relative: "Paul Odum Jr., his son,".
func kinBehind(t *lang.Text, end int) bool {
	s := t.SentenceOf(end - 1)
	if s < 0 || end >= t.Sentences[s].End || t.Form(end) != "," {
		return false
	}
	for i := end + 1; i < t.Sentences[s].End && i <= end+5; i++ {
		switch tok := t.Tokens[i]; tok.UPOS {
		case lang.NOUN:
			if kinNouns.Has(strings.ToLower(tok.Lemma)) {
				return true
			}
		case lang.VERB, lang.AUX, lang.ADP, lang.CCONJ, lang.SCONJ, lang.PUNCT:
			return false
		}
	}
	return false
}
