package desk

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"time"

	"xref/compare/baseline"
	"xref/compare/decision"
)

// decisionJSON is a decision as pages read it.
type decisionJSON struct {
	Version int    `json:"version"`
	Choice  string `json:"choice"`
	State   string `json:"state"`
	Reason  string `json:"reason"`
	Note    string `json:"note"`
	Claim   string `json:"claim"`
	Rating  string `json:"rating"`
	Who     string `json:"who"`
	At      string `json:"at"`
	Undoes  bool   `json:"undoes"`
}

func jsonOf(d decision.Decision) decisionJSON {
	return decisionJSON{d.Version, string(d.Choice), string(d.State), d.Reason, d.Note, d.Claim, d.Rating, d.Who, d.At.Format(time.RFC3339), d.Undoes}
}

// earlierJSON is a decision with what the finding said then.
type earlierJSON struct {
	decisionJSON
	Verdict string           `json:"verdict"`
	Subject string           `json:"subject"`
	Values  []baseline.Value `json:"values"`
}

type changeJSON struct {
	At    string `json:"at"`
	How   string `json:"how"`
	What  string `json:"what"`
	Name  string `json:"name"`
	Story string `json:"story"`
	Text  string `json:"text"`
}

type standingJSON struct {
	CSRF     string                  `json:"csrf"`
	Reading  int                     `json:"reading"`
	Findings map[string]decisionJSON `json:"findings"`
	Before   map[string]earlierJSON  `json:"before"`
	Changes  []changeJSON            `json:"changes"`
}

// decisions tells all that stands decided.
func (d *Desk) decisions(w http.ResponseWriter, r *http.Request, s session) {
	now := d.current()
	all, err := d.Store.Current(r.Context())
	changes, errChanges := d.Store.Changes(r.Context())
	if err = errors.Join(err, errChanges); err != nil || now == nil {
		failed(w, err)
		return
	}
	out := standingJSON{CSRF: d.csrf(s), Reading: now.number, Findings: map[string]decisionJSON{}, Before: map[string]earlierJSON{}, Changes: []changeJSON{}}
	for _, of := range all {
		for _, id := range now.shared[of.Finding] {
			out.Findings[id] = jsonOf(of)
		}
	}
	for id, e := range now.before {
		out.Before[id] = earlierJSON{jsonOf(e.Decision), string(e.Known.Verdict), e.Known.Subject, e.Known.Values}
	}
	for _, c := range changes {
		out.Changes = append(out.Changes, changeJSON{c.At.Format(time.RFC3339), c.How, c.What, c.Name, c.Story, c.Text})
	}
	answer(w, http.StatusOK, out)
}

// history tells what was decided about a finding so far, the last first.
func (d *Desk) history(w http.ResponseWriter, r *http.Request, _ session) {
	now := d.current()
	if now == nil {
		failed(w, nil)
		return
	}
	all, err := d.Store.History(r.Context(), now.key(r.URL.Query().Get("finding")))
	if err != nil {
		failed(w, err)
		return
	}
	out := []decisionJSON{}
	for _, of := range all {
		out = append(out, jsonOf(of))
	}
	answer(w, http.StatusOK, out)
}

// request is what a page asks to decide.
type request struct {
	Finding string `json:"finding"`
	Version int    `json:"version"` // on which it is decided, or which is undone
	On      int    `json:"on"`      // on which it is undone
	Choice  string `json:"choice"`
	State   string `json:"state"`
	Reason  string `json:"reason"`
	Note    string `json:"note"`
	Claim   string `json:"claim"`
	Rating  string `json:"rating"`
}

// mostAsked is how many bytes a page may send.
const mostAsked = 64 << 10

// deciding reads the request, has it done and tells all pages what came of it.
func (d *Desk) deciding(do func(r *http.Request, now *reading, asked request, s session) (decision.Decision, error)) asked {
	return func(w http.ResponseWriter, r *http.Request, s session) {
		in := json.NewDecoder(http.MaxBytesReader(w, r.Body, mostAsked))
		in.DisallowUnknownFields()
		var asked request
		err := in.Decode(&asked)
		if _, more := in.Token(); err != nil || more != io.EOF {
			answer(w, http.StatusBadRequest, errorJSON{"that is no decision"})
			return
		}
		now := d.current()
		if now == nil {
			failed(w, nil)
			return
		}
		if _, ok := now.places[asked.Finding]; !ok {
			answer(w, http.StatusNotFound, errorJSON{"the coverage has no such finding any more; show it anew"})
			return
		}
		made, err := do(r, now, asked, s)
		var conflict *decision.Conflict
		switch {
		case errors.As(err, &conflict):
			answer(w, http.StatusConflict, map[string]decisionJSON{"current": jsonOf(conflict.Current)})
		case errors.Is(err, decision.ErrInvalid):
			answer(w, http.StatusBadRequest, errorJSON{err.Error()})
		case err != nil:
			failed(w, err)
		default:
			for _, id := range now.shared[made.Finding] {
				d.events.tell("decision", map[string]any{"finding": id, "decision": jsonOf(made)})
			}
			answer(w, http.StatusOK, jsonOf(made))
		}
	}
}

func (d *Desk) decide(r *http.Request, now *reading, asked request, s session) (decision.Decision, error) {
	return d.Store.Decide(r.Context(), decision.Decision{
		Finding: now.key(asked.Finding), Version: asked.Version, Choice: decision.Choice(asked.Choice), State: decision.State(asked.State),
		Reason: asked.Reason, Note: asked.Note, Claim: asked.Claim, Rating: asked.Rating, Who: s.who,
		Known: baseline.KnownOf(now.report, &now.report.Findings[now.places[asked.Finding]]),
	})
}

func (d *Desk) undo(r *http.Request, now *reading, asked request, s session) (decision.Decision, error) {
	return d.Store.Undo(r.Context(), now.key(asked.Finding), asked.Version, asked.On, s.who)
}

type errorJSON struct {
	Error string `json:"error"`
}

// answer writes JSON.
func answer(w http.ResponseWriter, status int, value any) {
	data, err := json.Marshal(value)
	if err != nil {
		status, data = http.StatusInternalServerError, []byte(`{"error":"no answer"}`)
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	w.Write(data)
}

// failed tells that something went wrong that the page can't help; a nil error is that
// nothing was read yet.
func failed(w http.ResponseWriter, err error) {
	if err == nil {
		answer(w, http.StatusServiceUnavailable, errorJSON{"the coverage is being read; try again in a moment"})
		return
	}
	answer(w, http.StatusInternalServerError, errorJSON{err.Error()})
}
