package bridge

import (
	"errors"
	"io"
	"net/http"
	"sync"

	"github.com/gorilla/websocket"
)

// writeBuffers serves all sockets: each holds one only while it writes.
var writeBuffers sync.Pool

var upgrader = websocket.Upgrader{
	ReadBufferSize:  16, // a sleeper has buffers of its own
	WriteBufferSize: 1024,
	WriteBufferPool: &writeBuffers,
	CheckOrigin:     func(*http.Request) bool { return true }, // the server's business, before
}

// Upgrade makes r's connection a socket. The caller has checked the origin, as
// this does not. After it the handler should return: its goroutine and buffers
// cost more than the socket's own.
//
// A frame of more than limit bytes fails Read. After an error the response has
// been written.
func Upgrade(w http.ResponseWriter, r *http.Request, limit int) (Transport, error) {
	h := &hijacker{ResponseWriter: w}
	c, err := upgrader.Upgrade(h, r, nil)
	if err != nil {
		return nil, err
	}
	s := &socket{c: c, limit: limit}
	if p, ok := h.conn.(*sleeper); ok {
		s.p = p
		c.SetPingHandler(func(data string) error { return p.send(websocket.PongMessage, []byte(data)) })
	}
	return s, nil
}

// socket is a WebSocket of text frames.
type socket struct {
	c     *websocket.Conn
	p     *sleeper // below c, if it can be
	limit int
}

var (
	errTooLong = &Breach{"a frame is too long"}
	errBinary  = &Breach{"a binary frame"}
)

func (s *socket) Read() ([]byte, error) {
	if s.p != nil {
		if err := s.p.wait(); err != nil {
			return nil, err
		}
		if b, ok := s.p.text(s.limit); ok {
			return b, nil
		}
	}
	return s.read()
}

func (s *socket) read() ([]byte, error) {
	kind, r, err := s.c.NextReader()
	if err != nil {
		return nil, err
	}
	if kind != websocket.TextMessage {
		return nil, errBinary
	}
	b := newBuffer()
	for {
		if len(b) > s.limit {
			return nil, errTooLong
		}
		if len(b) == cap(b) {
			b = append(b, 0)[:len(b)]
		}
		n, err := r.Read(b[len(b):min(cap(b), s.limit+1)])
		b = b[:len(b)+n]
		if errors.Is(err, io.EOF) {
			return b, nil
		}
		if err != nil {
			return nil, err
		}
	}
}

func (s *socket) Write(frame []byte) error {
	if s.p != nil {
		return s.p.send(websocket.TextMessage, frame)
	}
	return s.c.WriteMessage(websocket.TextMessage, frame)
}

func (s *socket) Close() error { return s.c.Close() }

// Buffers of one size go round; larger ones are the collector's.
const bufferSize = 1024

var buffers = sync.Pool{New: func() any { return new([bufferSize]byte) }}

func newBuffer() []byte { return buffers.Get().(*[bufferSize]byte)[:0] }

func freeBuffer(b []byte) {
	if cap(b) == bufferSize {
		buffers.Put((*[bufferSize]byte)(b[:bufferSize]))
	}
}
