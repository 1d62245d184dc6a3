package read

import (
	"fmt"
	"strings"
)

// Input is what a program asks to read, where a command line would name a path: an
// article that it has as text, a file, a folder or a link, one of them. What it says of
// the article goes before what the article says of itself.
type Input struct {
	Text []byte
	Path string // a file or folder; with Text only what it is called, its ending the format
	Link string

	Name                     string // the ID that it gets, and its outlet where nothing else says it; "" for none
	Outlet, Date, Title, URL string
}

// textMark begins the path of what was given as text, so that no file is taken for it.
const textMark = "text:"

// fromProgram is where a fact is from that stands in an Input.
const fromProgram = "whoever asked for it"

// OfFile reports whether an article's path is that of a file, not a link, standard
// input, or what a text was called.
func OfFile(path string) bool {
	return path != "-" && !strings.HasPrefix(path, textMark) && !isLink(path)
}

// sources are what an input stands for, the n-th of those asked for.
func (in Input) sources(n int, o Options) ([]source, []Skipped, error) {
	given := item{outlet: in.Outlet, date: in.Date, title: in.Title, url: in.URL, where: fromProgram}
	if given == (item{where: fromProgram}) {
		given = item{}
	}
	var s source
	switch {
	case in.Text != nil:
		called := first(in.Path, in.Name, fmt.Sprintf("%d", n+1))
		s = source{path: textMark + called, file: called, text: in.Text, key: fmt.Sprintf("%s%d", textMark, n)}
	case in.Link != "":
		link, ok := linked(in.Link)
		if !ok || link.name != "" {
			return nil, nil, fmt.Errorf("%q is no address on the web", in.Link)
		}
		s = link
	default:
		found, folder, err := placed(in.Path, o.Within)
		if err != nil {
			return nil, nil, err
		}
		if folder {
			if in.Name != "" {
				return nil, nil, fmt.Errorf("a name is for one article, and %s is a folder", in.Path)
			}
			inside, skipped, err := articlesIn(found.path, o)
			for i := range inside {
				inside[i].given = given
			}
			return inside, skipped, err
		}
		s = found
	}
	s.name, s.given, s.listed = in.Name, given, true
	return []source{s}, nil, nil
}
