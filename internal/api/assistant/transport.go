package assistant

import (
	"context"
	"errors"
	"io"
	"sync"

	"github.com/modelcontextprotocol/go-sdk/jsonrpc"
	"github.com/modelcontextprotocol/go-sdk/mcp"
)

// longestMessage is how many bytes a message to the server may have.
const longestMessage = 64 << 20

// Transport is that of a server which talks over two streams. Where the first ends,
// what was asked before is answered before the server ends.
func Transport(in io.ReadCloser, out io.WriteCloser) mcp.Transport {
	return answering{&mcp.IOTransport{Reader: in, Writer: out, MaxLineLength: longestMessage}}
}

type answering struct{ mcp.Transport }

func (t answering) Connect(ctx context.Context) (mcp.Connection, error) {
	c, err := t.Transport.Connect(ctx)
	if err != nil {
		return nil, err
	}
	return &answeringConnection{Connection: c, open: map[jsonrpc.ID]bool{}, closed: make(chan struct{})}, nil
}

// answeringConnection is a connection whose end is told when nothing is open: no request
// that came and has neither been answered nor called off.
type answeringConnection struct {
	mcp.Connection
	mu     sync.Mutex
	open   map[jsonrpc.ID]bool
	idle   chan struct{} // closed when nothing is open; nil as long as nobody waits
	once   sync.Once
	closed chan struct{}
}

func (c *answeringConnection) Read(ctx context.Context) (jsonrpc.Message, error) {
	m, err := c.Connection.Read(ctx)
	if errors.Is(err, io.EOF) {
		select {
		case <-c.answered():
		case <-c.closed:
		case <-ctx.Done():
		}
		return m, err
	}
	if r, ok := m.(*jsonrpc.Request); ok && err == nil && r.IsCall() {
		c.mu.Lock()
		c.open[r.ID] = true
		c.mu.Unlock()
	}
	return m, err
}

func (c *answeringConnection) Write(ctx context.Context, m jsonrpc.Message) error {
	err := c.Connection.Write(ctx, m)
	if r, ok := m.(*jsonrpc.Response); ok {
		c.mu.Lock()
		defer c.mu.Unlock()
		delete(c.open, r.ID)
		if len(c.open) == 0 && c.idle != nil {
			close(c.idle)
			c.idle = nil
		}
	}
	return err
}

// answered is closed when nothing is open.
func (c *answeringConnection) answered() <-chan struct{} {
	c.mu.Lock()
	defer c.mu.Unlock()
	idle := make(chan struct{})
	if len(c.open) == 0 {
		close(idle)
	} else {
		c.idle = idle
	}
	return idle
}

func (c *answeringConnection) Close() error {
	c.once.Do(func() { close(c.closed) })
	return c.Connection.Close()
}
