package quantity

import (
	"xref/extract/lang"
	"xref/extract/lexicon"
)

// pricedThings are the nouns that a price is told for behind an article.
var pricedThings = lexicon.UnitWords.Words("what prices are told for")

// rates are the units that are told for a unit of time.
var rates = lexicon.UnitWords.Names("rates")

// rate reads what a price or a measure is told for: "$80 a barrel", "£15 an
// hour", "$1,200/month", "500,000 barrels per day", "$5 each".
func (f *finder) rate(d *draft) {
	if d.Kind != Money && d.Kind != Measure {
		return
	}
	if d.Per = rates.Of(d.Written); d.Per != "" {
		return
	}
	at := d.end
	word := f.at(at)
	switch word {
	case "apiece":
		d.Per, d.to = "each", max(d.to, at+1)
		return
	case "each":
		if f.upos(at+1) != lang.NOUN && f.upos(at+1) != lang.ADJ {
			d.Per, d.to = "each", max(d.to, at+1)
		}
		return
	case "-":
		if f.at(at+1) != "a" && f.at(at+1) != "an" || f.at(at+2) != "-" {
			return
		}
		word, at = "a", at+2
	case "a", "an", "per", "/":
	default:
		return
	}
	at++
	noun := f.at(at)
	if noun == "" {
		return
	}
	u := unitForm(noun)
	switch {
	case u != nil && (word != "a" && word != "an" || !abbreviated.Has(noun)) && u.kind != Percent:
		d.Per = u.Symbol
	case word == "per" && f.upos(at) == lang.NOUN, pricedThings.Has(noun):
		d.Per = noun
	default:
		return
	}
	d.to = max(d.to, at+1)
}
