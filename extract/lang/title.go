package lang

import "strings"

// personTitles stand before the names of persons and are not part of them.
var personTitles = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("mr mrs ms miss mx dr prof professor sir dame lord lady president premier chancellor minister senator sen rep representative congressman congresswoman gov governor mayor judge justice gen general lt lieutenant col colonel capt captain sgt sergeant maj major adm admiral king queen prince princess pope cardinal bishop archbishop rev reverend father fr sister brother sheikh sheik imam ayatollah ambassador secretary director chairman chairwoman coach detective officer attorney doctor emperor duke") {
		m[w] = true
	}
	return m
}()

func personTitle(form string) bool {
	return personTitles[strings.ToLower(strings.TrimSuffix(form, "."))]
}

// titleWords are the titles as words are seen, with and without a full stop.
var titleWords = func() map[uint32]bool {
	m := map[uint32]bool{}
	s := seer{}
	for w := range personTitles {
		m[s.see(w).lower] = true
		m[s.see(w+".").lower] = true
	}
	return m
}()
