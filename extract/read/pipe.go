package read

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"
)

// pipePatience is how long a pipe may give nothing before it is given up.
var pipePatience = 60 * time.Second

// open opens a regular file or a pipe; a device has no end that could be waited for.
func open(path string) (io.ReadCloser, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	switch mode := info.Mode(); {
	case mode&fs.ModeNamedPipe != 0:
		return openPipe(path)
	case mode&fs.ModeDevice != 0:
		return nil, errors.New("a device, not a file")
	case mode&fs.ModeSocket != 0:
		return nil, errors.New("a socket, not a file")
	}
	return os.Open(path)
}

// openPipe opens a pipe as soon as somebody writes to it.
func openPipe(path string) (io.ReadCloser, error) {
	type opened struct {
		file *os.File
		err  error
	}
	done := make(chan opened, 1)
	go func() {
		f, err := os.Open(path)
		done <- opened{f, err}
	}()
	limit := time.NewTimer(pipePatience)
	defer limit.Stop()
	select {
	case o := <-done:
		return patient{o.file}, o.err
	case <-limit.C:
		go func() { // should it open after all
			if o := <-done; o.err == nil {
				o.file.Close()
			}
		}()
		return nil, errPipe()
	}
}

func errPipe() error { return fmt.Errorf("a pipe that gave nothing for %v", pipePatience) }

// patient reads from a pipe, each time no longer than pipePatience.
type patient struct{ *os.File }

func (p patient) Read(b []byte) (int, error) {
	late := time.AfterFunc(pipePatience, func() { _ = p.SetReadDeadline(time.Unix(1, 0)) })
	defer late.Stop()
	n, err := p.File.Read(b)
	if errors.Is(err, os.ErrDeadlineExceeded) {
		err = errPipe()
	}
	return n, err
}
