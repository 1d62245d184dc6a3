package read

import (
	"errors"
	"fmt"
	"path"
	"strconv"
	"strings"
)

// workbookRows reads the first sheet of a workbook whose columns are named or whose first
// cell is a link; else the first that has a row. A cell that shows
// a text and leads to a link is the link where its column is that of links.
func workbookRows(in input) ([]row, error) {
	if strings.HasPrefix(string(in.data[:min(4, len(in.data))]), "\xD0\xCF\x11\xE0") {
		return nil, errors.New("no workbook that can be read: it has a password or is of an old form; save it as .xlsx without one")
	}
	archive, err := openZip(in)
	if err != nil {
		return nil, fmt.Errorf("no workbook that can be read: %w", err)
	}
	book, err := archive.xml("xl/workbook.xml", in.limits)
	if err != nil {
		return nil, fmt.Errorf("no workbook that can be read: %w", err)
	}
	targets, err := archive.relations("xl/workbook.xml", in.limits)
	if err != nil {
		return nil, fmt.Errorf("no workbook that can be read: %w", err)
	}
	var shared []string
	if table, err := archive.xml("xl/sharedStrings.xml", in.limits); err == nil {
		for _, si := range table.all("si") {
			shared = append(shared, cellWords(si))
		}
	}
	var found []row
	for _, s := range book.all("sheet") {
		name := targets[s.attr("id")]
		if name == "" {
			continue
		}
		sheet, err := archive.xml(name, in.limits)
		if err != nil {
			return nil, fmt.Errorf("sheet %s: %w", s.attr("name"), err)
		}
		links, err := archive.relations(name, in.limits)
		if err != nil {
			return nil, fmt.Errorf("sheet %s: %w", s.attr("name"), err)
		}
		rows := sheetRows(sheet, shared, links)
		if named, _ := headOf(rows); named != nil || len(rows) > 0 && len(rows[0].cells) > 0 && isLink(rows[0].cells[0]) {
			return rows, nil
		}
		if len(found) == 0 {
			found = rows
		}
	}
	return found, nil
}

// relations are the targets that a part of an Office file names by an id: other
// parts, by their names in the archive, or addresses.
func (u *unzipping) relations(part string, l Limits) (map[string]string, error) {
	targets := map[string]string{}
	root, err := u.xml(path.Join(path.Dir(part), "_rels", path.Base(part)+".rels"), l)
	if errors.Is(err, errNotInZip) {
		return targets, nil
	}
	if err != nil {
		return nil, err
	}
	for _, r := range root.all("Relationship") {
		target := r.attr("Target")
		switch {
		case r.attr("TargetMode") == "External":
		case strings.HasPrefix(target, "/"):
			target = target[1:]
		default:
			target = path.Join(path.Dir(part), target)
		}
		targets[r.attr("Id")] = target
	}
	return targets, nil
}

// linkFormula is a formula that shows a text and leads to a link.
var linkFormula = expression(`(?i)^(?:_xlfn\.)?HYPERLINK\(\s*"([^"]+)"`)

// mostColumns is how many cells of a row are read.
const mostColumns = 100

func sheetRows(sheet *element, shared []string, targets map[string]string) []row {
	links := map[string]string{}
	for _, h := range sheet.all("hyperlink") {
		at, _, _ := strings.Cut(h.attr("ref"), ":")
		links[at] = targets[h.attr("id")]
	}
	var rows []row
	url := -1 // the column of links
	for n, r := range sheet.all("row") {
		number, err := strconv.Atoi(r.attr("r"))
		if err != nil {
			number = n + 1
		}
		var cells []string
		for _, c := range r.all("c") {
			at := columnOf(c.attr("r"), len(cells))
			if at >= mostColumns {
				break
			}
			for len(cells) <= at {
				cells = append(cells, "")
			}
			value := cellValue(c, shared)
			link := links[c.attr("r")]
			if f := c.find("f"); f != nil && link == "" {
				if m := linkFormula().FindStringSubmatch(f.words()); m != nil {
					link = m[1]
				}
			}
			if at == url && isLink(link) && !isLink(value) {
				value = link
			}
			cells[at] = value
		}
		if len(strings.TrimSpace(strings.Join(cells, ""))) == 0 {
			continue
		}
		if url < 0 && len(rows) < mostHeadRows {
			if column, ok := columnsOf(cells)["url"]; ok {
				url = column
			}
		}
		rows = append(rows, row{line: number, cells: cells})
	}
	return rows
}

// cellRef is where a cell stands: the letters of its column and its row.
var cellRef = expression(`^([A-Z]{1,3})\d+$`)

// columnOf is the column of a cell, counted from 0; next where it doesn't say.
func columnOf(ref string, next int) int {
	m := cellRef().FindStringSubmatch(ref)
	if m == nil {
		return next
	}
	n := 0
	for _, letter := range m[1] {
		n = 26*n + int(letter-'A') + 1
	}
	return n - 1
}

func cellValue(c *element, shared []string) string {
	switch c.attr("t") {
	case "inlineStr":
		return cellWords(c)
	case "s":
		if i, err := strconv.Atoi(c.words("v")); err == nil && i >= 0 && i < len(shared) {
			return shared[i]
		}
		return ""
	}
	return c.words("v")
}

// cellWords is the text of a cell, which may be in pieces of several looks, without
// how it is spoken.
func cellWords(e *element) string {
	var b strings.Builder
	var walk func(e *element)
	walk = func(e *element) {
		for _, c := range e.children {
			switch c.name {
			case "rPh":
			case "t":
				c.write(&b)
			default:
				walk(c)
			}
		}
	}
	walk(e)
	return b.String()
}
