package main

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"
)

// root is the folder of the repository.
const root = "../.."

func readYAML(t *testing.T, path string, into any) {
	data, err := os.ReadFile(filepath.Join(root, path))
	require.NoError(t, err)
	require.NoError(t, yaml.Unmarshal(data, into), path)
}

// What the action runs, it runs: with its inputs, the gate, its outputs, and the
// summary.
func TestActionRuns(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no bash to run the action's script with")
	}
	var action struct {
		Inputs  map[string]struct{ Default *string }
		Outputs map[string]struct{ Value string }
		Runs    struct {
			Steps []struct {
				Env map[string]string
				Run string
			}
		}
	}
	readYAML(t, "action.yml", &action)
	script, err := filepath.Abs(root + "/tools/action.sh")
	require.NoError(t, err)
	data, err := os.ReadFile(script)
	require.NoError(t, err)
	last := action.Runs.Steps[len(action.Runs.Steps)-1]
	require.Contains(t, last.Run, "tools/action.sh")
	require.Len(t, last.Env, len(action.Inputs))
	env := map[string]string{}
	for name, value := range last.Env {
		input := strings.TrimSuffix(strings.TrimPrefix(value, "${{ inputs."), " }}")
		require.NotNil(t, action.Inputs[input].Default, input)
		require.Contains(t, string(data), name, "an input that nothing uses")
		env[name] = *action.Inputs[input].Default
	}

	bin, folder := program(t), t.TempDir()
	_, status := shell(t, bash, bin, folder, "xref demo --write coverage")
	require.Zero(t, status)
	ran := func(change map[string]string) (string, int) {
		all := []string{"GITHUB_OUTPUT=" + filepath.Join(folder, "output"), "GITHUB_STEP_SUMMARY=" + filepath.Join(folder, "summary")}
		for name, value := range env {
			if changed, ok := change[name]; ok {
				value = changed
			}
			all = append(all, name+"="+value)
		}
		require.NoError(t, os.WriteFile(filepath.Join(folder, "summary"), nil, 0o644))
		require.NoError(t, os.WriteFile(filepath.Join(folder, "output"), nil, 0o644))
		return shell(t, bash, bin, folder, bash+" "+script, all...)
	}
	out, status := ran(map[string]string{"XREF_PATHS": "coverage"})
	require.Equal(t, statusFailOn, status, out)
	require.Contains(t, out, "::error")
	told, err := os.ReadFile(filepath.Join(folder, "output"))
	require.NoError(t, err)
	for _, line := range strings.Split(strings.TrimSpace(string(told)), "\n") {
		name, file, _ := strings.Cut(line, "=")
		require.Contains(t, action.Outputs, name)
		require.FileExists(t, filepath.Join(folder, file))
	}
	require.Len(t, strings.Split(strings.TrimSpace(string(told)), "\n"), len(action.Outputs))
	summary, err := os.ReadFile(filepath.Join(folder, "summary"))
	require.NoError(t, err)
	require.NotEmpty(t, summary)
	out, status = ran(map[string]string{"XREF_PATHS": "coverage", "XREF_FAIL_ON": "", "XREF_ARGUMENTS": "--kind number --no-cache", "XREF_RESULTS": "elsewhere"})
	require.Zero(t, status, out)
	require.FileExists(t, filepath.Join(folder, "elsewhere/report.html"))
	_, status = shell(t, bash, bin, folder, "xref baseline write coverage")
	require.Zero(t, status)
	out, status = ran(map[string]string{"XREF_PATHS": "coverage"})
	require.Zero(t, status, out)
}

// The hooks' commands run as pre-commit runs them.
func TestHooksRun(t *testing.T) {
	sh, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("no sh to run the hooks with")
	}
	var hooks []struct {
		ID, Entry string
		Args      []string
		Language  string
	}
	readYAML(t, ".pre-commit-hooks.yaml", &hooks)
	require.Len(t, hooks, 2)
	bin, folder := program(t), t.TempDir()
	_, status := shell(t, sh, bin, folder, "xref demo --write coverage")
	require.Zero(t, status)
	for _, h := range hooks {
		require.Equal(t, "golang", h.Language)
		command := h.Entry + " " + strings.Join(h.Args, " ")
		if len(h.Args) == 0 {
			command += " coverage/*.txt"
		}
		out, status := shell(t, sh, bin, folder, command)
		want := map[string]int{"xref": statusFailOn, "xref-read": statusFine}[h.ID]
		require.Equal(t, want, status, out)
	}
}

// What the release takes is there, and all that GitHub reads is YAML.
func TestReleaseHasItsFiles(t *testing.T) {
	var release struct {
		Before   struct{ Hooks []string }
		Builds   []struct{ Main string }
		Archives []struct{ Files []any }
	}
	readYAML(t, ".goreleaser.yaml", &release)
	var paths []string
	for _, h := range release.Before.Hooks {
		paths = append(paths, strings.Fields(h)[0])
	}
	for _, b := range release.Builds {
		paths = append(paths, b.Main)
	}
	for _, f := range release.Archives[0].Files {
		switch f := f.(type) {
		case string:
			paths = append(paths, f)
		case map[string]any:
			if src := f["src"].(string); !strings.HasPrefix(src, "build/") { // made by a hook
				paths = append(paths, src)
			}
		}
	}
	for _, p := range paths {
		found, err := filepath.Glob(filepath.Join(root, p))
		require.NoError(t, err)
		require.NotEmpty(t, found, p)
	}
	n := 0
	require.NoError(t, filepath.WalkDir(root+"/.github", func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			n++
			var any map[string]any
			readYAML(t, strings.TrimPrefix(path, root+"/"), &any)
			require.NotEmpty(t, any, path)
		}
		return err
	}))
	require.Positive(t, n)
}
