package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"

	"xref/compare/kind"
	"xref/fixtures"
)

const docs = "../../docs"

// The page of each kind is made from its Kind and its fixtures; go test -update
// writes them anew.
func TestKindPages(t *testing.T) {
	golden := fixtures.OpenGolden(t, docs+"/kinds")
	all, err := fixtures.Kinds()
	require.NoError(t, err)
	var index strings.Builder
	index.WriteString("# Kinds of difference\n\n| kind | compares | means |\n| --- | --- | --- |\n")
	for _, k := range kind.Kinds {
		fmt.Fprintf(&index, "| [%s](%s.md) | %s | %s |\n", k.ID, k.ID, k.Title, k.Meaning)
		var b strings.Builder
		fmt.Fprintf(&b, "# %s: %s\n\n%s\n\n> %s\n", k.ID, k.Title, k.Meaning, k.Example)
		for _, part := range []struct {
			title string
			fires bool
		}{{"Where it is found", true}, {"Where it stays silent", false}} {
			at := slices.IndexFunc(all, func(f fixtures.Kind) bool { return f.Kind == string(k.ID) && f.Fires() == part.fires })
			require.GreaterOrEqual(t, at, 0)
			fmt.Fprintf(&b, "\n## %s\n\n%s\n", part.title, all[at].About)
			for _, a := range all[at].Articles {
				fmt.Fprintf(&b, "\n%s:\n\n%s\n", a.Name, indented(string(a.Data)))
			}
			for _, e := range all[at].Expect {
				if !e.May {
					fmt.Fprintf(&b, "\nFound:\n\n%s\n", indented(e.String()))
				}
			}
		}
		fmt.Fprintf(&b, "\nIn a report: `xref report --kind %s PATH...`. To leave it out: `off: [%s]` in xref.yaml.\n", k.ID, k.ID)
		golden.Equal(t, string(k.ID)+".md", b.String())
	}
	golden.Equal(t, "README.md", index.String())
}

func indented(text string) string {
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	for i, l := range lines {
		if l != "" {
			lines[i] = "    " + l
		}
	}
	return strings.Join(lines, "\n")
}

// The manual pages are those of the commands and their flags.
func TestManualPages(t *testing.T) {
	golden := fixtures.OpenGolden(t, docs+"/man")
	root := newRoot(streams{})
	root.InitDefaultCompletionCmd()
	folder := t.TempDir()
	date := time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC)
	disableAutoGen(root)
	require.NoError(t, doc.GenManTree(root, &doc.GenManHeader{Section: "1", Date: &date, Source: "xref", Manual: "xref"}, folder))
	pages, err := filepath.Glob(folder + "/*.1")
	require.NoError(t, err)
	require.NotEmpty(t, pages)
	for _, p := range pages {
		data, err := os.ReadFile(p)
		require.NoError(t, err)
		golden.Equal(t, filepath.Base(p), string(data))
	}
}

func disableAutoGen(c *cobra.Command) {
	c.DisableAutoGenTag = true
	for _, sub := range c.Commands() {
		disableAutoGen(sub)
	}
}

// program is a folder with xref in it: the test's own program, which is xref where
// it is called so.
func program(t *testing.T) (folder string) {
	folder = t.TempDir()
	self, err := os.Executable()
	require.NoError(t, err)
	require.NoError(t, os.Symlink(self, filepath.Join(folder, "xref")))
	return folder
}

// shell runs a command of the documentation in a folder and returns what it prints
// and its exit status. Standard error comes last.
func shell(t *testing.T, sh, bin, folder, command string, env ...string) (string, int) {
	c := exec.Command(sh, "-c", command)
	c.Dir = folder
	c.Env = append(os.Environ(), append(env, "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"), "LC_ALL=C.UTF-8")...)
	var stdout, stderr bytes.Buffer
	c.Stdout, c.Stderr = &stdout, &stderr
	err := c.Run()
	status := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		status = exit.ExitCode()
	} else {
		require.NoError(t, err)
	}
	return stdout.String() + stderr.String(), status
}

// console finds the sessions of the worked example.
var console = regexp.MustCompile("(?s)```console\n(.*?)```")

// Every command of the worked example prints what stands there; go test -update
// writes what it prints.
func TestWorkedExample(t *testing.T) {
	sh, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("no sh to run the example with")
	}
	bin, folder := program(t), t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(folder, "xref-waivers.yaml"), []byte(exampleWaivers), 0o644))
	source, err := os.ReadFile(docs + "/example.md")
	require.NoError(t, err)
	sessions := 0
	made := console.ReplaceAllStringFunc(string(source), func(session string) string {
		sessions++
		var b strings.Builder
		b.WriteString("```console\n")
		for _, l := range strings.Split(session, "\n") {
			command, is := strings.CutPrefix(l, "$ ")
			if !is {
				continue
			}
			printed, status := shell(t, sh, bin, folder, command)
			b.WriteString(l + "\n" + printed)
			if status != 0 {
				fmt.Fprintf(&b, "status %d\n", status)
			}
		}
		return b.String() + "```"
	})
	require.NotZero(t, sessions)
	fixtures.Same(t, docs+"/example.md", made)
}

