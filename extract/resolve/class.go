package resolve

import "xref/extract/lang"

// ClassOf is the class of the pronoun at token i; NoClass where it is none.
func ClassOf(t *lang.Text, i int) Class { return pronouns.Of(t.Lower(i)).class }
