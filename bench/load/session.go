package load

import (
	"bytes"
	"fmt"
	"net/http"
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
	seq, rest, err := head(frame)
	if seq == 0 || err != nil {
		return false, err // 0 is of an ack alone
	}
	s.ack = seq
	if bytes.HasPrefix(rest, failure) {
		return false, fmt.Errorf("load: the call failed: %.200s", frame)
	}
	return bytes.HasPrefix(rest, result), nil
}

var result, failure = []byte(",[2,"), []byte(",[3,")

// head returns the number of a frame and its messages, a comma before each.
func head(frame []byte) (seq uint64, messages []byte, err error) {
	seq, rest, ok := number(frame, '[')
	if ok {
		_, rest, ok = number(rest, ',')
	}
	if !ok {
		return 0, nil, fmt.Errorf("load: unexpected frame %.200s", frame)
	}
	return seq, rest, nil
}

// number reads a number behind a byte that must be before it.
func number(b []byte, before byte) (n uint64, rest []byte, ok bool) {
	if len(b) < 2 || b[0] != before {
		return 0, b, false
	}
	i := 1
	for ; i < len(b) && b[i] >= '0' && b[i] <= '9'; i++ {
		n = 10*n + uint64(b[i]-'0')
	}
	return n, b[i:], i > 1
}

func (s *session) Close() error { return s.conn.Close() }
