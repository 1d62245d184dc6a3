package render

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"xref/compare"
	"xref/compare/kind"
	"xref/extract/article"
	"xref/extract/lang"
	"xref/extract/quantity"
	"xref/extract/when"
)

// wording is how a sentence tells what the sides of a finding say. {} stands for a
// value in quotation marks; the text before it and after it is the same for one
// outlet and for several, but for a verb: the first word, which has both forms.
type wording struct {
	opening string // before who says what, with its colon
	says    verb   // of an outlet, before or around its value
	alike   verb   // of all outlets where they give one value; as says where it is empty
	lacks   verb   // of an outlet that leaves out what others say; empty where none does
	within  string // of one article that doesn't fit with itself, around its values
}

// verb is a predicate with its verb in the singular and in the plural.
type verb struct{ one, many, rest string }

// wordings are the sentences, by what findings say of their sides.
var wordings = map[kind.Reason]wording{
	kind.SameNumber:  {opening: "The number is the same: ", says: verb{"gives", "give", " {}"}},
	kind.OtherNumber: {says: verb{"gives", "give", " {}"}},
	kind.OtherUnit:   {opening: "The figure is the same, its unit isn’t: ", says: verb{"gives", "give", " {}"}},
	kind.OtherBound:  {opening: "The number is limited differently: ", says: verb{"gives", "give", " {}"}},
	kind.TwoBounds:   {within: "limits one number in two ways"},

	kind.SameTime:  {opening: "The time is the same: ", says: verb{"says", "say", " {}"}},
	kind.OtherTime: {says: verb{"dates", "date", " it {}"}},

	kind.OtherSpelling: {says: verb{"writes", "write", " {}"}},
	kind.TwoSpellings:  {within: "spells one name in two ways"},
	kind.OtherName:     {opening: "Another name stands in the same place: ", says: verb{"has", "have", " {}"}},

	kind.SameTitle:  {opening: "The descriptions agree: ", says: verb{"has", "have", " {}"}},
	kind.OtherTitle: {opening: "The descriptions differ: ", says: verb{"has", "have", " {}"}},

	kind.OtherPronoun: {says: verb{"says", "say", " {}"}},
	kind.TwoPronouns:  {within: "speaks of one person in two ways"},

	kind.SameWords:    {opening: "The words quoted are the same: ", says: verb{"quotes", "quote", " {}"}, alike: verb{"quotes", "quote", " the same words: {}"}},
	kind.MoreWords:    {opening: "The words quoted are the same, but not as many: ", says: verb{"quotes", "quote", " {}"}},
	kind.Paraphrase:   {says: verb{"quotes", "quote", " {}"}, lacks: verb{"tells", "tell", " it in other words"}},
	kind.Stitched:     {opening: "What stands apart here is run together there: ", says: verb{"has", "have", " {}"}},
	kind.AlteredWords: {opening: "The words between the quotation marks aren’t the same: ", says: verb{"has", "have", " {}"}, lacks: verb{"doesn’t", "don’t", ""}},
	kind.OtherSpeaker: {opening: "The same words are given to two speakers: ", says: verb{"has", "have", " them from {}"}},

	kind.OtherSource: {says: verb{"has", "have", " it from {}"}, lacks: verb{"names", "name", " no source for it"}},

	kind.OtherCertainty:   {opening: "They aren’t equally sure: ", says: verb{"says", "say", " {}"}},
	kind.ConditionLeftOut: {says: verb{"sets", "set", " a condition, {}"}, lacks: verb{"sets", "set", " none"}},
	kind.HedgeLeftOut:     {says: verb{"hedges", "hedge", " it with {}"}, lacks: verb{"doesn’t", "don’t", ""}},

	kind.Denied:         {opening: "What one affirms the other denies: ", says: verb{"says", "say", " {}"}},
	kind.Opposites:      {opening: "They say opposite things: ", says: verb{"says", "say", " {}"}},
	kind.WithoutLeftOut: {says: verb{"says", "say", " what was missing, {}"}, lacks: verb{"doesn’t", "don’t", ""}},

	kind.OtherDoer:              {opening: "Who or what did it isn’t the same: ", says: verb{"says", "say", " {}"}},
	kind.OtherTarget:            {opening: "Who or what it was done to isn’t the same: ", says: verb{"says", "say", " {}"}},
	kind.DoerAndTargetExchanged: {opening: "Who did it and to whom is the other way round: ", says: verb{"says", "say", " {}"}},
	kind.DoerLeftOut:            {says: verb{"says", "say", " who or what did it, {}"}, lacks: verb{"doesn’t", "don’t", " say"}},
	kind.OneHolderOnly:          {opening: "Only one of them can be right: ", says: verb{"says", "say", " {}"}},

	kind.OtherWord: {says: verb{"says", "say", " {}"}},

	kind.OtherPlace:         {opening: "The place isn’t the same: ", says: verb{"says", "say", " {}"}},
	kind.OtherOnes:          {opening: "It isn’t said of the same ones: ", says: verb{"says", "say", " {}"}},
	kind.RestrictionLeftOut: {says: verb{"narrows", "narrow", " it down with {}"}, lacks: verb{"doesn’t", "don’t", ""}},

	kind.SameMatter:    {opening: "They report the same: ", says: verb{"says", "say", " {}"}, alike: verb{"reports", "report", " it in the same words: {}"}},
	kind.Contradictory: {opening: "They don’t fit each other: ", says: verb{"says", "say", " {}"}},
	kind.ToldOtherwise: {opening: "They tell it differently: ", says: verb{"says", "say", " {}"}},

	kind.HeadlineRewritten:  {opening: "The headline was rewritten: ", says: verb{"has", "have", " {}"}},
	kind.QuotationRewritten: {opening: "Words between quotation marks were altered: ", says: verb{"has", "have", " {}"}},
	kind.Rewritten:          {opening: "The sentence was rewritten: ", says: verb{"has", "have", " {}"}},
	kind.Added:              {says: verb{"adds", "add", " {}"}},
	kind.Gone:               {says: verb{"had", "had", " {}, which is gone"}},
	kind.Moved:              {says: verb{"has", "have", " {} in another place"}},
	kind.NoReason:           {says: verb{"says", "say", " {}"}},
}

