package render

// The structs of the contract xref.report/v1, in the order of their fields. They
// are the renderer's own. report.schema.json describes them.

type reportJSON struct {
	Schema     string          `json:"schema"`
	Tool       toolJSON        `json:"tool"`
	Articles   []articleJSON   `json:"articles"`
	Stories    []storyJSON     `json:"stories"`
	Claims     []claimJSON     `json:"claims"`
	Findings   []findingJSON   `json:"findings"`
	Entities   []entityJSON    `json:"entities"`
	Quotations []utteranceJSON `json:"quotations"`
	Skipped    []skippedJSON   `json:"skipped"`
	Limited    []skippedJSON   `json:"limited,omitempty"`
	Encoder    *encoderJSON    `json:"encoder,omitempty"`
}

// encoderJSON is how many of the pairs of sentences that may report one matter the
// encoder read, and how many pieces of words, of those and of sentences that it read alone.
type encoderJSON struct {
	Read   int `json:"read"`
	Of     int `json:"of"`
	Pieces int `json:"pieces"`
}

type toolJSON struct {
	Name    string `json:"name"`
	Version string `json:"version,omitempty"`

	Configuration string `json:"configuration,omitempty"`
}

type articleJSON struct {
	ID          string   `json:"id"`
	Outlet      string   `json:"outlet"`
	Title       string   `json:"title,omitempty"`
	Path        string   `json:"path"`
	Published   string   `json:"published,omitempty"`
	Author      string   `json:"author,omitempty"`
	URL         string   `json:"url,omitempty"`
	Language    string   `json:"language,omitempty"`
	SHA256      string   `json:"sha256"`
	Words       int      `json:"words"`
	Agency      string   `json:"agency,omitempty"`
	Truncated   string   `json:"truncated,omitempty"`
	Corrections []string `json:"corrections,omitempty"`
	Story       string   `json:"story,omitempty"`
	Origin      string   `json:"origin,omitempty"`
}

type storyJSON struct {
	ID       string   `json:"id"`
	Label    string   `json:"label,omitempty"`
	Articles []string `json:"articles"`
}

// spanJSON is bytes start to end of an article's text; text is exactly those.
type spanJSON struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

type claimJSON struct {
	ID         string         `json:"id"`
	Story      string         `json:"story"`
	Verdict    string         `json:"verdict"`
	Text       string         `json:"text"`
	Confidence float64        `json:"confidence"`
	Origins    int            `json:"origins"`
	Members    []memberJSON   `json:"members"`
	Coverage   []coverageJSON `json:"coverage"`
}

type memberJSON struct {
	Article   string `json:"article"`
	Assertion string `json:"assertion"`
	spanJSON
}

type coverageJSON struct {
	Article string `json:"article"`
	Status  string `json:"status"`
}

type findingJSON struct {
	ID         string          `json:"id"`
	Kind       string          `json:"kind"`
	Verdict    string          `json:"verdict"`
	Severity   string          `json:"severity"`
	Accepted   *acceptanceJSON `json:"accepted,omitempty"`
	Confidence float64         `json:"confidence"`
	Rank       int             `json:"rank"`
	Entry      int             `json:"entry"`
	Story      string          `json:"story"`
	Claim      string          `json:"claim,omitempty"`
	Entity     string          `json:"entity,omitempty"`
	Quotation  string          `json:"quotation,omitempty"`
	Subject    string          `json:"subject"`
	Summary    string          `json:"summary"`
	Evidence   []evidenceJSON  `json:"evidence"`
}

// acceptanceJSON is why a finding doesn't count.
type acceptanceJSON struct {
	By     string `json:"by"`
	Reason string `json:"reason,omitempty"`
	Who    string `json:"who,omitempty"`
	Until  string `json:"until,omitempty"`
}

// evidenceJSON is a passage; focus is the words in it that carry the value,
// where those are less than the whole.
type evidenceJSON struct {
	Article string `json:"article"`
	spanJSON
	Line   int       `json:"line"`
	Column int       `json:"column"`
	Value  string    `json:"value,omitempty"`
	Focus  *spanJSON `json:"focus,omitempty"`
}

type entityJSON struct {
	ID       string         `json:"id"`
	Type     string         `json:"type"`
	Name     string         `json:"name"`
	Articles []portraitJSON `json:"articles"`
}

type portraitJSON struct {
	Article  string        `json:"article"`
	Names    []nameJSON    `json:"names"`
	Titles   []string      `json:"titles"`
	Pronouns []pronounJSON `json:"pronouns"`
}

type nameJSON struct {
	Text  string `json:"text"`
	Count int    `json:"count"`
}

type pronounJSON struct {
	Class    string     `json:"class"`
	Count    int        `json:"count"`
	Mentions []spanJSON `json:"mentions"`
}

type utteranceJSON struct {
	ID       string        `json:"id"`
	Story    string        `json:"story"`
	Speaker  string        `json:"speaker,omitempty"`
	Change   string        `json:"change"`
	Variants []variantJSON `json:"variants"`
}

// variantJSON is one article's rendering.
type variantJSON struct {
	Article string `json:"article"`
	spanJSON
	Kind string `json:"kind"`
}

type skippedJSON struct {
	Path   string `json:"path"`
	Reason string `json:"reason"`
}
