package load

import (
	"fmt"
	"strings"

	"github.com/gorilla/websocket"
	"github.com/omg-go/omg/bench/floor"
)

// raw calls an echo.
type raw struct {
	conn    *websocket.Conn
	message []byte
}

// Raw is the kind that calls the floor's echo.
func Raw(base string, size int) (Conn, error) {
	c, err := socket(base, floor.EchoPath, nil)
	if err != nil {
		return nil, err
	}
	return &raw{conn: c, message: []byte(Text(size))}, nil
}

func (r *raw) Call() error {
	if err := r.conn.WriteMessage(websocket.TextMessage, r.message); err != nil {
		return err
	}
	_, got, err := r.conn.ReadMessage()
	if err == nil && len(got) != len(r.message) {
		err = fmt.Errorf("load: the echo has %d bytes, want %d", len(got), len(r.message))
	}
	return err
}

func (r *raw) Close() error { return r.conn.Close() }

// words are what messages of interfaces look like to a compressor.
const words = "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore "

// Text returns n bytes of plain words.
func Text(n int) string { return strings.Repeat(words, n/len(words)+1)[:n] }
