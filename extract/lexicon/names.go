package lexicon

// GivenName tells the gender of a given name as English lists of names have
// it: Either where both do. The form may be in capitals; "JOHN" is John.
func GivenName(form string) (Gender, bool) { return Unknown, false }
