package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"xref/internal/analyser"
)

// version is the module's version as the build recorded it; "dev" where it
// didn't.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "dev"
	}
	return info.Main.Version
}

// recorded is what the build recorded under a key; "" where it didn't.
func recorded(key string) string {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == key {
				return s.Value
			}
		}
	}
	return ""
}

// commit is what the program was built of; "unknown" where the build didn't record
// it.
func commit() string {
	at := recorded("vcs.revision")
	switch {
	case at == "":
		return "unknown"
	case recorded("vcs.modified") == "true":
		return at + ", changed"
	}
	return at
}

// build tells two builds of the program apart: by version and commit, and where these
// don't tell all by the program's file.
func build() string {
	made := version() + " " + commit() + " " + runtime.GOARCH
	if commit() != recorded("vcs.revision") {
		if path, err := os.Executable(); err == nil {
			if info, err := os.Stat(path); err == nil {
				made += fmt.Sprint(" ", info.Size(), " ", info.ModTime().UnixNano())
			}
		}
	}
	return made
}

func versionCommand(s streams) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version, the commit and the model",
		Args:  nothing,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(s.out, "xref %s\ncommit: %s\nmodel: %s\nbuilt by: %s for %s/%s\n",
				version(), commit(), analyser.ModelName(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}