const exampleWaivers = `waivers:
  # The second mention is a slip of the pen; the outlet has been told.
  - kind: pronoun
    subject: "*Pokalchuk"
    reason: the outlet has been told
    who: ines
    until: 2026-12-31
`

// What the generic script runs, it runs: status 0 with a baseline, 1 without, and
// all files are there.
func TestGenericBuildScript(t *testing.T) {
	sh, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("no sh to run the script with")
	}
	bin, folder := program(t), t.TempDir()
	script, err := filepath.Abs(docs + "/ci/check.sh")
	require.NoError(t, err)
	_, status := shell(t, sh, bin, folder, "xref demo --write coverage")
	require.Zero(t, status)
	out, status := shell(t, sh, bin, folder, sh+" "+script)
	require.Equal(t, statusFailOn, status, out)
	for _, name := range []string{"report.html", "report.json", "junit.xml", "xref.sarif"} {
		require.FileExists(t, filepath.Join(folder, "build/xref", name))
	}
	_, status = shell(t, sh, bin, folder, "xref baseline write coverage")
	require.Zero(t, status)
	out, status = shell(t, sh, bin, folder, sh+" "+script+" coverage results")
	require.Zero(t, status, out)
	require.FileExists(t, filepath.Join(folder, "results/junit.xml"))
}

// workflow is what the test needs of a workflow of GitHub Actions.
type workflow struct {
	Jobs map[string]struct {
		Steps []struct{ Name, Run string }
	}
}

// The steps of the workflow run as GitHub's runner runs them, but for the one that
// installs xref.
func TestGitHubWorkflow(t *testing.T) {
	sh, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no bash to run the steps with")
	}
	data, err := os.ReadFile(docs + "/ci/github.yml")
	require.NoError(t, err)
	var w workflow
	require.NoError(t, yaml.Unmarshal(data, &w))
	bin, folder := program(t), t.TempDir()
	_, status := shell(t, sh, bin, folder, "xref demo --write coverage && xref baseline write coverage")
	require.Zero(t, status)
	summary := filepath.Join(folder, "summary.md")
	require.NoError(t, os.WriteFile(summary, nil, 0o644))
	steps := func() map[string]string {
		printed := map[string]string{}
		for _, job := range w.Jobs {
			for _, s := range job.Steps {
				if s.Run == "" || s.Name == "Install xref" {
					continue
				}
				out, status := shell(t, sh, bin, folder, "set -eo pipefail\n"+s.Run, "GITHUB_STEP_SUMMARY="+summary)
				printed[s.Name] = fmt.Sprintf("%sstatus %d\n", out, status)
			}
		}
		return printed
	}
	green := steps()
	require.Len(t, green, 2)
	for name, out := range green {
		require.Equal(t, "status 0\n", out, "%s: nothing is new, so that nothing is said", name)
	}
	for _, name := range []string{"xref.sarif", "report.html"} {
		require.FileExists(t, filepath.Join(folder, name))
	}
	told, err := os.ReadFile(summary)
	require.NoError(t, err)
	require.Contains(t, string(told), "4 articles")

	require.NoError(t, os.WriteFile(filepath.Join(folder, "xref-baseline.json"), []byte(`{"schema": "xref.baseline/v1", "findings": []}`), 0o644))
	changed := steps()
	require.Regexp(t, `(?s)^::(error|warning) file=coverage/.*status 0\n$`, changed["Report"])
	require.Contains(t, changed["Gate"], "status 1\n")
}

// gitlabJob is what the test needs of a job of GitLab CI.
type gitlabJob struct {
	Script    []string
	Artifacts struct {
		Paths   []string
		Reports map[string]string
	}
}

// The job's script runs as GitLab's runner runs it, line by line and to the first that
// fails; what the job keeps is there then, whether it fails or not.
func TestGitLabJob(t *testing.T) {
	sh, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no bash to run the script with")
	}
	data, err := os.ReadFile(docs + "/ci/gitlab.yml")
	require.NoError(t, err)
	var jobs map[string]gitlabJob
	require.NoError(t, yaml.Unmarshal(data, &jobs))
	require.Len(t, jobs, 1)
	job := jobs["xref"]
	require.NotEmpty(t, job.Script)
	require.NotEmpty(t, job.Artifacts.Reports)
	bin, folder := program(t), t.TempDir()
	_, status := shell(t, sh, bin, folder, "xref demo --write coverage && xref baseline write coverage")
	require.Zero(t, status)
	run := func() (string, int) {
		require.NoError(t, os.RemoveAll(filepath.Join(folder, "build")))
		out, status := shell(t, sh, bin, folder, "set -eo pipefail\n"+strings.Join(job.Script, "\n"))
		for _, path := range job.Artifacts.Paths {
			require.DirExists(t, filepath.Join(folder, path))
		}
		for name, path := range job.Artifacts.Reports {
			require.FileExists(t, filepath.Join(folder, path), name)
		}
		require.FileExists(t, filepath.Join(folder, "build/xref/report.html"))
		return out, status
	}
	out, status := run()
	require.Zero(t, status, out)
	require.NoError(t, os.WriteFile(filepath.Join(folder, "xref-baseline.json"), []byte(`{"schema": "xref.baseline/v1", "findings": []}`), 0o644))
	out, status = run()
	require.Equal(t, statusFailOn, status, out)
	require.Contains(t, out, "4 articles")
}
