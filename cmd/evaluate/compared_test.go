package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// tree writes files, by their paths under a folder that it makes.
func tree(t *testing.T, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for name, text := range files {
		path := filepath.Join(root, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	}
	return root
}

const (
	heron = "A heron stopped the trains between Oslip and Trausdorf on Monday. It had built its nest on the overhead line.\n"
	stork = "Trains between Oslip and Trausdorf stood still on Monday because of a heron. Its nest was on the overhead line.\n"
	gold  = `{"case": "nest", "findings": [{"id": "F1", "kind": "fact", "verdict": "agree", "weight": "core", "subject": "the nest",
		"evidence": [{"doc": "heron", "text": "It had built its nest on the overhead line"}, {"doc": "stork", "text": "Its nest was on the overhead line"}]}], "traps": []}`
)

func TestFoldersAreMeasured(t *testing.T) {
	root := tree(t, map[string]string{
		"nest/heron.txt": heron, "nest/stork.txt": stork, "nest/gold.json": gold,
		"quiz/owl.txt": "The quiz night in the Blue Owl has been cancelled for lack of questions, the landlady said.\n",
	})
	for _, row := range []struct {
		reason, path string
		measure      string
		name         string
		value        float64
	}{
		{"every folder is an event", root, "stories", "events", 2},
		{"every article is grouped", root, "stories", "articles", 3},
		{"folders without an annotation aren't cases", root, "cases", "cases", 1},
		{"one case by itself", filepath.Join(root, "nest"), "cases", "cases", 1},
	} {
		t.Run(row.reason, func(t *testing.T) {
			figures, err := setNamed(t, row.measure).measure(row.path)
			require.NoError(t, err)
			for _, f := range figures {
				if f.Name == row.name {
					require.InDelta(t, row.value, f.Value, 1e-9)
					return
				}
			}
			t.Fatalf("no figure %s among %v", row.name, figures)
		})
	}
}

func TestFoldersThatHoldNothingAreErrors(t *testing.T) {
	root := tree(t, map[string]string{
		"bare/notes/readme.md": "x", "broken/nest/gold.json": "{", "broken/nest/heron.txt": heron,
		"ecb/ECBplus_coreference_sentences.csv": "Topic,File,Sentence Number\n", "ecb/1/1_1ecb.xml": "<Document/>",
	})
	for _, row := range []struct{ reason, set, path, says string }{
		{"no such folder", "stories", "gone", "gone"},
		{"a folder without folders", "stories", "bare/notes", "no folders"},
		{"an event without articles", "stories", "bare", "no articles"},
		{"no annotation", "cases", "bare", "no folder with a gold.json"},
		{"an annotation that doesn't parse, by its path", "cases", "broken", filepath.Join("nest", "gold.json") + ": gold: line 1"},
		{"only topics that were learned from", "ecbplus", "ecb", "no documents"},
		{"a topic's document that is none, by its path", "ecbplus", "ecb/1", "1_1ecb.xml: ecbplus"},
		{"no list of sentences", "ecbplus", "bare", "ECBplus_coreference_sentences.csv"},
		{"pairs that don't parse, by their path", "rte3", "broken/nest/gold.json", "gold.json: inferences: line 1"},
	} {
		t.Run(row.reason, func(t *testing.T) {
			_, err := setNamed(t, row.set).measure(filepath.Join(root, filepath.FromSlash(row.path)))
			require.ErrorContains(t, err, row.says)
		})
	}
}

func setNamed(t *testing.T, name string) set {
	t.Helper()
	for _, s := range sets() {
		if s.name == name {
			return s
		}
	}
	t.Fatalf("no set %s", name)
	return set{}
}
