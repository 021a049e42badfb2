package load

import (
	"bytes"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"github.com/gorilla/websocket"
	"github.com/omg-go/omg/internal/wire"
)

// session is a page by hand: it speaks the protocol for one call at a time and
// does no more than that takes.
type session struct {
	conn     *websocket.Conn
	args     string // of every call, as they go on the wire
	seq, ack uint64 // last frame sent, last one seen
	call     uint64
	out      []byte
	unsaid   int // bytes that came and are not confirmed
}

// Page returns the kind that visits the page at path and then calls the
// backend's echo. Calls and answers have nearly the asked size; a size of 0 is
// of sessions that are not to call.
func Page(path string) Kind {
	return func(base string, size int) (Conn, error) {
		p, err := get(base + path)
		if err != nil {
			return nil, err
		}
		c, err := socket(base, SocketPath, http.Header{"Origin": {base}, "Cookie": {p.cookie}})
		if err != nil {
			return nil, err
		}
		s := &session{conn: c, args: `"` + Text(max(size-overhead, 0)) + `"`}
		if err := s.hello(p.boot); err != nil {
			c.Close()
			return nil, err
		}
		return s, nil
	}
}

// SocketPath is where a server of ours takes sockets.
const SocketPath = "/_omg/socket"

// EchoName is the backend function that answers with its argument, and overhead
// what a frame that calls it has beside the text.
const (
	EchoName = "Echo"
	overhead = len(`[1000,1000,[1,1000,"` + EchoName + `",""]]`)
)

// hello opens the session with the page's ticket and reads until it is welcome.
func (s *session) hello(b boot) error {
	hello := fmt.Sprintf(`["h",1,%q,1,0,%q,null,null]`, b.Build, b.Ticket)
	if err := s.conn.WriteMessage(websocket.TextMessage, []byte(hello)); err != nil {
		return err
	}
	_, got, err := s.conn.ReadMessage()
	if err == nil && !strings.HasPrefix(string(got), `["w"`) {
		err = fmt.Errorf("load: not welcome: %.200s", got)
	}
	return err
}

// Call sends a frame with a call and reads frames until its answer has come.
func (s *session) Call() error {
	s.seq++
	s.call++
	b := append(s.out[:0], '[')
	b = append(wire.AppendUint(b, s.seq), ',')
	b = append(wire.AppendUint(b, s.ack), ",[1,"...)
	b = append(wire.AppendUint(b, s.call), `,"`+EchoName+`",`...)
	b = append(append(b, s.args...), "]]"...)
	s.out = b
	if err := s.conn.WriteMessage(websocket.TextMessage, b); err != nil {
		return err
	}
	for {
		answered, err := s.read()
		if answered || err != nil {
			return err
		}
	}
}

// read reads one frame and tells whether the answer was in it.
func (s *session) read() (answered bool, err error) {
	_, frame, err := s.conn.ReadMessage()
	if err != nil {
		return false, err
	}
	n, err := number(frame)
	if n == 0 || err != nil {
		return false, err // 0 is of an ack alone
	}
	s.ack = n
	_, messages, _ := bytes.Cut(frame, []byte(",["))
	if bytes.HasPrefix(messages, []byte("3,")) {
		return false, fmt.Errorf("load: the call failed: %.200s", frame)
	}
	return bytes.HasPrefix(messages, []byte("2,")), nil
}

// number returns the number of a frame.
func number(frame []byte) (uint64, error) {
	seq, _, _ := bytes.Cut(frame[1:], []byte(","))
	n, err := strconv.ParseUint(string(seq), 10, 64)
	if err != nil {
		return 0, fmt.Errorf("load: unexpected frame %.200s", frame)
	}
	return n, nil
}

func (s *session) Close() error { return s.conn.Close() }
