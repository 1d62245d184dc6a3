package english

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/extract/lang"
	"xref/extract/lang/conllu"
)

// toyMaterial is a treebank of sentences like "Mara visits Ellis ."
func toyMaterial(t *testing.T) Material {
	var b strings.Builder
	var named []NamedSentence
	persons, places, verbs := []string{"Mara", "Nora", "Edmund"}, []string{"Ellis", "Norwick", "Quarry"}, []string{"visits", "leaves", "likes"}
	for i := range 90 {
		who, verb, where := persons[i%3], verbs[i/3%3], places[i/9%3]
		fmt.Fprintf(&b, "# sent_id = toy-%04d\n# text = %s %s %s.\n", i, who, verb, where)
		fmt.Fprintf(&b, "1\t%s\t%s\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\t_\n", who, who)
		fmt.Fprintf(&b, "2\t%s\t%s\tVERB\tVBZ\tMood=Ind\t0\troot\t_\t_\n", verb, strings.TrimSuffix(verb, "s"))
		fmt.Fprintf(&b, "3\t%s\t%s\tPROPN\tNNP\tNumber=Sing\t2\tobj\t_\tSpaceAfter=No\n", where, where)
		fmt.Fprintf(&b, "4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n")
		named = append(named, NamedSentence{Forms: []string{who, verb, where, "."}, Names: []lang.Name{{First: 0, End: 1, Type: lang.Person}, {First: 2, End: 3, Type: lang.Place}}})
	}
	sentences, err := conllu.Read(strings.NewReader(b.String()))
	require.NoError(t, err)
	return Material{Header: "toy", Treebanks: []Treebank{{Sentences: sentences, Named: named}}}
}

func silent(string, ...any) {}

func TestNamesLearnedAloneAreThoseOfTheWhole(t *testing.T) {
	material := toyMaterial(t)
	model, err := Train(material, silent)
	require.NoError(t, err)
	again, err := TrainNames(material, string(model), silent)
	require.NoError(t, err)
	require.True(t, string(model) == string(again), "the same bytes")
}

func TestNamesAreNotLearnedForAModelOfOtherMaterial(t *testing.T) {
	other, err := Train(smallMaterial(t), silent)
	require.NoError(t, err)
	_, err = TrainNames(toyMaterial(t), string(other), silent)
	require.ErrorContains(t, err, "other material")
}
