package floor

import (
	"net/http"
	"sync"

	"github.com/gorilla/websocket"
)

// FanPath is where the sockets of a [Fan] connect.
const FanPath = "/fan"

// Fan sends messages to all sockets that are connected to it. The zero value has
// none.
type Fan struct {
	mu    sync.Mutex
	conns map[*websocket.Conn]bool
}

// ServeHTTP connects a socket and reads until it is closed, as each server must.
func (f *Fan) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	defer c.Close()
	f.mu.Lock()
	if f.conns == nil {
		f.conns = map[*websocket.Conn]bool{}
	}
	f.conns[c] = true
	f.mu.Unlock()
	for err == nil {
		_, _, err = c.ReadMessage()
	}
	f.mu.Lock()
	delete(f.conns, c)
	f.mu.Unlock()
}

// Write writes the message to each socket by itself.
func (f *Fan) Write(message []byte) error {
	return f.each(func(c *websocket.Conn) error { return c.WriteMessage(websocket.TextMessage, message) })
}

// WritePrepared frames the message once and writes that to each socket.
func (f *Fan) WritePrepared(message []byte) error {
	p, err := websocket.NewPreparedMessage(websocket.TextMessage, message)
	if err != nil {
		return err
	}
	return f.each(func(c *websocket.Conn) error { return c.WritePreparedMessage(p) })
}

// Sockets returns how many are connected.
func (f *Fan) Sockets() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return len(f.conns)
}

func (f *Fan) each(write func(*websocket.Conn) error) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	for c := range f.conns {
		if err := write(c); err != nil {
			return err
		}
	}
	return nil
}
