package read

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestDecode(t *testing.T) {
	tests := []struct {
		reason   string
		data     string
		declared string
		want     string
		replaced int
	}{
		{"plain ASCII", "Ships wait.", "", "Ships wait.", 0},
		{"UTF-8 without a mark", "Łódź “waits”", "", "Łódź “waits”", 0},
		{"UTF-8 with a mark, which goes", "\xEF\xBB\xBFŁódź", "", "Łódź", 0},
		{"UTF-8 goes before what is declared", "Łódź", "windows-1252", "Łódź", 0},
		{"UTF-16 LE with a mark", "\xFF\xFEH\x00i\x00 \x00\x1C\x20", "", "Hi “", 0},
		{"UTF-16 BE with a mark", "\xFE\xFF\x00H\x00i\x00 \x20\x1C", "", "Hi “", 0},
		{"UTF-16 LE without a mark", "H\x00i\x00 \x00y\x00o\x00u\x00", "", "Hi you", 0},
		{"UTF-16 BE without a mark", "\x00H\x00i\x00 \x00y\x00o\x00u", "", "Hi you", 0},
		{"UTF-16 with half a surrogate pair", "\xFF\xFEH\x00\x00\xD8i\x00", "", "H\uFFFDi", 1},
		{"windows-1252 by default", "\x93Caf\xE9\x94 \x96 5 \x80", "", "“Café” – 5 €", 0},
		{"Mac OS Roman by its quotation marks", "\xD2We don\xD5t know,\xD3 she said \xD0 twice.", "", "“We don’t know,” she said – twice.", 0},
		{"Mac OS Roman by its apostrophe alone", "The port\xD5s owner is away.", "", "The port’s owner is away.", 0},
		{"Mac OS Roman by one accent", "The caf\x8E is shut.", "", "The café is shut.", 0},
		{"Mac OS Roman by its dash", "The port\xD1and the town.", "", "The port—and the town.", 0},
		{"Mac OS Roman by its space that doesn't break", "Some 12\xCAmen and\xCA3 women.", "", "Some 12\u00A0men and\u00A03 women.", 0},
		{"windows-1252: names with capitals", "\x8Akoda, \xC9lodie and \xD3scar; \xD8sted, \xC5s", "", "Škoda, Élodie and Óscar; Østed, Ås", 0},
		{"windows-1252: words in capitals", "CAF\xC9 M\xDCNCHEN \xC0 PARIS", "", "CAFÉ MÜNCHEN À PARIS", 0},
		{"windows-1252: an apostrophe alone", "The port\x92s owner didn\x92t say.", "", "The port’s owner didn’t say.", 0},
		{"windows-1252: quotation marks and a dash", "\x93No,\x94 he said \x96 \x91never\x92.", "", "“No,” he said – ‘never’.", 0},
		{"windows-1252: umlauts", "F\xFCr Stra\xDFe \xFCber K\xF6ln", "", "Für Straße über Köln", 0},
		{"windows-1252: amounts", "It cost \x8012 or \xA310, 5\xB0 and \xBD.", "", "It cost €12 or £10, 5° and ½.", 0},
		{"windows-1252: an ellipsis and a bullet", "\x95 Wait\x85 he said", "", "• Wait… he said", 0},
		{"what is declared goes before Mac OS Roman", "The port\xD5s owner", "iso-8859-1", "The portÕs owner", 0},
		{"what is declared goes before windows-1252", "\xA3\xF3d\xBC", "iso-8859-2", "Łódź", 0},
		{"a declared set that doesn't exist", "Caf\xE9", "klingon", "Café", 0},
		{"declared UTF-8 with a bad byte", "Caf\xE9", "utf-8", "Caf\uFFFD", 1},
		{"UTF-8 with one bad byte among many good ones", "“Łódź” “waits” \xE9", "", "“Łódź” “waits” \uFFFD", 1},
		{"a mark and a bad byte", "\xEF\xBB\xBFa\xFFb", "", "a\uFFFDb", 1},
		{"line ends stay", "a\r\nb\rc\n", "", "a\r\nb\rc\n", 0},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			got, replaced, err := decode([]byte(test.data), test.declared)
			require.NoError(t, err)
			require.Equal(t, test.want, got)
			require.Equal(t, test.replaced, replaced)
		})
	}
}

func TestDecodeBinary(t *testing.T) {
	tests := []struct{ reason, data, want string }{
		{"a NUL in the middle", "Some text\x00and more text here", "binary, not text"},
		{"many control characters", "\x01\x02\x03\x04 text \x05\x06", "binary, not text"},
		{"a PDF by its first bytes", "%PDF-1.7 and so on", "a PDF file, not text"},
		{"an office document by its first bytes", "PK\x03\x04rest", "a zip archive or an office document, not text"},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			_, _, err := decode([]byte(test.data), "")
			require.EqualError(t, err, test.want)
		})
	}
}
