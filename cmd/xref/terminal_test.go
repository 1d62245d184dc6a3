package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/compare/render"
)

// terminalWidth is how many columns the terminal has.
const terminalWidth = 100

// What the program prints of a hostile article, in every format for a terminal and
// on a page of one finding, stands on a terminal's screen to the letter: nothing of it
// moves the cursor, clears, rings, or changes the title or a mode.
func TestHostileArticleOnATerminal(t *testing.T) {
	tmux, err := exec.LookPath("tmux")
	if err != nil {
		t.Skip("no tmux in PATH: nothing is shown on a terminal")
	}
	sh, err := exec.LookPath("sh")
	require.NoError(t, err)
	bin, folder := program(t), hostileFolder(t)
	commands := []string{"xref show --config none 1 north.txt south.txt", "xref extract north.txt"}
	for _, f := range render.Formats {
		if !f.Binary {
			commands = append(commands, "xref report --config none --format "+f.ID+" north.txt south.txt")
		}
	}
	settings := filepath.Join(t.TempDir(), "tmux.conf")
	require.NoError(t, os.WriteFile(settings, []byte("set -g history-limit 100000\nset -g default-terminal screen-256color\nset -g allow-rename on\nset -g default-shell "+sh+"\n"), 0o644))
	socket := filepath.Join(t.TempDir(), "tmux")
	// ask runs a command of tmux and returns what it prints.
	ask := func(args ...string) string {
		c := exec.Command(tmux, append([]string{"-u", "-S", socket, "-f", settings}, args...)...)
		c.Dir = folder
		c.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "TERM=xterm-256color", "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"))
		out, err := c.CombinedOutput()
		require.NoError(t, err, "tmux %q: %s", args, out)
		return string(out)
	}
	t.Cleanup(func() { _ = exec.Command(tmux, "-S", socket, "kill-server").Run() })
	for i, command := range commands {
		printed, status := shell(t, sh, bin, folder, fmt.Sprintf("COLUMNS=%d %s --width %d --color never 2>/dev/null", terminalWidth, command, terminalWidth))
		require.Zero(t, status, command)
		require.Contains(t, printed, "HYPERLINK", "the hostile words aren't there at all")
		pane := fmt.Sprintf("pane%d", i)
		// The terminal answers the status report when it has shown all before it.
		ask("new-session", "-d", "-s", pane, "-x", fmt.Sprint(terminalWidth), "-y", "50",
			fmt.Sprintf(`printf '\033]2;calm\007'; %s --width %d --color always 2>/dev/null; stty raw -echo; printf '\033[5n'; dd bs=1 count=4 of=/dev/null 2>/dev/null; tmux -S %s wait-for -S %s; exec cat`, command, terminalWidth, socket, pane))
		ask("wait-for", pane)
		require.Equal(t, "calm 0 0 0 0", strings.TrimSpace(ask("display-message", "-p", "-t", pane, "#{pane_title} #{alternate_on} #{mouse_any_flag} #{insert_flag} #{window_bell_flag}")), command)
		screen := ask("capture-pane", "-p", "-J", "-t", pane, "-S", "-", "-E", "-")
		require.Equal(t, trimmedLines(printed), trimmedLines(screen), command)
		ask("kill-session", "-t", pane)
	}
}

// trimmedLines is lines without the white space at their ends, and without empty
// ones at the end.
func trimmedLines(s string) []string {
	lines := strings.Split(strings.TrimRight(s, " \r\n"), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " \r")
	}
	return lines
}
