package render

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"

	"xref/compare"
)

// junit is the XML of Ant's JUnit task, which every CI system shows: a suite a
// story, a case a finding. What the gate fails on is a failure, what is accepted
// is skipped.
var junit = &Format{
	ID:      "junit",
	Title:   "JUnit XML, for the test view of CI systems",
	Endings: []string{".xml"},
	Mark:    beginsLike(`<\?xml[^>]*>\s*<testsuites>(?:</testsuites>|\s*<testsuite name="Story S[^>]* package="xref")`),
	Write: func(w io.Writer, r *compare.Report, o Options) error {
		var b bytes.Buffer
		b.WriteString(xml.Header)
		e := xml.NewEncoder(&b)
		e.Indent("", "  ")
		if err := e.Encode(suitesOf(newLocated(r, o))); err != nil {
			return err
		}
		b.WriteByte('\n')
		_, err := w.Write(b.Bytes())
		return err
	},
}

type junitSuites struct {
	XMLName xml.Name     `xml:"testsuites"`
	Suites  []junitSuite `xml:"testsuite"`
}

// junitSuite has the attributes that the schema requires: there is no clock and no
// host in a report, so that the time is always the same.
type junitSuite struct {
	Name       string          `xml:"name,attr"`
	Package    string          `xml:"package,attr"`
	ID         int             `xml:"id,attr"`
	Timestamp  string          `xml:"timestamp,attr"`
	Hostname   string          `xml:"hostname,attr"`
	Tests      int             `xml:"tests,attr"`
	Failures   int             `xml:"failures,attr"`
	Errors     int             `xml:"errors,attr"`
	Skipped    int             `xml:"skipped,attr"`
	Time       string          `xml:"time,attr"`
	Properties junitProperties `xml:"properties"`
	Cases      []junitCase     `xml:"testcase"`
	Out        string          `xml:"system-out"`
	Err        string          `xml:"system-err"`
}

type junitProperties struct {
	Properties []junitProperty `xml:"property"`
}

type junitProperty struct {
	Name  string `xml:"name,attr"`
	Value string `xml:"value,attr"`
}

type junitCase struct {
	Name      string       `xml:"name,attr"`
	ClassName string       `xml:"classname,attr"`
	Time      string       `xml:"time,attr"`
	Skipped   *junitResult `xml:"skipped"`
	Failure   *junitResult `xml:"failure"`
}

type junitResult struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr,omitempty"`
	Text    string `xml:",chardata"`
}

const (
	junitTime  = "0"
	junitStart = "1970-01-01T00:00:00"
	junitHost  = "localhost"
)

func suitesOf(l *located) junitSuites {
	var out junitSuites
	for s, st := range l.Stories {
		if !l.shows(s) {
			continue
		}
		suite := junitSuite{
			Name: junitToken("Story " + storyID(s) + ": " + st.Label), Package: "xref", ID: len(out.Suites), Timestamp: junitStart, Hostname: junitHost, Time: junitTime,
			Properties: junitProperties{[]junitProperty{{"articles", Plain(strings.Join(l.outletsOf(st.Articles), ", "))}}},
		}
		l.shown(func(f *compare.Finding) {
			if f.Story != s {
				return
			}
			c := junitCase{Name: junitToken(headlineOf(f) + " (" + f.ID + ")"), ClassName: "xref." + string(f.Kind), Time: junitTime}
			switch {
			case f.Accepted != nil:
				suite.Skipped++
				c.Skipped = &junitResult{Message: acceptedText(f.Accepted)}
			case l.fails(f):
				suite.Failures++
				c.Failure = &junitResult{Plain(l.sentence(f)), string(f.Verdict), l.junitText(f)}
			}
			suite.Tests++
			suite.Cases = append(suite.Cases, c)
		})
		out.Suites = append(out.Suites, suite)
	}
	if len(out.Suites) > 0 {
		for _, s := range l.Skipped {
			out.Suites[0].Err += Plain("left out: "+s.Path+": "+s.Reason) + "\n"
		}
	}
	return out
}

// junitText is a passage a line, each with the place where it stands.
func (l *located) junitText(f *compare.Finding) string {
	var b strings.Builder
	for _, e := range f.Evidence {
		b.WriteString("\n" + startOfLine(l.place(e.Article, e.Span)) + ": " + Plain(l.labels[e.Article]) + ": " + Plain(l.in(e.Article, e.Span)))
	}
	return b.String() + "\n"
}

// junitToken is untrusted text as an XML token: Plain, without space at its ends
// and doubled within.
func junitToken(s string) string { return strings.Join(strings.Fields(Plain(s)), " ") }
