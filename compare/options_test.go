package compare_test

import (
	"context"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/compare"
	"xref/compare/kind"
	"xref/extract"
	"xref/extract/read"
)

func fundDocuments(t *testing.T) []*extract.Document {
	var documents []*extract.Document
	for _, file := range []struct{ name, text string }{
		{"a.txt", "---\ndate: 2024-05-02\n---\n\nThe Harbour Trust closed the old quay in Sollby on Tuesday. Fourteen people were hurt when the quay fell, the Harbour Trust said."},
		{"b.txt", "---\ndate: 2024-05-02\n---\n\nThe Skagen Dock Fund closed the old quay in Sollby on Tuesday. Seventeen people were hurt when the quay fell, the Skagen Dock Fund said."},
	} {
		a, _, err := read.Bytes(file.name, []byte(file.text))
		require.NoError(t, err)
		documents = append(documents, extract.Analyse(a))
	}
	return documents
}

// Names of one list of aliases are one entity, whatever their case.
func TestAliases(t *testing.T) {
	documents := fundDocuments(t)
	of := func(o compare.Options) int {
		n := 0
		for _, e := range reportWith(t, documents, o).Entities {
			if slices.Contains([]string{"Harbour Trust", "Skagen Dock Fund", "the Harbour Trust", "the Skagen Dock Fund"}, e.Name) {
				n++
			}
		}
		return n
	}
	require.Equal(t, 2, of(compare.Options{}))
	require.Equal(t, 1, of(compare.Options{Aliases: [][]string{{"harbour trust", "Skagen  Dock Fund"}}}))
	require.Equal(t, 2, of(compare.Options{Aliases: [][]string{{"Harbour Trust", "Nobody"}}}))
}

// A kind that is off has no finding, and no claim differs for it.
func TestKindsOff(t *testing.T) {
	documents := fundDocuments(t)
	has := func(r *compare.Report, k kind.ID) bool {
		return slices.ContainsFunc(r.Findings, func(f compare.Finding) bool { return f.Kind == k })
	}
	require.True(t, has(report(t, documents), "number"))
	r := reportWith(t, documents, compare.Options{Off: []kind.ID{"number"}})
	require.False(t, has(r, "number"))
	for i, f := range r.Findings {
		require.Equal(t, i+1, f.Rank)
	}
}

// A severity by kind is that of differences; agreements stay notes.
func TestSeverities(t *testing.T) {
	r := reportWith(t, fundDocuments(t), compare.Options{Severities: map[kind.ID]kind.Severity{"number": kind.Note, "fact": kind.Error}})
	require.NotEmpty(t, r.Findings)
	for _, f := range r.Findings {
		switch {
		case f.Verdict == kind.Agree, f.Kind == "number":
			require.Equal(t, kind.Note, f.Severity)
		case f.Kind == "fact":
			require.Equal(t, kind.Error, f.Severity)
		}
	}
}

// reportWith is the report of documents as o sets it.
func reportWith(t *testing.T, documents []*extract.Document, o compare.Options) *compare.Report {
	r, err := compare.Compare(context.Background(), documents, o)
	require.NoError(t, err)
	return r
}
