package read

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// row is a row of a list, its cells in the order of the columns.
type row struct {
	line  int
	cells []string
	bad   string // why it can't be read; "" where it can
}

// columnNames are the names by which the columns of a list go.
var columnNames = map[string][]string{
	"url":    {"url", "link", "address", "href", "uri", "web address", "urls", "links", "article url", "article link", "story url", "story link", "page url"},
	"path":   {"path", "file", "filename", "file name"},
	"outlet": {"outlet", "publisher", "publication", "source", "medium", "newspaper"},
	"date":   {"date", "published", "publication date", "date published", "day", "publish date", "pub date", "pubdate", "published at", "published on", "date of publication"},
	"title":  {"title", "headline"},
	"name":   {"name", "id"},
}

// readList reads a list of links and files: lines of text, or CSV or XLSX whose
// first row names the columns. The error is about the list itself.
func readList(path string, o Options) ([]source, []Skipped, error) {
	in, err := source{path: path}.load(o)
	if err != nil {
		return nil, nil, err
	}
	var rows []row
	table := true
	switch ending := strings.ToLower(filepath.Ext(path)); {
	case ending == ".xlsx" || bytes.HasPrefix(in.data, []byte("PK\x03\x04")):
		rows, err = workbookRows(input{data: in.data, limits: o.Limits})
	default:
		text, _, failed := decode(in.data, "")
		if failed != nil {
			return nil, nil, fmt.Errorf("%s: %w", path, failed)
		}
		if table = ending == ".csv" || ending == ".tsv"; table {
			rows = csvRows(text)
		} else {
			rows = lineRows(text)
		}
	}
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", path, err)
	}
	columns := map[string]int{"url": 0}
	if table && len(rows) > 0 {
		if named, head := headOf(rows); named != nil {
			columns, rows = named, rows[head+1:]
		} else if len(rows[0].cells) == 0 || !isLink(rows[0].cells[0]) {
			return nil, nil, fmt.Errorf("%s:%d: no column is called url or path; a list needs one", path, rows[0].line)
		}
	}
	if most := o.Limits.Of("rows"); int64(len(rows)) > most {
		return nil, nil, fmt.Errorf("%s: more rows than %s", path, tooMuch("rows", most))
	}
	var found []source
	var skipped []Skipped
	lines := map[string]source{}
	for _, r := range rows {
		s, err := r.source(path, columns, o.Within)
		if before, again := lines[s.key]; again && err == nil {
			err = errors.New("the same file or link as in " + before.given.where + ", whose values count")
			s.given.where = before.given.where
			if s.given == before.given {
				continue
			}
		}
		if err == nil {
			lines[s.key] = s
		}
		if err != nil {
			skipped = append(skipped, Skipped{Path: path, Line: r.line, Reason: err.Error()})
			continue
		}
		found = append(found, s)
	}
	if len(found) == 0 && len(skipped) == 0 {
		return nil, nil, fmt.Errorf("%s: a list without links or files", path)
	}
	return found, skipped, nil
}

// mostHeadRows is how many rows are looked at for the one that names the columns: titles of
// tables stand above it.
const mostHeadRows = 10

// headOf is what the columns are called in the first row that names them, and which row that
// is; nil where none does.
func headOf(rows []row) (columns map[string]int, head int) {
	for i, r := range rows[:min(mostHeadRows, len(rows))] {
		if len(r.cells) > 0 && isLink(r.cells[0]) {
			break
		}
		if columns := columnsOf(r.cells); columns != nil {
			return columns, i
		}
	}
	return nil, 0
}

// columnsOf are the places of the columns that the first row names; nil where
// none of them says where articles are.
func columnsOf(cells []string) map[string]int {
	columns := map[string]int{}
	for i, cell := range cells {
		cell = strings.ToLower(strings.Join(strings.FieldsFunc(cell, func(r rune) bool { return r == ' ' || r == '_' || r == '-' }), " "))
		for column, names := range columnNames {
			for _, n := range names {
				if _, taken := columns[column]; n == cell && !taken {
					columns[column] = i
				}
			}
		}
	}
	_, url := columns["url"]
	_, path := columns["path"]
	if !url && !path {
		return nil
	}
	return columns
}