// voice is outlets that say one thing, or that leave it out.
type voice struct {
	outlets  []string
	evidence []int    // the first piece of each
	all      bool     // they are all outlets of the story
	values   []string // more than one where outlets say several things
	texts    []string // the values, clean
	lacks    bool     // they leave out what others say
}

// sentence is a finding in one sentence: which outlet says what.
func (v *view) sentence(f *compare.Finding) string {
	return v.sentenceWith(f, func(s string) string { return s }, unlinked)
}

// sentenceWith is the sentence with the words of articles made clean, and each
// outlet's label linked to its first piece of evidence, unless it was made before.
func (v *view) sentenceWith(f *compare.Finding, clean func(string) string, link func(evidence int, label string) string) string {
	if made, ok := v.sentences[f.ID]; ok {
		return clean(made)
	}
	w := v.wordingOf(f)
	voices := v.voices(f, w)
	for i := range voices {
		o := &voices[i]
		for _, value := range o.values {
			o.texts = append(o.texts, clean(shortened(value)))
		}
		for k, e := range o.evidence {
			o.outlets[k] = link(e, clean(shortened(o.outlets[k])))
		}
	}
	if len(voices) == 0 {
		return ""
	}
	if w.within != "" {
		return within(w, voices)
	}
	if bounds := v.bounds(f, voices); bounds != "" {
		return bounds
	}
	told := make([]string, len(voices))
	for i, o := range voices {
		p := w.says
		switch {
		case o.lacks:
			p = w.lacks
		case len(voices) == 1 && w.alike.one != "":
			p = w.alike
		}
		told[i] = o.says(p)
	}
	opening := w.opening
	if len(voices) == 1 {
		opening = ""
	}
	return ended(opening + strings.Join(told, "; "))
}

// ended is a sentence with its full stop, where no quotation at its end has one.
func ended(sentence string) string {
	if words, quoted := strings.CutSuffix(sentence, "”"); quoted && words != "" && strings.ContainsRune(".!?", rune(words[len(words)-1])) {
		return sentence
	}
	return sentence + "."
}

// wordingOf is how the sentence of a finding goes; of quotations of which one only
// gives less than another, that they aren't as long, and of lengths of time, that nothing
// is dated by them.
func (v *view) wordingOf(f *compare.Finding) wording {
	if f.Reason == kind.OtherTime && v.ofLengths(f) {
		return otherLength
	}
	if f.Reason == kind.AlteredWords && !slices.ContainsFunc(v.differingWords(f), func(m []article.Span) bool { return len(m) > 0 }) {
		return wordings[kind.MoreWords]
	}
	return wordings[f.Reason]
}

