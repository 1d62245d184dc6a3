package measure

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/extract/article"
)

const ecbDocument = `<?xml version="1.0" encoding="UTF-8"?>
<Document doc_name="44_3ecbplus.xml" doc_id="D">
<token t_id="1" sentence="0" number="0">http</token>
<token t_id="2" sentence="0" number="1">:</token>
<token t_id="3" sentence="1" number="0">A</token>
<token t_id="4" sentence="1" number="1">well</token>
<token t_id="5" sentence="1" number="2">-</token>
<token t_id="6" sentence="1" number="3">known</token>
<token t_id="7" sentence="1" number="4">baker</token>
<token t_id="8" sentence="1" number="5">'s</token>
<token t_id="9" sentence="1" number="6">shop</token>
<token t_id="10" sentence="1" number="7">burned</token>
<token t_id="11" sentence="1" number="8">at</token>
<token t_id="12" sentence="1" number="9">4</token>
<token t_id="13" sentence="1" number="10">:</token>
<token t_id="14" sentence="1" number="11">30</token>
<token t_id="15" sentence="1" number="12">.</token>
<token t_id="16" sentence="2" number="0">Nobody</token>
<token t_id="17" sentence="2" number="1">died</token>
<token t_id="18" sentence="2" number="2">.</token>
<Markables>
<ACTION_OCCURRENCE m_id="1"><token_anchor t_id="10"/></ACTION_OCCURRENCE>
<NEG_ACTION_OCCURRENCE m_id="2"><token_anchor t_id="17"/></NEG_ACTION_OCCURRENCE>
<LOC_FAC m_id="3"><token_anchor t_id="9"/></LOC_FAC>
<ACTION_STATE m_id="4"><token_anchor t_id="6"/></ACTION_STATE>
<ACTION_OCCURRENCE m_id="5" TAG_DESCRIPTOR="fire"/>
</Markables>
<Relations>
<CROSS_DOC_COREF r_id="1" note="ACT9"><source m_id="1"/><target m_id="5"/></CROSS_DOC_COREF>
<CROSS_DOC_COREF r_id="2" note="ACT7"><source m_id="2"/><target m_id="5"/></CROSS_DOC_COREF>
<CROSS_DOC_COREF r_id="3" note="LOC7"><source m_id="3"/><target m_id="5"/></CROSS_DOC_COREF>
</Relations>
</Document>`

func TestReadECB(t *testing.T) {
	d, err := ReadECB(strings.NewReader(ecbDocument))
	require.NoError(t, err)
	require.Equal(t, "A well-known baker's shop burned at 4:30.\nNobody died.\n", d.Article.Text)
	require.Equal(t, article.Span{End: len(d.Article.Text)}, d.Article.Body)
	require.Equal(t, "44_3ecbplus", d.Article.ID)
	require.Equal(t, 44, d.Topic)
	require.Equal(t, "3ecbplus", d.Name)
	require.True(t, d.Plus)
	require.Equal(t, []ECBSentence{
		{Number: 1, Span: article.Span{Start: 0, End: 41}, Events: []string{"ACT9"}},
		{Number: 2, Span: article.Span{Start: 42, End: 54}, Events: []string{"ACT7"}},
	}, d.Sentences, "neither a place nor an action that no other document has is an event; an address is no sentence")
}