// source is what a row stands for. Paths start from the list's folder or, where
// there is no such file, from the working folder.
func (r row) source(list string, columns map[string]int, within *Roots) (source, error) {
	if r.bad != "" {
		return source{}, errors.New(r.bad)
	}
	cell := func(column string) string {
		if i, ok := columns[column]; ok && i < len(r.cells) {
			return oneLine(r.cells[i])
		}
		return ""
	}
	given := item{
		url: cell("url"), outlet: cell("outlet"), title: cell("title"), date: serialDate(cell("date")), where: fmt.Sprintf("%s:%d", list, r.line),
	}
	where := first(cell("path"), given.url)
	if where == "" {
		return source{}, errors.New("a row with neither url nor path")
	}
	var s source
	if link, ok := linked(where); ok {
		s, given.url = link, ""
	} else {
		if strings.Contains(where, "://") {
			return source{}, fmt.Errorf("%q is no address on the web", where)
		}
		if !isLink(given.url) {
			given.url = ""
		}
		at := where
		if !filepath.IsAbs(where) {
			if beside := filepath.Join(filepath.Dir(list), where); exists(beside, within) {
				at = beside
			}
		}
		file, folder, err := argument(at, within)
		if err != nil {
			return source{}, err
		}
		if folder {
			return source{}, fmt.Errorf("%s: a folder; a row is for one file", at)
		}
		s = file
	}
	if name := cell("name"); name != "" {
		s.name = name
	}
	s.given = given
	return s, nil
}

func exists(path string, within *Roots) bool {
	_, err := within.stat(path)
	return err == nil
}

// serialDate turns a day as spreadsheets count them, from 1900, into a date.
func serialDate(cell string) string {
	days, err := strconv.ParseFloat(cell, 64)
	const year1950, year2100 = 18_264, 73_051
	if err != nil || days < year1950 || days > year2100 {
		return cell
	}
	at := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).Add(time.Duration(days * 24 * float64(time.Hour))).Round(time.Second)
	if at.Hour() == 0 && at.Minute() == 0 {
		return at.Format(time.DateOnly)
	}
	return at.Format(time.RFC3339)
}

// lineRows are the lines of a text but for blank ones and comments; a comment may stand
// behind a link, and a path in quotation marks, as file managers copy it.
func lineRows(text string) []row {
	var rows []row
	number := 0
	for l := range strings.Lines(text) {
		number++
		if l = strings.TrimSpace(l); l != "" && !strings.HasPrefix(l, "#") {
			if link, _, ok := strings.Cut(l, " #"); ok && isLink(link) {
				l = strings.TrimSpace(link)
			}
			if len(l) > 2 && l[0] == '"' && strings.IndexByte(l[1:], '"') == len(l)-2 {
				l = l[1 : len(l)-1]
			}
			rows = append(rows, row{line: number, cells: []string{l}})
		}
	}
	return rows
}

// separatorLine is the first line by which spreadsheets know what parts the cells.
var separatorLine = expression(`^(?i:sep)=(.)\s*$`)

// separatorOf is what parts the cells: by which a line names the columns, or else what most
// stand of in the first line that has any.
func separatorOf(text string) rune {
	found, lines := ',', 0
	for l := range strings.Lines(text) {
		if lines++; lines > mostHeadRows {
			break
		}
		best, most := ',', 0
		for _, c := range []rune{',', ';', '\t'} {
			cells := strings.Split(strings.TrimSpace(l), string(c))
			for i := range cells {
				cells[i] = strings.Trim(cells[i], `" `)
			}
			if len(cells) > 1 && columnsOf(cells) != nil {
				return c
			}
			if len(cells)-1 > most {
				best, most = c, len(cells)-1
			}
		}
		if found == ',' {
			found = best
		}
	}
	return found
}

// csvRows reads a table whose cells are parted by commas, semicolons or tabs. A row
// whose quotation marks don't fit costs itself alone: the next line begins another.
func csvRows(text string) []row {
	comma, first := separatorOf(text), 0 // lines before the table
	if l, next := line(text, 0); separatorLine().MatchString(l) {
		comma, first, text = []rune(separatorLine().FindStringSubmatch(l)[1])[0], 1, text[next:]
	}
	var rows []row
	for before := first; ; { // lines before text
		reader := csv.NewReader(strings.NewReader(text))
		reader.FieldsPerRecord, reader.TrimLeadingSpace, reader.Comma = -1, comma != '\t', comma // a tab is a space
		for {
			cells, err := reader.Read()
			if errors.Is(err, io.EOF) {
				return rows
			}
			var wrong *csv.ParseError
			if errors.As(err, &wrong) {
				rows = append(rows, row{line: before + wrong.StartLine, bad: "its quotation marks don't fit"})
				for range wrong.StartLine {
					_, next := line(text, 0)
					text = text[next:]
				}
				before += wrong.StartLine
				break
			}
			if err != nil {
				return append(rows, row{bad: err.Error()})
			}
			at, _ := reader.FieldPos(0)
			if len(strings.TrimSpace(strings.Join(cells, ""))) > 0 {
				rows = append(rows, row{line: before + at, cells: cells})
			}
		}
	}
}
