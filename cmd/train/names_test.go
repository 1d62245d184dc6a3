package main

import (
	"testing"

	"github.com/stretchr/testify/require"

	"xref/extract/lang"
	"xref/extract/lang/conllu"
)

func TestReadName(t *testing.T) {
	for _, row := range []struct {
		text   string
		want   lang.Name
		ok     bool
		reason string
	}{
		{"3-5P", lang.Name{First: 3, End: 5, Type: lang.Person}, true, "a person"},
		{"0-1X", lang.Name{End: 1, Type: lang.OtherName}, true, "the first word; a name of another sort"},
		{"3-5Q", lang.Name{}, false, "no such type"},
		{"3-P", lang.Name{}, false, "no end"},
		{"-5P", lang.Name{}, false, "no first word"},
		{"3", lang.Name{}, false, "one number"},
		{"", lang.Name{}, false, "nothing"},
	} {
		got, err := readName(row.text)
		require.Equal(t, row.ok, err == nil, row.reason)
		if row.ok {
			require.Equal(t, row.want, got, row.reason)
		}
	}
}

func TestNamesOfSentencesThatAreNotThereAreRefused(t *testing.T) {
	_, err := ewtNames([]conllu.Sentence{{ID: "d-0001", Words: []conllu.Word{{Form: "Hello"}}}})
	require.ErrorContains(t, err, "no sentence")
}