// otherLength is the wording of times that tell how long something took, and not when it was.
var otherLength = wording{opening: "How long it was isn’t the same: ", says: verb{"says", "say", " {}"}}

// ofLengths reports whether a piece of evidence shows how long something took.
func (v *view) ofLengths(f *compare.Finding) bool {
	return slices.ContainsFunc(f.Evidence, func(e kind.Evidence) bool {
		shown := e.Span
		if !e.Focus.Empty() {
			shown = e.Focus
		}
		return slices.ContainsFunc(v.Documents[e.Article].Times, func(t when.Time) bool {
			return t.Type == when.Duration && t.Span.Len() > 0 && shown.Contains(t.Span) && 2*t.Span.Len() > shown.Len()
		})
	})
}

// firstNamed is the piece of evidence of the outlet that the sentence names first.
func (v *view) firstNamed(f *compare.Finding) int {
	if voices := v.voices(f, v.wordingOf(f)); len(voices) > 0 {
		return voices[0].evidence[0]
	}
	return 0
}

// voices groups the outlets by what they say, in the order of the evidence; those
// that leave it out come last.
func (v *view) voices(f *compare.Finding, w wording) []voice {
	var told, silent []voice
	articles := map[int]bool{}
	marks := v.differingWords(f)
	for i, e := range f.Evidence {
		value, lacks := v.saying(f, i, marks[i])
		lacks = lacks && w.lacks.one != ""
		articles[e.Article] = true
		into := &told
		if lacks {
			into, value = &silent, ""
		}
		at := slices.IndexFunc(*into, func(o voice) bool { return sameWords(o.values[0], value) })
		if at < 0 {
			at = len(*into)
			*into = append(*into, voice{values: []string{value}, lacks: lacks})
		}
		if o := &(*into)[at]; !slices.Contains(o.outlets, v.labels[e.Article]) {
			o.outlets, o.evidence = append(o.outlets, v.labels[e.Article]), append(o.evidence, i)
		}
	}
	if f.Reason == kind.AlteredWords {
		silent = v.quotingToo(f, silent, told)
	}
	voices := append(ofOneMouth(told), besides(silent, told)...)
	if len(voices) == 1 && f.Verdict != kind.Agree && len(articles) > 1 {
		return v.passageVoices(f) // the words to look at don't tell the difference
	}
	if len(voices) == 1 && f.Story < len(v.Stories) {
		voices[0].all = len(articles) > 1 && len(articles) == len(v.Stories[f.Story].Articles)
	}
	return voices
}

// ofOneMouth joins what the same outlets say in several places.
func ofOneMouth(voices []voice) []voice {
	var joined []voice
	for _, o := range voices {
		at := slices.IndexFunc(joined, func(p voice) bool { return slices.Equal(p.outlets, o.outlets) })
		if at < 0 || slices.Contains(o.values, "") {
			joined = append(joined, o)
			continue
		}
		joined[at].values = append(slices.Clip(joined[at].values), o.values...)
	}
	return joined
}

// besides is outlets that leave something out, without those that say it in another
// place.
func besides(silent, told []voice) []voice {
	var left []voice
	for _, o := range silent {
		var outlets []string
		var evidence []int
		for k, name := range o.outlets {
			if !slices.ContainsFunc(told, func(t voice) bool { return slices.Contains(t.outlets, name) }) {
				outlets, evidence = append(outlets, name), append(evidence, o.evidence[k])
			}
		}
		if len(outlets) > 0 {
			o.outlets, o.evidence = outlets, evidence
			left = append(left, o)
		}
	}
	return left
}

// quotingToo gives outlets whose quotation has all the words by which another's differs from a third one's to that
// voice, and returns those that are left.
func (v *view) quotingToo(f *compare.Finding, silent, told []voice) (left []voice) {
	for _, o := range silent {
		var outlets []string
		var evidence []int
		for k, i := range o.evidence {
			passage := " " + strings.Join(lowerWords(v.in(f.Evidence[i].Article, f.Evidence[i].Span)), " ") + " "
			at := slices.IndexFunc(told, func(t voice) bool {
				return !slices.ContainsFunc(strings.Split(t.values[0], leftOut), func(part string) bool {
					return !strings.Contains(passage, " "+strings.Join(lowerWords(part), " ")+" ")
				})
			})
			if at < 0 {
				outlets, evidence = append(outlets, o.outlets[k]), append(evidence, i)
			} else if t := &told[at]; !slices.Contains(t.outlets, o.outlets[k]) {
				t.outlets, t.evidence = append(t.outlets, o.outlets[k]), append(t.evidence, i)
			}
		}
		if len(outlets) > 0 {
			o.outlets, o.evidence = outlets, evidence
			left = append(left, o)
		}
	}
	return left
}

