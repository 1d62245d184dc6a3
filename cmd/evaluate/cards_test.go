package main

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestPlantedAndCards(t *testing.T) {
	const expect = `{"event": "nest", "items": [{"id": "1", "a": "It had built its nest on the overhead line.", "b": "Its nest was on the overhead line.", "expect": "agree"}]}`
	root := tree(t, map[string]string{
		"planted/birds/nest/a.txt": heron, "planted/birds/nest/b.txt": stork, "planted/birds/nest/expect.json": expect,
		"cases/nest/heron.txt": heron, "cases/nest/stork.txt": stork, "cases/nest/gold.json": gold,
		"broken/nest/a.txt": heron, "broken/nest/b.txt": stork, "broken/nest/expect.json": "{",
	})
	for _, path := range []string{"planted", "planted/birds"} {
		found, err := plantedSets(filepath.Join(root, filepath.FromSlash(path)))
		require.NoError(t, err)
		require.Equal(t, []any{"birds", 1}, found.rows[0][:2])
	}
	_, err := plantedSets(filepath.Join(root, "broken"))
	require.ErrorContains(t, err, filepath.Join("nest", "expect.json")+": planted")
	_, err = plantedSets(filepath.Join(root, "cases"))
	require.ErrorContains(t, err, "no events")

	all, err := countedCards(root)
	require.NoError(t, err)
	require.Equal(t, 1, all.Cases)
	made := cardTable(all)
	for _, row := range made.rows {
		require.Len(t, row, len(made.columns))
	}
	_, err = countedCards(filepath.Join(root, "gone"))
	require.NoError(t, err, "what isn't there is left out")
}
