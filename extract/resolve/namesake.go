package resolve

import (
	"strconv"

	"xref/extract/lang"
)

// ageBehind is the age that follows a name between commas, or 0: "John Pell, 34, of
// Ridgeton".
func ageBehind(t *lang.Text, end int) int {
	s := t.SentenceOf(end - 1)
	if s < 0 || end+2 >= t.Sentences[s].End || t.Form(end) != "," {
		return 0
	}
	if next := t.Form(end + 2); next != "," && t.Tokens[end+2].UPOS != lang.PUNCT {
		return 0
	}
	age, err := strconv.Atoi(t.Form(end + 1))
	if err != nil || age < 1 || age > oldest {
		return 0
	}
	return age
}

// oldest is the greatest number that is taken for a person's age.
const oldest = 120

// otherAge reports whether two ages, 0 where they aren't told, can't be one person's
// in one article.
func otherAge(a, b int) bool { return a > 0 && b > 0 && max(a, b)-min(a, b) > 1 }

// namesake is the key of the form of a name: that of another bearer of the name
// where one of another age has it already. A place without an age is of the first.
func namesake(forms map[string]*nameForm, key string, age int) string {
	for f := forms[key]; f != nil && otherAge(f.age, age); f = forms[key] {
		key += " *"
	}
	return key
}
