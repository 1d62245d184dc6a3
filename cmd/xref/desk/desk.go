// Package desk is the review desk: the page of a report on which people decide about
// its findings, served to their browsers.
package desk

import (
	"bytes"
	"context"
	"crypto/rand"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"time"

	"xref/compare"
	"xref/compare/baseline"
	"xref/compare/decision"
	"xref/compare/render"
)

// Options are what a desk is made of.
type Options struct {
	Store  *decision.Store
	Render render.Options
	Access Access
	Clock  func() time.Time
	API    http.Handler // what programs ask below /api/; nil for nothing
}

// Desk serves what Show was last given.
type Desk struct {
	Options
	secret []byte // of cookies, for as long as the desk runs
	tries  tries
	events hub

	mu      sync.RWMutex
	reading *reading
}

// reading is the coverage as it was read once.
type reading struct {
	number int
	report *compare.Report // without the analyses of its articles
	kept   *render.Kept
	page   *packed
	places map[string]int      // of the findings, by their ids
	keys   map[string]string   // by which ids what is decided is kept, where it is another one
	before map[string]earlier  // what was decided of what a finding was before, by its id
	shared map[string][]string // ids of findings by the key of their decision
}

// earlier is a decision that was made of a finding before it changed.
type earlier struct {
	decision.Decision
}

// New makes a desk that shows nothing yet.
func New(o Options) *Desk {
	d := &Desk{Options: o, secret: make([]byte, 32)}
	rand.Read(d.secret) // never fails
	d.tries.clock = o.Clock
	return d
}

// Show puts a report on the desk, and tells the pages that are open what has changed.
func (d *Desk) Show(ctx context.Context, r *compare.Report) error {
	decided, err := d.Store.Current(ctx)
	if err != nil {
		return err
	}
	kept := render.Keep(r)
	next := &reading{number: 1, report: kept.Report, kept: kept, places: map[string]int{}}
	if last := d.current(); last != nil {
		next.number = last.number + 1
	}
	for i := range r.Findings {
		next.places[r.Findings[i].ID] = i
	}
	next.trace(decided)
	if next.page, err = packedPage(func(w io.Writer) error {
		return render.WriteDesk(w, r, d.Render, render.Desk{Reading: next.number})
	}); err != nil {
		return err
	}
	changes, err := d.Store.Take(ctx, itemsOf(r))
	if err != nil {
		return err
	}
	d.mu.Lock()
	d.reading = next
	d.mu.Unlock()
	d.events.tell("reading", map[string]any{"reading": next.number, "text": toldChanges(changes)})
	return nil
}

// Fail tells the pages that are open that the coverage couldn't be read anew.
func (d *Desk) Fail(err error) {
	d.events.tell("failed", map[string]any{"text": render.Plain("The coverage can't be read anew: " + err.Error())})
}

func (d *Desk) current() *reading {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.reading
}

// trace finds the decisions of findings that have another id now, and of those that
// have changed.
func (r *reading) trace(decided []decision.Decision) {
	known := baseline.Baseline{Schema: baseline.Schema}
	for _, d := range decided {
		k := d.Known
		k.ID = d.Finding
		known.Findings = append(known.Findings, k)
	}
	r.keys, r.before = map[string]string{}, map[string]earlier{}
	for place, from := range known.Trace(r.report) {
		id, d := r.report.Findings[place].ID, decided[from.Known]
		switch {
		case from.Same && id != d.Finding:
			r.keys[id] = d.Finding
		case !from.Same && (d.Choice != decision.Undecided || d.Note != "" || d.Done()):
			r.before[id] = earlier{d}
		}
	}
	r.shared = map[string][]string{}
	for i := range r.report.Findings {
		id := r.report.Findings[i].ID
		r.shared[r.key(id)] = append(r.shared[r.key(id)], id)
	}
}

// key is the id by which the decision about a finding is kept.
func (r *reading) key(id string) string {
	if key, ok := r.keys[id]; ok {
		return key
	}
	return id
}

