package desk

import (
	"encoding/json"
	"fmt"
	"net/http"
	"sync"
	"time"
)

// hub tells all pages that are open what happens.
type hub struct {
	mu    sync.Mutex
	pages map[chan []byte]bool
}

// The most pages that listen at once, and what one may have waiting for it. One that
// doesn't keep up is let go; it comes again and asks for all there is.
const (
	mostPages   = 100
	mostWaiting = 64
)

// stillThere is how often a page is told that the desk is there.
const stillThere = 25 * time.Second

// longestWrite is how long a page may take nothing.
const longestWrite = 10 * time.Second

// tell sends an event to all pages.
func (h *hub) tell(name string, value any) {
	data, err := json.Marshal(value) // on one line
	if err != nil {
		return
	}
	message := fmt.Appendf(nil, "event: %s\ndata: %s\n\n", name, data)
	h.mu.Lock()
	defer h.mu.Unlock()
	for page := range h.pages {
		select {
		case page <- message:
		default:
			delete(h.pages, page)
			close(page)
		}
	}
}

// join adds a page; false where there are too many.
func (h *hub) join() (chan []byte, bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if len(h.pages) >= mostPages {
		return nil, false
	}
	if h.pages == nil {
		h.pages = map[chan []byte]bool{}
	}
	page := make(chan []byte, mostWaiting)
	h.pages[page] = true
	return page, true
}

func (h *hub) leave(page chan []byte) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.pages[page] {
		delete(h.pages, page)
		close(page)
	}
}

// listen sends events to a page for as long as it is open (server-sent events, HTML
// Living Standard 9.2).
func (d *Desk) listen(w http.ResponseWriter, r *http.Request, s session) {
	page, ok := d.events.join()
	if !ok {
		http.Error(w, "too many pages are open", http.StatusServiceUnavailable)
		return
	}
	defer d.events.leave(page)
	control := http.NewResponseController(w)
	w.Header().Set("Content-Type", "text/event-stream")
	send := func(message []byte) bool {
		if err := control.SetWriteDeadline(time.Now().Add(longestWrite)); err != nil {
			return false
		}
		if _, err := w.Write(message); err != nil {
			return false
		}
		return control.Flush() == nil
	}
	if !send([]byte("retry: 2000\n\n")) {
		return
	}
	alive := time.NewTicker(stillThere)
	defer alive.Stop()
	for {
		select {
		case <-r.Context().Done():
			return
		case message, open := <-page:
			if !open || !send(message) {
				return
			}
		case <-alive.C:
			if s.expired(d.Clock()) || !send([]byte(":\n\n")) {
				return
			}
		}
	}
}
