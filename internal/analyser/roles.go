package analyser

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"xref/extract/article"
	"xref/extract/lang"
	"xref/extract/lexicon"
)

// assignRoles tells what part each block of a page plays, from its form and its
// neighbours'.
func assignRoles(text string, page []block) {
	for i := range page {
		line := strings.TrimFunc(page[i].span.In(text), blank)
		r, size := utf8.DecodeRuneInString(line)
		switch {
		case page[i].label > 0:
		case strings.ContainsRune("•⁃▪◦●■►", r) || (r == '-' || r == '*' || r == '–' || r == '—') && strings.HasPrefix(line[size:], " "):
			page[i].role = lang.Bullet
		case furniture(line):
			page[i].role = lang.Furniture
		case i+1 < len(page) && title(line):
			page[i].role = lang.Subhead
		}
	}
}

// furnitureStarts begin lines that are not the story's own prose.
var furnitureStarts = lexicon.TextWords.Beginnings("beginnings of lines that are no prose")

// furniture tells of a byline, credit, date line, link or the like.
func furniture(line string) bool {
	if len(line) > 200 {
		return false
	}
	for _, s := range furnitureStarts() {
		if strings.HasPrefix(line, s) {
			rest := strings.TrimSpace(line[len(s):])
			r, _ := utf8.DecodeRuneInString(rest)
			if s != "By " && s != "BY " {
				return len(line) < 120
			}
			return unicode.IsUpper(r) && byline(rest)
		}
	}
	return false
}

// byline tells whether what stands behind "By" is names only.
func byline(rest string) bool {
	words := strings.Fields(rest)
	if len(words) > 14 || strings.HasSuffix(rest, ".") && len(words) > 4 {
		return false
	}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLower(r) && !bylineWords.Has(w) {
			return false
		}
	}
	return true
}

// longestTitle is how many words the title of a section has at most.
const longestTitle = 10

// title tells of a short line that no punctuation ends.
func title(line string) bool {
	if len(line) > 90 || len(strings.Fields(line)) > longestTitle {
		return false
	}
	r, _ := utf8.DecodeRuneInString(line)
	if !unicode.IsUpper(r) && !unicode.IsDigit(r) && r != '“' && r != '"' && r != '‘' && r != '\'' {
		return false
	}
	return !strings.ContainsRune(".!:;,”\")…", lastRune(line))
}

// longestDateline is how many tokens a dateline has at most.
const longestDateline = 16

// datelineEnd is how many tokens of a paragraph are its dateline: a place in
// capitals or an agency in brackets before a dash (KYIV, Aug. 7 (Reuters) —).
func datelineEnd(source string, tokens []article.Span) int {
	capitals, agency := false, false
	for i := 0; i < len(tokens) && i < longestDateline; i++ {
		form := tokens[i].In(source)
		r, _ := utf8.DecodeRuneInString(form)
		switch {
		case r == '—' || r == '–' || form == "-" || form == "--":
			if i > 0 && tokens[i-1].End == tokens[i].Start && i+1 < len(tokens) && tokens[i].End == tokens[i+1].Start && form == "-" {
				continue
			}
			if i > 0 && i+1 < len(tokens) && (capitals && i <= longestDateline/2 || agency) {
				return i + 1
			}
			return 0
		case i == 0:
			if !unicode.IsUpper(r) && r != '(' {
				return 0
			}
			capitals = len(form) > 2 && strings.ToUpper(form) == form && r != '('
		case r == ')':
			agency = tokens[i-1].Len() > 1
		case unicode.IsLower(r) && !datelineWords.Has(form):
			return 0
		case unicode.IsLetter(r) || digit(r) || strings.ContainsAny(form, ",./()-"):
		default:
			return 0
		}
	}
	return 0
}