// itemsOf is what comes and goes in a report.
func itemsOf(r *compare.Report) []decision.Item {
	var items []decision.Item
	label := func(story int) string {
		if len(r.Stories) < 2 || story < 0 {
			return ""
		}
		return render.Plain(r.Stories[story].Label)
	}
	storyOf := map[int]int{}
	for s := range r.Stories {
		for _, a := range r.Stories[s].Articles {
			storyOf[a] = s
		}
	}
	for i, doc := range r.Documents {
		a := doc.Article
		story, ok := storyOf[i]
		if !ok {
			story = -1
		}
		text := a.Outlet
		if a.Headline != "" {
			text += ": " + a.Headline
		}
		items = append(items, decision.Item{What: decision.Article, Name: a.ID, Mark: a.SHA256, Story: label(story), Text: render.Plain(text)})
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		items = append(items, decision.Item{What: decision.Finding, Name: f.ID, Story: label(f.Story), Text: render.Plain(string(f.Kind) + ", " + string(f.Verdict) + ": " + f.Subject)})
	}
	return items
}

// toldChanges is changes in a line.
func toldChanges(changes []decision.Change) string {
	var parts []string
	for _, what := range []string{decision.Article, decision.Finding} {
		for _, how := range []string{decision.Came, decision.Changed, decision.Went} {
			n := 0
			for _, c := range changes {
				if c.What == what && c.How == how {
					n++
				}
			}
			if n > 0 {
				noun := what
				if n > 1 {
					noun += "s"
				}
				parts = append(parts, fmt.Sprintf("%d %s %s", n, noun, how))
			}
		}
	}
	if len(parts) == 0 {
		return "The coverage was read anew."
	}
	return "The coverage has changed: " + strings.Join(parts, ", ") + "."
}

// Handler serves the desk.
func (d *Desk) Handler() http.Handler {
	mux := http.NewServeMux()
	for _, f := range render.DeskFiles() {
		mux.HandleFunc("GET /desk/"+f.Name, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", f.Type)
			w.Write([]byte(f.Data))
		})
	}
	mux.HandleFunc("GET /login", d.loginPage)
	mux.HandleFunc("POST /login", d.login)
	mux.HandleFunc("GET /{$}", d.enter(d.page))
	mux.HandleFunc("GET /desk/decisions", d.asking(d.decisions))
	mux.HandleFunc("GET /desk/history", d.asking(d.history))
	mux.HandleFunc("GET /desk/events", d.asking(d.listen))
	mux.HandleFunc("POST /desk/decide", d.asking(d.deciding(d.decide)))
	mux.HandleFunc("POST /desk/undo", d.asking(d.deciding(d.undo)))
	for _, e := range render.Exports {
		mux.HandleFunc("GET /export/"+e.Name, d.asking(d.export(e)))
	}
	if d.API != nil {
		mux.Handle(programsPath, d.programs(d.API))
	}
	return d.guarded(mux)
}

func (d *Desk) page(w http.ResponseWriter, r *http.Request, _ session) {
	now := d.current()
	if now == nil {
		http.Error(w, "The coverage is being read; reload in a moment.", http.StatusServiceUnavailable)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	now.page.send(w, r)
}

// export writes what is checked in one way.
func (d *Desk) export(e *render.Export) asked {
	return func(w http.ResponseWriter, r *http.Request, _ session) {
		now := d.current()
		all, err := d.Store.Current(r.Context())
		if err != nil || now == nil {
			failed(w, err)
			return
		}
		decided := map[string]render.Decided{}
		for _, of := range all {
			if !of.Done() && !e.Rated {
				continue
			}
			for _, id := range now.shared[of.Finding] {
				decided[id] = render.Decided{
					Choice: string(of.Choice), Reason: of.Reason, State: string(of.State), Note: of.Note,
					Claim: of.Claim, Rating: of.Rating, Who: of.Who, At: of.At,
				}
			}
		}
		var b bytes.Buffer
		if err := e.Write(&b, now.kept, d.Render, decided); err != nil {
			failed(w, err)
			return
		}
		w.Header().Set("Content-Type", e.Type)
		w.Header().Set("Content-Disposition", `attachment; filename="`+e.Name+`"`)
		w.Write(b.Bytes())
	}
}
