package desk

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestReadPasswords(t *testing.T) {
	file := func(text string, mode os.FileMode) string {
		path := filepath.Join(t.TempDir(), "people.txt")
		require.NoError(t, os.WriteFile(path, []byte(text), mode))
		return path
	}
	read, err := ReadPasswords(file("# the desk\n\nines: with a space : and a colon \r\nomar:battery staple 2\n", 0o600))
	require.NoError(t, err)
	require.Equal(t, Passwords{"ines": " with a space : and a colon ", "omar": "battery staple 2"}, read)
	for _, row := range []struct{ reason, text, says string }{
		{"no colon", "ines\n", ":1: a line is NAME:PASSWORD"},
		{"no name", "\n:battery staple 2\n", ":2: a line is NAME:PASSWORD"},
		{"too short", "ines:short\n", ":1: a password has at least 12 characters"},
		{"twice", "ines:battery staple 2\nines:correct horse 1\n", ":2: \"ines\" stands there twice"},
		{"nobody", "# nobody\n", "it names nobody"},
	} {
		_, err := ReadPasswords(file(row.text, 0o600))
		require.ErrorContains(t, err, row.says, row.reason)
	}
	if onlyOwner {
		_, err = ReadPasswords(file("ines:battery staple 2\n", 0o644))
		require.ErrorContains(t, err, "others can read it; chmod 600")
	}
	_, err = ReadPasswords(t.TempDir())
	require.ErrorContains(t, err, "not a regular file")
	_, err = ReadPasswords(filepath.Join(t.TempDir(), "nosuch"))
	require.ErrorIs(t, err, os.ErrNotExist)
}
