package read

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The files below testdata/pdf are pages that Chromium printed (NAME.html to NAME.pdf), each
// of a shape that is hard to read; NAME.txt is what must be read of it: the title, and the
// paragraphs.
func TestShapesOfPDF(t *testing.T) {
	files, err := filepath.Glob("testdata/pdf/*.pdf")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			require.NoError(t, err)
			want, err := os.ReadFile(strings.TrimSuffix(file, ".pdf") + ".txt")
			require.NoError(t, err)
			all, _, err := Readings(file, data, Options{})
			require.NoError(t, err)
			require.Equal(t, paragraphsIn(strings.TrimSpace(string(want))), paragraphsIn(strings.TrimSpace(all[0].Article.Text)))
		})
	}
}
