package api

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/compare"
	"xref/compare/kind"
	"xref/compare/render"
	"xref/compare/story"
	"xref/extract"
	"xref/extract/article"
	"xref/extract/lang"
	"xref/extract/read"
	"xref/extract/resolve"
)

// counting is an engine that counts what it does: an input is an article of its text,
// and a report has as many findings as the first article has words.
type counting struct {
	mu              sync.Mutex
	reads, compares int
	before          func(ctx context.Context) // of reading
}

func (c *counting) Read(ctx context.Context, inputs []read.Input, told Told) (Material, error) {
	c.mu.Lock()
	c.reads++
	c.mu.Unlock()
	if c.before != nil {
		c.before(ctx)
	}
	var m Material
	for i, in := range inputs {
		if in.Path == "bad" {
			return m, errors.New("bad: a file\x1b[2J that can't be read")
		}
		a := &article.Article{ID: fmt.Sprint(i), Path: fmt.Sprint(i), Outlet: in.Outlet, Text: string(in.Text), Body: article.Span{End: len(in.Text)}, SHA256: strings.Repeat("0", 64)}
		m.Documents = append(m.Documents, &extract.Document{Article: a, Text: &lang.Text{Source: a.Text}, Resolution: &resolve.Resolution{}})
		if told != nil {
			told(i+1, len(inputs))
		}
	}
	return m, ctx.Err()
}

func (c *counting) Compare(ctx context.Context, m Material) (*compare.Report, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.compares++
	r := &compare.Report{Documents: m.Documents, Stories: []story.Story{{Label: "all", Articles: []int{0}}}}
	text := m.Documents[0].Article.Text
	at := 0
	for i, w := range strings.Fields(text) {
		at += strings.Index(text[at:], w)
		f := kind.Finding{Kind: "fact", Verdict: kind.Agree, Subject: w, Claim: -1, Entity: -1, Utterance: -1}
		for range 30 {
			f.Evidence = append(f.Evidence, kind.Evidence{Span: article.Span{Start: at, End: at + len(w)}, Value: w})
		}
		r.Findings = append(r.Findings, compare.Finding{Finding: f, ID: fmt.Sprintf("XR-%d", i), Rank: i + 1, Severity: "note"})
		at += len(w)
	}
	return r, ctx.Err()
}

func text(words string) []Source { return []Source{{Text: words}} }

func TestSetsAreReadAndComparedOnce(t *testing.T) {
	e := &counting{}
	s := New(e, render.Options{})
	first, err := s.Compare(t.Context(), CompareRequest{Articles: text("a b c")}, nil)
	require.NoError(t, err)
	for range 3 {
		again, err := s.Compare(t.Context(), CompareRequest{Set: first.Set}, nil)
		require.NoError(t, err)
		require.Equal(t, first, again)
		_, err = s.Extract(t.Context(), ExtractRequest{Set: first.Set}, nil)
		require.NoError(t, err)
		_, err = s.Finding(t.Context(), FindingRequest{Set: first.Set, ID: "XR-1"})
		require.NoError(t, err)
	}
	require.Equal(t, []int{1, 1}, []int{e.reads, e.compares})
	same, err := s.Compare(t.Context(), CompareRequest{Articles: text("a b c")}, nil)
	require.NoError(t, err)
	require.Equal(t, first, same)
	require.Equal(t, []int{2, 1}, []int{e.reads, e.compares}, "read to see that it is the same")
	other, err := s.Compare(t.Context(), CompareRequest{Articles: []Source{{Text: "a b c", Outlet: "Post"}}}, nil)
	require.NoError(t, err)
	require.NotEqual(t, first.Set, other.Set)
}

