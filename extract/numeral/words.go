package numeral

// class says what part a number word plays in a numeral.
type class uint8

const (
	notNumber class = iota
	unit            // zero to nine
	teen            // ten to nineteen
	ten             // twenty to ninety
	hundred
	scale // thousand and above
	dozen
)

// word is what a number word is worth.
type word struct {
	class   class
	value   float64
	ordinal bool // "third", "hundredth"
	plural  bool // "thirds", "hundreds"
	part    bool // "half", "quarter": never an ordinal
}

// words are the number words of English, ordinals and plurals included.
var words = func() map[string]word {
	table := map[string]word{
		"nought": {class: unit}, "naught": {class: unit},
		"lakh": {scale, 1e5, false, false, false}, "lakhs": {scale, 1e5, false, true, false},
		"crore": {scale, 1e7, false, false, false}, "crores": {scale, 1e7, false, true, false},
		"dozen": {dozen, 12, false, false, false}, "dozens": {dozen, 12, false, true, false},
		"half": {unit, 2, true, false, true}, "halves": {unit, 2, true, true, true},
		"quarter": {unit, 4, true, false, true}, "quarters": {unit, 4, true, true, true},
		"nineth": {unit, 9, true, false, false}, "fourty": {ten, 40, false, false, false},
		"bn": {scale, 1e9, false, false, false}, "bln": {scale, 1e9, false, false, false},
		"mn": {scale, 1e6, false, false, false}, "mln": {scale, 1e6, false, false, false}, "mil": {scale, 1e6, false, false, false},
		"tn": {scale, 1e12, false, false, false}, "tln": {scale, 1e12, false, false, false}, "trn": {scale, 1e12, false, false, false},
	}
	for _, row := range []struct {
		class    class
		value    float64
		cardinal string
		ordinal  string
	}{
		{unit, 0, "zero", "zeroth"}, {unit, 1, "one", "first"}, {unit, 2, "two", "second"},
		{unit, 3, "three", "third"}, {unit, 4, "four", "fourth"}, {unit, 5, "five", "fifth"},
		{unit, 6, "six", "sixth"}, {unit, 7, "seven", "seventh"}, {unit, 8, "eight", "eighth"},
		{unit, 9, "nine", "ninth"}, {teen, 10, "ten", "tenth"}, {teen, 11, "eleven", "eleventh"},
		{teen, 12, "twelve", "twelfth"}, {teen, 13, "thirteen", "thirteenth"},
		{teen, 14, "fourteen", "fourteenth"}, {teen, 15, "fifteen", "fifteenth"},
		{teen, 16, "sixteen", "sixteenth"}, {teen, 17, "seventeen", "seventeenth"},
		{teen, 18, "eighteen", "eighteenth"}, {teen, 19, "nineteen", "nineteenth"},
		{ten, 20, "twenty", "twentieth"}, {ten, 30, "thirty", "thirtieth"},
		{ten, 40, "forty", "fortieth"}, {ten, 50, "fifty", "fiftieth"},
		{ten, 60, "sixty", "sixtieth"}, {ten, 70, "seventy", "seventieth"},
		{ten, 80, "eighty", "eightieth"}, {ten, 90, "ninety", "ninetieth"},
		{hundred, 100, "hundred", "hundredth"}, {scale, 1e3, "thousand", "thousandth"},
		{scale, 1e6, "million", "millionth"}, {scale, 1e9, "billion", "billionth"},
		{scale, 1e12, "trillion", "trillionth"}, {scale, 1e15, "quadrillion", "quadrillionth"},
	} {
		table[row.cardinal] = word{row.class, row.value, false, false, false}
		table[row.ordinal] = word{row.class, row.value, true, false, false}
		table[row.ordinal+"s"] = word{row.class, row.value, true, true, false}
		if row.class >= hundred {
			table[row.cardinal+"s"] = word{row.class, row.value, false, true, false}
		}
	}
	return table
}()

// magnitudes are the letters that follow figures for a thousand and more. They
// are read with their case: "10M" is ten million, "10m" ten metres.
var magnitudes = map[string]float64{
	"k": 1e3, "K": 1e3, "M": 1e6, "MM": 1e6, "mm": 1e6, "B": 1e9, "G": 1e9, "T": 1e12,
}

// signs are fractions with a character of their own.
var signs = map[string]float64{
	"½": 1. / 2, "⅓": 1. / 3, "⅔": 2. / 3, "¼": 1. / 4, "¾": 3. / 4, "⅕": 1. / 5, "⅖": 2. / 5, "⅗": 3. / 5,
	"⅘": 4. / 5, "⅙": 1. / 6, "⅚": 5. / 6, "⅛": 1. / 8, "⅜": 3. / 8, "⅝": 5. / 8, "⅞": 7. / 8,
}

// IsWord reports whether a lower-case word is a number word, in any form.
func IsWord(s string) bool { return words[s].class != notNumber }