// lowerWords are the words of a text in small letters, without what stands between them.
func lowerWords(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// names reports whether the words that a piece of evidence shows name somebody or
// something.
func (v *view) names(e kind.Evidence) bool {
	t := v.Documents[e.Article].Text
	if len(t.Tokens) == 0 {
		return true
	}
	for i, end := t.TokensIn(e.Focus); i < end; i++ {
		switch t.Tokens[i].UPOS {
		case lang.NOUN, lang.PROPN, lang.PRON:
			return true
		}
	}
	return false
}

// passageVoices groups the outlets by their passages.
func (v *view) passageVoices(f *compare.Finding) []voice {
	var voices []voice
	for i, e := range f.Evidence {
		text := v.in(e.Article, e.Span)
		at := slices.IndexFunc(voices, func(o voice) bool { return sameWords(o.values[0], text) })
		if at < 0 {
			at = len(voices)
			voices = append(voices, voice{values: []string{text}})
		}
		if o := &voices[at]; !slices.Contains(o.outlets, v.labels[e.Article]) {
			o.outlets, o.evidence = append(o.outlets, v.labels[e.Article]), append(o.evidence, i)
		}
	}
	return voices
}

// saying is what a piece of evidence says for its outlet, or that it leaves out what
// the reason speaks of.
func (v *view) saying(f *compare.Finding, i int, marks []article.Span) (value string, lacks bool) {
	e := f.Evidence[i]
	value = e.Value
	if value == "" {
		value = v.in(e.Article, e.Span)
	}
	if inWords[f.Reason] {
		if wide := v.clauseOf(e); !wide.Empty() {
			value = v.in(e.Article, wide)
		}
	}
	lacks = e.Focus.Empty() || e.Focus == e.Span || f.Reason == kind.DoerLeftOut && !v.names(e)
	if f.Utterance < 0 || i >= len(v.Utterances[f.Utterance].Variants) {
		return value, lacks
	}
	variant := v.Utterances[f.Utterance].Variants[i]
	lacks = false
	switch f.Reason {
	case kind.AlteredWords:
		words := v.words(e.Article, marks)
		return words, words == ""
	case kind.Paraphrase:
		return value, !variant.Direct
	case kind.OtherSpeaker:
		if s := v.Documents[variant.Article].Quotations[variant.Quotation].Source; !s.Empty() {
			return v.in(variant.Article, s), false
		}
	}
	return value, lacks
}

// inWords are the reasons by which a word alone says nothing, or the contrary of what
// its phrase says: "experience" of "no experience".
var inWords = map[kind.Reason]bool{kind.Denied: true, kind.OtherCertainty: true}

// widestWords is how many words a value has at most with those around it.
const widestWords = 10

// clauseOf is the words that carry the value of a piece of evidence with those of its
// phrase around them, first what stands before; empty where the value is long enough
// or the whole.
func (v *view) clauseOf(e kind.Evidence) article.Span {
	t := v.Documents[e.Article].Text
	if e.Focus.Empty() || e.Focus == e.Span || len(t.Tokens) == 0 {
		return article.Span{}
	}
	first := t.TokenAt(e.Focus.Start)
	last := first
	for last+1 < len(t.Tokens) && t.Tokens[last+1].Span.End <= e.Focus.End {
		last++
	}
	own := last // the last of the words themselves
	head := first
	for h := t.Tokens[head].Head; h >= first && h <= last; h = t.Tokens[head].Head {
		head = h
	}
	phrase := map[int]bool{}
	for _, i := range t.Subtree(head) {
		phrase[i] = e.Span.Contains(t.Tokens[i].Span)
	}
	for first > 0 && last-first < widestWords && phrase[first-1] {
		first--
	}
	for last-first < widestWords && phrase[last+1] {
		last++
	}
	for first < last && t.Tokens[first].UPOS == lang.PUNCT {
		first++
	}
	for last > own && (t.Tokens[last].UPOS == lang.PUNCT || t.Tokens[last].Head > last) {
		last-- // what it leads up to was left out: "the values of his"
	}
	return article.Span{Start: t.Tokens[first].Span.Start, End: t.Tokens[last].Span.End}
}

// words is the text of spans of an article with a sign where others stand between
// them.
func (v *view) words(i int, spans []article.Span) string {
	parts := make([]string, len(spans))
	for k, s := range spans {
		parts[k] = v.in(i, s)
	}
	return strings.Join(parts, " "+leftOut+" ")
}

// says is the outlets with what they do.
func (o voice) says(p verb) string {
	form := p.one
	if len(o.outlets) > 1 {
		form = p.many
	}
	return o.names() + " " + form + strings.ReplaceAll(p.rest, "{}", o.said())
}

// said is the values in quotation marks.
func (o voice) said() string {
	marked := make([]string, len(o.texts))
	for i, t := range o.texts {
		marked[i] = quoted(t)
	}
	return listed(marked)
}

// names is the outlets by name, or "all three" where they are all there are.
func (o voice) names() string {
	switch n := len(o.outlets); {
	case !o.all && n <= mostListed:
		return listed(o.outlets)
	case !o.all:
		return strconv.Itoa(n) + " outlets"
	case n < 2:
		return listed(o.outlets)
	case n == 2:
		return "Both"
	case n < len(numerals):
		return "All " + numerals[n]
	default:
		return "All " + strconv.Itoa(n)
	}
}

// numerals are the numbers that are written as words.
var numerals = []string{"none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}

// within is the sentence on one article that says two things.
func within(w wording, voices []voice) string {
	var values, outlets []string
	for _, o := range voices {
		values = append(values, o.said())
		for _, name := range o.outlets {
			if !slices.Contains(outlets, name) {
				outlets = append(outlets, name)
			}
		}
	}
	return ended(listed(outlets) + " " + w.within + ": " + listed(values))
}

// bounds is the sentence on one number that some limit and others don't: "Both give
// 19 towns; The Post says at least." It is empty where the number isn't the same to
// the letter, or none gives it without a limit.
func (v *view) bounds(f *compare.Finding, voices []voice) string {
	if f.Reason != kind.OtherBound || len(voices) < 2 {
		return ""
	}
	plain, number := -1, ""
	for i, o := range voices {
		q := v.quantityOf(f, o.values[0])
		if q == nil || len(o.values) > 1 {
			return ""
		}
		if q.quantity.Bound == quantity.Exact && q.quantity.Scope == quantity.Plain && q.quantity.Low == q.quantity.High {
			plain, number = i, q.quantity.Number.In(q.text)
		}
	}
	if plain < 0 {
		return ""
	}
	all := voice{all: true}
	var limits []string
	for i, o := range voices {
		all.outlets = append(all.outlets, o.outlets...)
		if i == plain {
			continue
		}
		q := v.quantityOf(f, o.values[0])
		before := article.Span{Start: q.quantity.Span.Start, End: q.quantity.Number.Start}
		if !sameWords(number, q.quantity.Number.In(q.text)) || strings.TrimSpace(before.In(q.text)) == "" || q.quantity.Bounded.End > q.quantity.Number.End {
			return ""
		}
		limits = append(limits, o.says(verb{"says", "say", " "})+quoted(strings.ToLower(strings.TrimSpace(before.In(q.text)))))
	}
	return ended(all.names() + " give " + voices[plain].said() + "; " + strings.Join(limits, "; "))
}

// found is a quantity in its text.
type found struct {
	quantity *quantity.Quantity
	text     string
}

// quantityOf is the quantity that the first piece of evidence of a value shows.
func (v *view) quantityOf(f *compare.Finding, value string) *found {
	for _, e := range f.Evidence {
		if !sameWords(e.Value, value) {
			continue
		}
		shown := e.Span
		if !e.Focus.Empty() {
			shown = e.Focus
		}
		for i := range v.Documents[e.Article].Quantities {
			if q := &v.Documents[e.Article].Quantities[i]; q.Span == shown {
				return &found{q, v.text(e.Article)}
			}
		}
	}
	return nil
}

// longestQuoted is how many bytes of a value a sentence gives.
const longestQuoted = 90

// quoted is words of an article in quotation marks, without marks of their own
// around them, the end of long ones left out.
func quoted(value string) string {
	text := strings.Join(strings.Fields(value), " ")
	text = strings.TrimRight(strings.Trim(text, "\"“”"), ",;:")
	if strings.Count(text, "(") != strings.Count(text, ")") {
		text = strings.NewReplacer("(", "", ")", "").Replace(text) // one half was left out
	}
	if len(text) > longestQuoted {
		text = text[:neatEnd(text, 0, longestQuoted)] + " " + leftOut
	}
	return "“" + text + "”"
}
