package render

import (
	"io"
	"strconv"
	"strings"

	"xref/compare"
	"xref/compare/kind"
)

// sarif is the Static Analysis Results Interchange Format (OASIS, version
// 2.1.0), for code scanning: a rule a kind, a result a finding.
var sarif = &Format{
	ID:      "sarif",
	Title:   "SARIF 2.1.0, for code scanning",
	Endings: []string{".sarif"},
	Mark:    beginsLike(`\{\s*"\$schema":\s*"[^"]*",\s*"version":\s*"[^"]*",\s*"runs":\s*\[\s*\{\s*"tool":\s*\{\s*"driver":\s*\{\s*"name":\s*"xref"`),
	Write: func(w io.Writer, r *compare.Report, o Options) error {
		return writeJSON(w, sarifOf(newLocated(r, o)), "  ")
	},
}

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool        sarifTool         `json:"tool"`
	Invocations []sarifInvocation `json:"invocations"`
	Artifacts   []sarifArtifact   `json:"artifacts"`
	Results     []sarifResult     `json:"results"`
	ColumnKind  string            `json:"columnKind"`
}

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name    string      `json:"name"`
	Version string      `json:"version,omitempty"`
	Rules   []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID       string       `json:"id"`
	Name     string       `json:"name"`
	Short    sarifMessage `json:"shortDescription"`
	Full     sarifMessage `json:"fullDescription"`
	Help     sarifMessage `json:"help"`
	Defaults sarifDefault `json:"defaultConfiguration"`
}

type sarifDefault struct {
	Level string `json:"level"`
}

type sarifMessage struct {
	Text string `json:"text"`
}

type sarifInvocation struct {
	Successful    bool                `json:"executionSuccessful"`
	Notifications []sarifNotification `json:"toolExecutionNotifications,omitempty"`
}

// sarifNotification tells of an input that was left out.
type sarifNotification struct {
	Level   string       `json:"level"`
	Message sarifMessage `json:"message"`
}

type sarifArtifact struct {
	Location sarifURI          `json:"location"`
	Hashes   map[string]string `json:"hashes"`
}

type sarifURI struct {
	URI   string `json:"uri"`
	Index int    `json:"index"`
}

type sarifResult struct {
	RuleID       string             `json:"ruleId"`
	RuleIndex    int                `json:"ruleIndex"`
	Kind         string             `json:"kind"`
	Level        string             `json:"level"`
	Rank         float64            `json:"rank"`
	Message      sarifMessage       `json:"message"`
	Locations    []sarifLocation    `json:"locations"`
	Related      []sarifLocation    `json:"relatedLocations,omitempty"`
	Fingerprints map[string]string  `json:"partialFingerprints"`
	Suppressions []sarifSuppression `json:"suppressions,omitempty"`
	Properties   sarifProperties    `json:"properties"`
}

type sarifLocation struct {
	ID       int           `json:"id,omitempty"`
	Physical sarifPhysical `json:"physicalLocation"`
	Message  *sarifMessage `json:"message,omitempty"`
}

type sarifPhysical struct {
	Artifact sarifURI     `json:"artifactLocation"`
	Region   *sarifRegion `json:"region,omitempty"`
}

type sarifRegion struct {
	StartLine   int          `json:"startLine"`
	StartColumn int          `json:"startColumn"`
	EndLine     int          `json:"endLine"`
	EndColumn   int          `json:"endColumn"`
	Snippet     sarifMessage `json:"snippet"`
}

type sarifSuppression struct {
	Kind          string `json:"kind"`
	Status        string `json:"status"`
	Justification string `json:"justification"`
}

type sarifProperties struct {
	ID         string  `json:"id"`
	Verdict    string  `json:"verdict"`
	Subject    string  `json:"subject"`
	Confidence float64 `json:"confidence"`
	Rank       int     `json:"rank"`
	Story      string  `json:"story"`
}

func sarifOf(l *located) sarifLog {
	run := sarifRun{
		Tool:        sarifTool{sarifDriver{Name: "xref", Version: l.options.Version, Rules: []sarifRule{}}},
		Invocations: []sarifInvocation{{Successful: true}},
		Artifacts:   []sarifArtifact{},
		Results:     []sarifResult{},
		ColumnKind:  "unicodeCodePoints",
	}
	rules := map[kind.ID]int{}
	for i, k := range kind.Kinds {
		rules[k.ID] = i
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{
			ID: string(k.ID), Name: strings.ToUpper(string(k.ID[:1])) + string(k.ID[1:]),
			Short: sarifMessage{sarifText(k.Title)}, Full: sarifMessage{sarifText(k.Meaning)}, Help: sarifMessage{sarifText(k.Meaning + " For example: " + k.Example)},
			Defaults: sarifDefault{string(kind.Warning)},
		})
	}
	for _, s := range l.Skipped {
		run.Invocations[0].Notifications = append(run.Invocations[0].Notifications, sarifNotification{"warning", sarifMessage{sarifText("Left out: " + s.Path + ": " + s.Reason)}})
	}
	for i, d := range l.Documents {
		run.Artifacts = append(run.Artifacts, sarifArtifact{sarifURI{l.uri(i), i}, map[string]string{"sha-256": d.Article.SHA256}})
	}
	l.shown(func(f *compare.Finding) { run.Results = append(run.Results, l.sarifResult(f, rules[f.Kind])) })
	return sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}}
}

// sarifResult is a finding: the first piece of evidence is the location, the
// others are related ones, to which the message links.
func (l *located) sarifResult(f *compare.Finding, rule int) sarifResult {
	out := sarifResult{
		RuleID: string(f.Kind), RuleIndex: rule, Kind: "fail", Level: string(f.Severity), Rank: rounded(100 * f.Confidence),
		Locations: []sarifLocation{}, Fingerprints: map[string]string{"xrefFinding/v1": f.ID},
		Properties: sarifProperties{f.ID, string(f.Verdict), Plain(f.Subject), rounded(f.Confidence), f.Rank, storyID(f.Story)},
	}
	if f.Verdict == kind.Agree {
		out.Kind, out.Level = "pass", "none"
	}
	if f.Accepted != nil {
		out.Suppressions = []sarifSuppression{{"external", "accepted", acceptedText(f.Accepted)}}
	}
	out.Message.Text = l.sentenceWith(f, sarifText, func(i int, label string) string {
		if i == 0 {
			return label
		}
		return "[" + label + "](" + strconv.Itoa(i) + ")"
	})
	for i, e := range f.Evidence {
		at := sarifLocation{Physical: sarifPhysical{Artifact: sarifURI{l.uri(e.Article), e.Article}}}
		if r, ok := l.region(e.Article, e.Span); ok {
			at.Physical.Region = &sarifRegion{r.line, r.column, r.endLine, r.endColumn, sarifMessage{Plain(l.in(e.Article, e.Span))}}
		}
		if i == 0 {
			out.Locations = append(out.Locations, at)
			continue
		}
		at.ID, at.Message = i, &sarifMessage{sarifText(l.labels[e.Article] + ": " + shortened(e.Value))}
		out.Related = append(out.Related, at)
	}
	return out
}

// sarifText is untrusted text in a message: Plain, and without links and
// placeholders (SARIF 2.1.0, 3.11.5 and 3.11.6).
func sarifText(s string) string { return sarifEscapes.Replace(Plain(s)) }

var sarifEscapes = strings.NewReplacer(`\`, `\\`, `[`, `\[`, `]`, `\]`, `{`, `{{`, `}`, `}}`)
