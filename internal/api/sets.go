package api

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"

	"xref/compare"
	"xref/compare/render"
	"xref/extract"
)

// How many sets of articles are kept, and how many bytes of text they may have together;
// the latest is always kept.
const (
	mostSets = 8
	mostText = 16 << 20
)

// set is articles that were read, and their report once it was asked for.
type set struct {
	Material
	id       string
	parts    *render.Parts // of the documents alone
	compared atomic.Pointer[comparison]
}

// comparison is a report with its parts.
type comparison struct {
	*compare.Report
	parts *render.Parts
}

// sets are the latest sets, the last one used at the end.
type sets struct {
	mu     sync.Mutex
	latest []*set
}

// setID is the same for the same articles, read with the same outcome.
func setID(m Material) string {
	h := sha256.New()
	for _, d := range m.Documents {
		fmt.Fprintf(h, "%q %s\n", d.Article.Path, extract.Fingerprint(d.Article))
	}
	for _, s := range m.Skipped {
		fmt.Fprintf(h, "%q %q\n", s.Path, s.Reason)
	}
	return "set-" + hex.EncodeToString(h.Sum(nil))[:16]
}

// put keeps what was read. The same articles are one set.
func (k *sets) put(m Material) *set {
	made := &set{Material: m, id: setID(m), parts: render.NewParts(render.ReportOf(m.Documents), render.Options{})}
	k.mu.Lock()
	defer k.mu.Unlock()
	if at := k.place(made.id); at >= 0 {
		return k.used(at)
	}
	k.latest = append(k.latest, made)
	for len(k.latest) > mostSets || len(k.latest) > 1 && k.text() > mostText {
		k.latest = slices.Delete(k.latest, 0, 1)
	}
	return made
}

func (k *sets) get(id string) (*set, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if at := k.place(id); at >= 0 {
		return k.used(at), nil
	}
	return nil, wrong(NotFound, "the set %q isn't kept: the last %d are; give its articles again", id, mostSets)
}

func (k *sets) place(id string) int {
	return slices.IndexFunc(k.latest, func(s *set) bool { return s.id == id })
}

func (k *sets) used(at int) *set {
	s := k.latest[at]
	k.latest = append(slices.Delete(k.latest, at, at+1), s)
	return s
}

func (k *sets) text() int {
	n := 0
	for _, s := range k.latest {
		for _, d := range s.Documents {
			n += len(d.Article.Text)
		}
	}
	return n
}
