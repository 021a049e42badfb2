package load

import (
	"fmt"
	"net/http"
	"strings"

	"github.com/gorilla/websocket"
)

// Conn is one connection to a server. One goroutine at a time uses it.
type Conn interface {
	// Call sends one message of the size that the connection was dialled with
	// and waits for its answer.
	Call() error
	Close() error
}

// Kind opens a connection to the server at the base address (http://…) whose
// calls take size bytes on the wire in each direction.
type Kind func(base string, size int) (Conn, error)

// dialer has small buffers, because a fleet has thousands of them.
var dialer = websocket.Dialer{ReadBufferSize: 2048, WriteBufferSize: 2048}

// socket opens a WebSocket at the path below the base address.
func socket(base, path string, header http.Header) (*websocket.Conn, error) {
	c, _, err := dialer.Dial("ws"+strings.TrimPrefix(base, "http")+path, header)
	if err != nil {
		return nil, fmt.Errorf("load: dial %s%s: %w", base, path, err)
	}
	return c, nil
}
