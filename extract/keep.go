package extract

import (
	"crypto/sha256"
	"errors"
	"fmt"

	"xref/extract/article"
	"xref/extract/assertion"
	"xref/extract/lang"
	"xref/extract/quantity"
	"xref/extract/quote"
	"xref/extract/resolve"
	"xref/extract/when"
	"xref/internal/pack"
)

// Keeper keeps what was made by one version of the program, by the name of what it
// was made of. What it gives back is what it was given, or nil. Goroutines share it.
type Keeper interface {
	Get(name string) []byte
	Put(name string, made []byte)
}

// analysed is what Analyse makes of an article.
type analysed struct {
	Text       lang.Text // without Source
	Quantities []quantity.Quantity
	Times      []when.Time
	Quotations []quote.Quotation
	Resolution *resolve.Resolution
	Assertions []assertion.Assertion
}

// AnalyseOnce is Analyse, or what a Keeper has kept of it; nil keeps nothing. The
// analysis rests on an article's text alone, its parts, and when it was published.
func AnalyseOnce(a *article.Article, kept Keeper) *Document {
	if kept == nil {
		return Analyse(a)
	}
	name := "analysis " + Fingerprint(&article.Article{
		Text: a.Text, Title: a.Title, Body: a.Body, Markup: a.Markup, Published: a.Published, Language: a.Language,
	})
	if packed := kept.Get(name); packed != nil {
		if d, err := Unpacked(a, packed); err == nil {
			return d
		}
	}
	d := Analyse(a)
	if packed, err := d.Packed(); err == nil {
		kept.Put(name, packed)
	}
	return d
}

// Packed is what was found in an article as bytes, without the article, for what is kept
// or sent elsewhere. Only the same version of the program reads them.
func (d *Document) Packed() ([]byte, error) {
	made := analysed{*d.Text, d.Quantities, d.Times, d.Quotations, d.Resolution, d.Assertions}
	made.Text.Source = ""
	return pack.Value(made)
}

// errOther says that bytes aren't an analysis.
var errOther = errors.New("no analysis of an article, or one of another version of the program")

// Unpacked is the document of an article of which packed is the analysis.
func Unpacked(a *article.Article, packed []byte) (*Document, error) {
	var known analysed
	if pack.Read(packed, &known) != nil || known.Resolution == nil {
		return nil, errOther
	}
	known.Text.Source = a.Text
	return &Document{a, &known.Text, known.Quantities, known.Times, known.Quotations, known.Resolution, known.Assertions}, nil
}

// Fingerprint tells articles apart by all that is known of them but where they were
// read from.
func Fingerprint(a *article.Article) string {
	nowhere := *a
	nowhere.Path = ""
	packed, err := pack.Value(nowhere)
	if err != nil {
		panic(err) // an Article has nothing that can't be packed
	}
	return fmt.Sprintf("%x", sha256.Sum256(packed))
}