func TestSetsSayWhatIsWrongAndWhere(t *testing.T) {
	ecb := func(s string) error { _, err := ReadECB(strings.NewReader(s)); return err }
	chosen := func(s string) error { _, err := ReadECBSelection(strings.NewReader(s)); return err }
	inferred := func(s string) error { _, err := ReadInferences(strings.NewReader(s)); return err }
	paraphrased := func(s string) error { _, err := ReadParaphrases(strings.NewReader(s)); return err }
	for _, row := range []struct {
		reason string
		err    error
		says   string
	}{
		{"a column too few", paraphrased("1\t2\t3\tA heron came.\tA heron arrived.\n1\t2\t3\tx\n"), "line 2: 4 columns"},
		{"neither the same nor not", paraphrased("Quality\t#1\t#2\ta\tb\nyes\t2\t3\tx\ty\n"), `line 2: "yes"`},
		{"XML that ends too soon", ecb("<Document>\n<token>\n"), "line 3"},
		{"a name without a topic", ecb(`<Document doc_name="fire.xml"></Document>`), `"fire.xml"`},
		{"a document without text", ecb(`<Document doc_name="1_1ecb.xml"></Document>`), "no tokens"},
		{"a column too few", chosen("Topic,File\n1,1ecb\n"), "line 2: 2 columns"},
		{"a topic in words", chosen("Topic,File,Sentence Number\none,1ecb,3\n"), `line 2: topic "one"`},
		{"a sentence in words", chosen("Topic,File,Sentence Number\n1,1ecb,three\n"), `line 2: sentence "three"`},
		{"JSON that isn't", inferred("{}x"), "line 1"},
		{"a pair without a label", inferred(`{"premise": "a", "hypothesis": "b", "label": "neutral"}` + "\n\n" + `{"premise": "a", "hypothesis": "b"}`), "line 3"},
	} {
		t.Run(row.reason, func(t *testing.T) { require.ErrorContains(t, row.err, row.says) })
	}
}

func TestReadParaphrases(t *testing.T) {
	all, err := ReadParaphrases(strings.NewReader("\ufeffQuality\t#1 ID\t#2 ID\t#1 String\t#2 String\r\n1\t7\t8\tA heron came.\tA heron arrived.\r\n0\t9\t8\tIt rained.\tIt snowed.\n"))
	require.NoError(t, err)
	require.Equal(t, []Paraphrase{{"A heron came.", "A heron arrived.", true}, {"It rained.", "It snowed.", false}}, all)
}

func TestSelectedSentencesOfOneEventArePairs(t *testing.T) {
	document := func(topic int, name string, events ...string) *ECBDocument {
		d := &ECBDocument{Topic: topic, Name: name}
		for i, e := range events {
			d.Sentences = append(d.Sentences, ECBSentence{Number: i, Events: strings.Fields(e)})
		}
		return d
	}
	selection, err := ReadECBSelection(strings.NewReader("Topic,File,Sentence Number\n5,1ecb,0\n5,1ecb,1 \n5,2ecb,0\n5,2ecb,1\n6,1ecb,0\n"))
	require.NoError(t, err)
	told := tellOne([]*ECBDocument{
		document(5, "1ecb", "A B", "B"),
		document(5, "2ecb", "B A", "C", "A"),
		document(6, "1ecb", "A"),
	}, selection)
	require.Equal(t, map[placePair]bool{
		{{0, 0}, {1, 0}}: true,
		{{0, 1}, {1, 0}}: true,
	}, told, "once each; neither sentences that aren't selected, nor those of one document or another topic")
}

func FuzzReadECB(f *testing.F) {
	f.Add([]byte(ecbDocument))
	f.Add([]byte(`<Document doc_name="1_1ecb.xml"><token t_id="1" sentence="0">:</token><token sentence="0"></token></Document>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := ReadECB(strings.NewReader(string(data)))
		require.True(t, (d == nil) == (err != nil))
		if d == nil {
			return
		}
		at := 0
		for _, s := range d.Sentences {
			require.LessOrEqual(t, at, s.Span.Start)
			require.LessOrEqual(t, s.Span.End, len(d.Article.Text))
			at = s.Span.End
		}
	})
}

func FuzzReadInferences(f *testing.F) {
	f.Add([]byte(`{"premise": "a", "hypothesis": "b", "label": "neutral"}`))
	f.Add([]byte("\n{"))
	f.Fuzz(func(t *testing.T, data []byte) {
		all, _ := ReadInferences(strings.NewReader(string(data)))
		for _, i := range all {
			require.NotEmpty(t, i.Label)
		}
	})
}

func FuzzReadParaphrases(f *testing.F) {
	f.Add("1\t7\t8\ta\tb\n")
	f.Add("\t\t\t\t\n\t")
	f.Fuzz(func(t *testing.T, text string) {
		all, err := ReadParaphrases(strings.NewReader(text))
		if err == nil {
			require.LessOrEqual(t, len(all), strings.Count(text, "\n")+1)
		}
	})
}