// The latest sets are kept, by when they were asked for; of texts as many as there is
// room for, and always the last.
func TestLatestSetsAreKept(t *testing.T) {
	s := New(&counting{}, render.Options{})
	var ids []string
	for i := range mostSets {
		a, err := s.Extract(t.Context(), ExtractRequest{Articles: text(fmt.Sprint("article ", i))}, nil)
		require.NoError(t, err)
		ids = append(ids, a.Set)
	}
	_, err := s.Compare(t.Context(), CompareRequest{Set: ids[0]}, nil)
	require.NoError(t, err)
	_, err = s.Extract(t.Context(), ExtractRequest{Articles: text("another")}, nil)
	require.NoError(t, err)
	for i, id := range ids {
		_, err := s.Extract(t.Context(), ExtractRequest{Set: id}, nil)
		require.Equal(t, i == 1, err != nil, "the one that wasn't asked for the longest")
	}
	_, err = s.Finding(t.Context(), FindingRequest{Set: ids[1], ID: "1"})
	require.Equal(t, NotFound, err.(Error).Code)

	_, err = s.Extract(t.Context(), ExtractRequest{Articles: text(strings.Repeat("long ", mostText/5+1))}, nil)
	require.NoError(t, err)
	require.Len(t, s.sets.latest, 1)
}

func TestPages(t *testing.T) {
	s := New(&counting{}, render.Options{})
	words := make([]string, 250)
	for i := range words {
		words[i] = fmt.Sprintf("word%d", i)
	}
	for _, row := range []struct {
		reason string
		limit  int
		least  int // items of every page but the last
		most   int
	}{
		{"as many as usual", 0, 5, usualFindings},
		{"as many as asked for", 3, 3, 3},
		{"one", 1, 1, 1},
		{"as many as there is room for", 100, 5, 100},
	} {
		seen, cursor, set := 0, "", ""
		for {
			r := CompareRequest{Set: set, Page: Page{row.limit, cursor}}
			if set == "" {
				r.Articles = text(strings.Join(words, " "))
			}
			a, err := s.Compare(t.Context(), r, nil)
			require.NoError(t, err)
			require.Equal(t, len(words), a.Matching)
			require.LessOrEqual(t, len(a.Findings), row.most, row.reason)
			require.LessOrEqual(t, len(a.Text), 2*mostBrief)
			size := 0
			for _, f := range a.Findings {
				require.Contains(t, string(f), fmt.Sprintf(`"XR-%d"`, seen))
				require.Contains(t, string(f), `"passages":30`)
				require.Equal(t, fewPassages, strings.Count(string(f), `"line"`))
				seen++
				size += len(f)
			}
			require.LessOrEqual(t, size, 2*mostJSON)
			if set, cursor = a.Set, a.NextCursor; cursor == "" {
				break
			}
			require.GreaterOrEqual(t, len(a.Findings), row.least, row.reason)
		}
		require.Equal(t, len(words), seen, row.reason)
	}
	beyond, err := s.Compare(t.Context(), CompareRequest{Articles: text("a b"), Page: Page{Cursor: "after-9"}}, nil)
	require.NoError(t, err)
	require.Empty(t, beyond.Findings)
	require.Empty(t, beyond.NextCursor)
}

func TestErrorsTellWhatIsWrong(t *testing.T) {
	s := New(&counting{}, render.Options{})
	_, err := s.Compare(t.Context(), CompareRequest{Articles: []Source{{Path: "bad"}}}, nil)
	require.Equal(t, Error{Unreadable, "bad: a file\uFFFD[2J that can't be read"}, err)
	_, err = s.Compare(t.Context(), CompareRequest{}, nil)
	require.Equal(t, Invalid, err.(Error).Code)
	_, err = s.Kinds(KindsRequest{Kinds: []string{"x"}})
	require.Equal(t, Invalid, err.(Error).Code)
}

// Whoever no longer waits gets no turn; the next one does.
func TestTurns(t *testing.T) {
	entered, leave := make(chan struct{}), make(chan struct{})
	e := &counting{before: func(context.Context) { entered <- struct{}{}; <-leave }}
	s := New(e, render.Options{})
	var both sync.WaitGroup
	both.Go(func() {
		_, err := s.Extract(context.Background(), ExtractRequest{Articles: text("first")}, nil)
		require.NoError(t, err)
	})
	<-entered
	ctx, off := context.WithCancel(t.Context())
	both.Go(func() {
		_, err := s.Extract(ctx, ExtractRequest{Articles: text("second")}, nil)
		require.ErrorIs(t, err, context.Canceled)
	})
	off()
	leave <- struct{}{}
	both.Wait()
	require.Equal(t, 1, e.reads)
}
