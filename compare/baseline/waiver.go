package baseline

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"

	"xref/compare"
	"xref/compare/baseline/strictyaml"
	"xref/compare/kind"
)

// Waivers is the exceptions of a file, each with its reason. ReadWaivers makes it.
type Waivers struct {
	Path string
	List []Waiver
}

// Waiver accepts a finding by its id, or all that a pattern fits.
type Waiver struct {
	ID      string       `yaml:"id"`      // of a finding; "" for a pattern
	Kind    kind.ID      `yaml:"kind"`    // "" for any
	Verdict kind.Verdict `yaml:"verdict"` // "" for any
	Subject string       `yaml:"subject"` // "" for any; * stands for any words
	Reason  string       `yaml:"reason"`
	Who     string       `yaml:"who"`
	Until   string       `yaml:"until"` // the last day on which it holds, 2006-01-02; "" for ever
	Line    int          `yaml:"-"`
}

// waiverFile is how waivers stand in a file.
type waiverFile struct {
	Waivers []Waiver `yaml:"waivers"`
}

// ReadWaivers reads a file of waivers. Errors name file and line.
func ReadWaivers(path string) (Waivers, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Waivers{}, fmt.Errorf("%s: no such file of waivers", path)
	}
	if err != nil {
		return Waivers{}, err
	}
	return ParseWaivers(path, data)
}

// ParseWaivers is ReadWaivers of data.
func ParseWaivers(path string, data []byte) (Waivers, error) {
	var file waiverFile
	lines, err := strictyaml.Decode(path, data, &file)
	if err != nil {
		return Waivers{}, err
	}
	out := Waivers{Path: path, List: file.Waivers}
	var wrong []error
	for i := range out.List {
		w := &out.List[i]
		at := fmt.Sprintf("waivers[%d]", i)
		w.Line = lines[at]
		for _, p := range w.problems() {
			line, ok := lines[at+"."+p.key]
			if !ok {
				line = w.Line
			}
			wrong = append(wrong, strictyaml.Error{Path: path, Line: line, Message: p.message})
		}
	}
	return out, errors.Join(wrong...)
}

// problem is what is wrong with the value of a key.
type problem struct{ key, message string }

func (w *Waiver) problems() []problem {
	var all []problem
	pattern := w.Kind != "" || w.Verdict != "" || w.Subject != ""
	switch {
	case w.ID == "" && !pattern:
		all = append(all, problem{"id", "a waiver needs an id, or a kind, a verdict or a subject"})
	case w.ID != "" && pattern:
		all = append(all, problem{"id", "a waiver has an id or a pattern (kind, verdict, subject), not both"})
	case w.ID != "" && !strings.HasPrefix(strings.ToUpper(w.ID), "XR-"):
		all = append(all, problem{"id", fmt.Sprintf("%q is no id of a finding; it begins with XR-", w.ID)})
	}
	if kinds := kindNames(); w.Kind != "" && !slices.Contains(kinds, string(w.Kind)) {
		all = append(all, problem{"kind", strictyaml.Unknown("kind", string(w.Kind), kinds)})
	}
	if verdicts := verdictNames(); w.Verdict != "" && !slices.Contains(verdicts, string(w.Verdict)) {
		all = append(all, problem{"verdict", strictyaml.Unknown("verdict", string(w.Verdict), verdicts)})
	}
	if strings.TrimSpace(w.Reason) == "" {
		all = append(all, problem{"reason", "a waiver needs a reason"})
	}
	if strings.TrimSpace(w.Who) == "" {
		all = append(all, problem{"who", "a waiver needs who gave it"})
	}
	if _, err := time.Parse(time.DateOnly, w.Until); w.Until != "" && err != nil {
		all = append(all, problem{"until", fmt.Sprintf("%q is no day; write it as 2026-12-31", w.Until)})
	}
	return all
}

func kindNames() []string {
	var names []string
	for _, k := range kind.Kinds {
		names = append(names, string(k.ID))
	}
	return names
}

func verdictNames() []string {
	var names []string
	for _, v := range kind.Verdicts {
		names = append(names, string(v))
	}
	return names
}

// fits reports whether a finding is what the waiver is about, agreements never
// being.
func (w *Waiver) fits(f *compare.Finding) bool {
	switch {
	case f.Verdict == kind.Agree:
		return false
	case w.ID != "":
		return strings.EqualFold(w.ID, f.ID)
	}
	return (w.Kind == "" || w.Kind == f.Kind) && (w.Verdict == "" || w.Verdict == f.Verdict) && (w.Subject == "" || like(normal(w.Subject), normal(f.Subject)))
}

// expired reports whether the waiver's last day is before a day, both 2006-01-02.
func (w *Waiver) expired(today string) bool { return w.Until != "" && w.Until < today }

// what names a waiver in a message.
func (w *Waiver) what() string {
	if w.ID != "" {
		return "of " + w.ID
	}
	var parts []string
	for _, p := range []struct{ name, value string }{{"kind", string(w.Kind)}, {"verdict", string(w.Verdict)}, {"subject", w.Subject}} {
		if p.value != "" {
			parts = append(parts, p.name+" "+p.value)
		}
	}
	return "of " + strings.Join(parts, ", ")
}

// like reports whether text is as a pattern in which each * stands for anything.
func like(pattern, text string) bool {
	parts := strings.Split(pattern, "*")
	if len(parts) == 1 {
		return pattern == text
	}
	if !strings.HasPrefix(text, parts[0]) {
		return false
	}
	text = text[len(parts[0]):]
	for _, p := range parts[1 : len(parts)-1] {
		at := strings.Index(text, p)
		if at < 0 {
			return false
		}
		text = text[at+len(p):]
	}
	return strings.HasSuffix(text, parts[len(parts)-1])
}
