package tables

import (
	"flag"
	"io/fs"
	"os"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
)

// sample is a dictionary of a few synsets in WordNet's format.
func sample() fstest.MapFS {
	files := map[string]string{
		"data.noun": `  1 a licence
00000001 03 n 01 entity 0 001 ~ 00000002 n 0000 | that which is
00000002 18 n 02 person 0 individual 0 001 @ 00000001 n 0000 | a human being
00000003 18 n 01 rider 0 002 @ 00000002 n 0000 + 00000011 v 0101 | who rides
00000004 04 n 01 Rise 0 002 @ 00000001 n 0000 ! 00000005 n 0101 | going up
00000005 04 n 01 fall 0 002 @ 00000001 n 0000 ! 00000004 n 0101 | going down
00000006 18 n 01 Ada_Lovelace 0 001 @i 00000002 n 0000 | a mathematician
00000007 05 n 02 bay_horse 0 bay 0 001 @ 00000001 n 0000 | a horse
`,
		"data.verb": `00000011 38 v 02 ride 0 sit_on 0 001 + 00000003 n 0101 01 + 08 00 | travel on
00000012 38 v 01 ascend 0 001 + 00000004 n 0101 01 + 08 00 | go up
`,
		"data.adj": `00000021 00 a 01 wet 0 001 ! 00000022 a 0101 | with water
00000022 00 a 01 dry(p) 0 001 ! 00000021 a 0101 | without
00000023 00 s 01 damp 0 001 & 00000021 a 0000 | a little wet
`,
		"data.adv":  "00000031 02 r 01 wetly 0 001 \\ 00000021 a 0101 | in a wet way\n",
		"index.adv": "wetly r 1 1 \\ 1 0 00000031\n",
		"index.noun": `entity n 1 1 ~ 1 0 00000001
person n 1 1 @ 1 1 00000002
individual n 1 1 @ 1 0 00000002
rider n 1 2 @ + 1 1 00000003
rise n 1 2 @ ! 1 1 00000004
fall n 1 2 @ ! 1 1 00000005
ada_lovelace n 1 1 @i 1 0 00000006
bay_horse n 1 1 @ 1 0 00000007
bay n 1 1 @ 1 0 00000007
`,
		"index.verb": `ride v 1 1 + 1 1 00000011
sit_on v 1 1 + 1 0 00000011
ascend v 1 1 + 1 0 00000012
`,
		"index.adj": `wet a 1 1 ! 1 1 00000021
dry a 1 1 ! 1 1 00000022
damp a 1 1 & 1 0 00000023
`,
		"noun.exc":    "people person\n",
		"verb.exc":    "rode ride\n",
		"adj.exc":     "wetter wet\n",
		"adv.exc":     "",
		"cntlist.rev": "person%1:18:00:: 1 30\nride%2:38:00:: 1 8\nrise%1:04:00:: 1 6\nfall%1:04:00:: 1 6\nwet%3:00:00:: 1 7\ndry%3:00:00:: 1 7\n",
	}
	sample := fstest.MapFS{}
	for name, text := range files {
		sample[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return sample
}

const samplePairs = "rider\tperson\npersons\triders\nrides\tride\nrider\tunknown\n10\tten\n"

var update = flag.Bool("update", false, "write the tables that the tests of the lexicon read")

// golden holds a table against the file by which the lexicon's tests know it.
func golden(t *testing.T, name string, data []byte) {
	path := "../../../extract/lexicon/testdata/" + name
	if *update {
		require.NoError(t, os.WriteFile(path, data, 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, want, data, "%s: run the test with -update", name)
}

func TestBuildWordNetGivesTheSameBytes(t *testing.T) {
	first, err := BuildWordNet(sample(), samplePairs)
	require.NoError(t, err)
	for range 5 {
		again, err := BuildWordNet(sample(), samplePairs)
		require.NoError(t, err)
		require.Equal(t, first, again)
	}
	golden(t, "wordnet.bin", first)
}

func TestBuildWordNetSaysWhereASourceIsWrong(t *testing.T) {
	rows := []struct {
		file, text, want string
	}{
		{"data.noun", "00000001 03 n 02 entity 0\n", "data.noun"},
		{"data.noun", "00000001 99 n 01 entity 0 000 | x\n", "lexicographer's file"},
		{"data.noun", "00000001 03 n 01 entity 0 001 @ 00000099 n 0000 | x\n", "00000099"},
		{"index.noun", "entity n x\n", "index.noun"},
		{"index.noun", "entity n 3 1 ~ 1 0 00000001\n", "index.noun"},
		{"index.noun", "entity n 1 1 ~ 1 0 00000099\n", "no synset 00000099"},
		{"cntlist.rev", "person%1:18:00:: 1\n", "cntlist.rev"},
		{"cntlist.rev", "person%9:18:00:: 1 1\n", "sense key"},
		{"cntlist.rev", "person%1:18:00:: 1 many\n", "many"},
		{"verb.exc", "rode\n", "verb.exc"},
	}
	for _, row := range rows {
		files := sample()
		files[row.file] = &fstest.MapFile{Data: []byte(row.text)}
		_, err := BuildWordNet(files, "")
		require.ErrorContains(t, err, row.want)
	}
	for name := range sample() {
		files := sample()
		delete(files, name)
		_, err := BuildWordNet(files, "")
		require.ErrorIs(t, err, fs.ErrNotExist, name)
	}
}

func TestBuildNames(t *testing.T) {
	data, err := BuildNames("# men\nPat\nTom\n", "Ann\nPat\n")
	require.NoError(t, err)
	again, err := BuildNames("# men\nPat\nTom\n", "Ann\nPat\n")
	require.NoError(t, err)
	require.Equal(t, data, again)
	golden(t, "given-names.bin", data)
	_, err = BuildNames("", "#\n")
	require.Error(t, err)
}

func TestBuildFrequencies(t *testing.T) {
	const treebank = "# text = The wetter man isn't 40\n" +
		"1\tThe\tthe\tDET\t_\t_\t2\tdet\t_\t_\n" +
		"2\tmen\tperson\tNOUN\t_\t_\t0\troot\t_\t_\n" +
		"3-4\tisn't\t_\t_\t_\t_\t_\t_\t_\t_\n" +
		"3\tis\tbe\tAUX\t_\t_\t2\tcop\t_\t_\n" +
		"4\tn't\tnot\tPART\t_\t_\t2\tadvmod\t_\t_\n" +
		"5\t40\t40\tNUM\t_\t_\t2\tnummod\t_\t_\n" +
		"6\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n"
	data, err := BuildFrequencies(sample(), treebank, treebank)
	require.NoError(t, err)
	again, err := BuildFrequencies(sample(), treebank, treebank)
	require.NoError(t, err)
	require.Equal(t, data, again)
	golden(t, "frequency.bin", data)
	_, err = BuildFrequencies(sample(), "no treebank")
	require.Error(t, err)
}
