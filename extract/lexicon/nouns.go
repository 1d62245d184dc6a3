package lexicon

// PersonNoun reports whether a noun names a person (activist, queen), and the
// gender that it tells.
func PersonNoun(lemma string) (gender Gender, ok bool) { return Unknown, false }

// GroupNoun reports whether a noun names a body of people that can act and
// speak (committee, watchdog, army).
func GroupNoun(lemma string) bool { return false }

// PlaceNoun reports whether a noun names a place or a structure that things
// happen in (village, hospital, border).
func PlaceNoun(lemma string) bool { return false }
