package main

import (
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/compare/baseline/strictyaml"
)

// commentedOut is a line of the template that is in force when the number sign is
// taken away: prose has one space or three after it.
var commentedOut = regexp.MustCompile(`(?m)^#((?:  |    )?[^ ].*)$`)

// The template is a configuration as it is, and with everything in force that is
// commented out; then it has every key.
func TestTemplateIsAConfiguration(t *testing.T) {
	for _, paths := range [][]string{nil, {"coverage", "pages/*.html", `odd "name" #1: x.txt`}} {
		template := configTemplate(paths)
		c, err := parseConfiguration("xref.yaml", []byte(template))
		require.NoError(t, err)
		require.Len(t, c.Articles, len(paths))
		for i, p := range paths {
			require.Equal(t, p, c.Articles[i].Path)
		}
		whole := commentedOut.ReplaceAllString(template, "$1")
		c, err = parseConfiguration("xref.yaml", []byte(whole))
		require.NoError(t, err, whole)
		of := reflect.TypeOf(configFile{})
		for i := range of.NumField() {
			key, _, _ := strings.Cut(of.Field(i).Tag.Get("yaml"), ",")
			require.True(t, c.sets(key), "%s isn't in the template", key)
		}
	}
}

// The nearest known key is told for each key of the file with a letter left out.
func TestNearestKeys(t *testing.T) {
	of := reflect.TypeOf(configFile{})
	for i := range of.NumField() {
		key, _, _ := strings.Cut(of.Field(i).Tag.Get("yaml"), ",")
		wrong := key[:1] + key[2:]
		_, err := parseConfiguration("xref.yaml", []byte("# a comment\n"+wrong+": x\n"))
		require.EqualError(t, err, `xref.yaml:2: unknown key "`+wrong+`"; did you mean "`+key+`"?`)
	}
}

// Errors come in the order of the lines.
func TestConfigurationErrorsAreInOrder(t *testing.T) {
	_, err := parseConfiguration("x.yaml", []byte("min-severity: high\noff: [quot]\nformats: [tabel]\nseverities: {nam: note}\n"))
	require.EqualError(t, err, strings.Join([]string{
		`x.yaml:1: unknown severity "high"; known are note, warning, error`,
		`x.yaml:2: unknown kind "quot"; did you mean "quote"?`,
		`x.yaml:3: unknown format "tabel"; did you mean "table"?`,
		`x.yaml:4: unknown kind "nam"; did you mean "name"?`,
	}, "\n"))
	for _, one := range err.(interface{ Unwrap() []error }).Unwrap() {
		require.IsType(t, strictyaml.Error{}, one)
	}
}

func FuzzConfiguration(f *testing.F) {
	f.Add([]byte(configTemplate([]string{"news"})))
	f.Add([]byte("articles: [{path: x, date: y}]"))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := parseConfiguration("xref.yaml", data)
		if err != nil {
			require.Contains(t, err.Error(), "xref.yaml")
			return
		}
		c.comparison()
	})
}
