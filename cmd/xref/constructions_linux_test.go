package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/fixtures"
)

// BenchmarkConstructions is what the whole program takes for two articles that each have
// 200 kB of a construction: seconds of the processor and the most memory, in MB.
func BenchmarkConstructions(b *testing.B) {
	const n = 200_000
	for _, c := range fixtures.Constructions {
		b.Run(strings.ReplaceAll(c.Name, " ", "-"), func(b *testing.B) {
			made := c.Make(n)
			folder := b.TempDir()
			args := []string{"report", "--config", "none", "--no-cache", "--encoder", "off", "-o", filepath.Join(folder, "report.json")}
			for _, name := range []string{"beacon.txt", "courier.txt"} {
				path := filepath.Join(folder, name)
				require.NoError(b, os.WriteFile(path, []byte(bridges[name]+"\n"+made), 0o600))
				args = append(args, path)
			}
			var processor, memory float64
			for b.Loop() {
				run := exec.Command("xref", args...)
				err := run.Run()
				used, ok := run.ProcessState.SysUsage().(*syscall.Rusage)
				if run.ProcessState.ExitCode() == statusWrong { // it is in another language
					err = nil
				}
				require.NoError(b, err)
				require.True(b, ok)
				processor += (run.ProcessState.UserTime() + run.ProcessState.SystemTime()).Seconds()
				memory = max(memory, float64(used.Maxrss)/1024)
			}
			b.ReportMetric(processor/float64(b.N), "cpu-s/op")
			b.ReportMetric(memory, "MB")
		})
	}
}
