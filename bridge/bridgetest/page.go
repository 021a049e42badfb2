package bridgetest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/omg-go/omg/bridge"
)

// A Page is a page without a browser. Its methods are safe for concurrent use.
type Page struct {
	t   testing.TB
	hub *bridge.Hub
	s   *bridge.Session
	// over, if set before a connection is made, returns what the page's end is
	// replaced by.
	over func(bridge.Transport) bridge.Transport

	mu        sync.Mutex
	more      *sync.Cond
	end       bridge.Transport // nil: not connected
	pipe      *End
	welcome   bool
	attempt   uint64
	ticket    string
	sid       string
	token     string
	limits    []int64
	rx, tx    uint64
	acked     uint64 // by the server, of tx
	log       []frame
	queue     []json.RawMessage // not numbered yet
	holdAcks  bool
	deaf      bool
	received  []json.RawMessage
	functions map[string]func(*Invocation)
	modules   map[uint64]string
	values    map[uint64]string // functions that the server named as values
	calls     map[uint64]*Call
	running   map[uint64]*Invocation
	next      uint64
	lost      string // the reason of LOST or BYE
	objects   map[uint64]*object
	each      func(json.RawMessage)
	nextObj   uint64
}

type frame struct {
	seq  uint64
	msgs []json.RawMessage
}

var tickets atomic.Uint64

// Open returns a page that is connected to a new session of hub. Layers are
// attached before. The page is closed when t ends, and its session with it. In an
// example t is nil; then the page is the caller's to close.
func Open(t testing.TB, hub *bridge.Hub, layers ...bridge.Layer) *Page {
	s := bridge.NewSession(hub, context.Background())
	for _, l := range layers {
		s.Attach(l)
	}
	return OpenSession(t, s)
}

// OpenSession is Open for a session that was made already.
func OpenSession(t testing.TB, s *bridge.Session) *Page {
	p := New(t, s)
	p.t.Helper()
	p.Resume()
	p.t.Cleanup(p.Close)
	return p
}

// New returns the page of s, not connected yet.
func New(t testing.TB, s *bridge.Session) *Page {
	if t == nil {
		t = example{}
	}
	p := &Page{
		t: t, hub: s.Hub(), s: s, ticket: "ticket" + strconv.FormatUint(tickets.Add(1), 10),
		functions: map[string]func(*Invocation){}, modules: map[uint64]string{}, values: map[uint64]string{},
		calls: map[uint64]*Call{}, running: map[uint64]*Invocation{}, objects: map[uint64]*object{},
	}
	p.more = sync.NewCond(&p.mu)
	return p
}

// Session returns the page's session.
func (p *Page) Session() *bridge.Session { return p.s }

// Close ends the session and the connection.
func (p *Page) Close() {
	p.s.End(errors.New("bridgetest: the page is closed"))
	p.Cut()
}

// Cut breaks the connection and loses what is under way.
func (p *Page) Cut() {
	p.mu.Lock()
	pipe := p.pipe
	p.end, p.pipe, p.welcome = nil, nil, false
	p.mu.Unlock()
	if pipe != nil {
		pipe.Cut()
	}
}

// Goodbye closes the connection as a page does that is left.
func (p *Page) Goodbye() {
	p.raw(`["b"]`)
	p.mu.Lock()
	defer p.mu.Unlock()
	p.end, p.pipe, p.welcome = nil, nil, false
}

// Resume connects the page again, after a cut or the first time, and waits until
// it is welcome. It fails the test if it is not.
func (p *Page) Resume() {
	p.t.Helper()
	if err := p.Connect(); err != nil {
		p.t.Fatal(err)
	}
}

// Connect is Resume for tests that expect to be refused: the error says why.
func (p *Page) Connect() error {
	p.mu.Lock()
	p.attempt++
	hello := p.hello()
	server, mine := Pipe()
	var end bridge.Transport = mine
	if p.over != nil {
		end = p.over(mine)
	}
	p.end, p.pipe, p.welcome, p.lost, p.deaf = end, mine, false, "", false
	p.mu.Unlock()
	p.hub.Serve(context.Background(), server, bridge.Accept{Open: p.open})
	end.Write(hello)
	go p.read(end)
	p.mu.Lock()
	defer p.mu.Unlock()
	for p.end == end && !p.welcome && p.lost == "" {
		p.more.Wait()
	}
	if !p.welcome {
		return fmt.Errorf("bridgetest: not welcome: %q", p.lost)
	}
	return nil
}

func (p *Page) open(context.Context, string) (*bridge.Session, error) { return p.s, nil }

// Faults has later connections suffer from f on the page's side.
func (p *Page) Faults(f Faults) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.over = f.Over
}

// Pipe returns the page's end of the present connection, nil if there is none.
func (p *Page) Pipe() *End {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.pipe
}

// hello is the page's HELLO. p.mu is held.
func (p *Page) hello() []byte {
	if p.sid == "" {
		return encode([]any{"h", 1, p.hub.Build(), p.attempt, p.rx, p.ticket, nil, nil})
	}
	return encode([]any{"h", 1, p.hub.Build(), p.attempt, p.rx, nil, p.sid, p.token})
}

// Lost returns the reason that the server gave when it sent the page away, empty
// if it did not.
func (p *Page) Lost() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.lost
}

// Token returns the page's resume token, for tests of theft.
func (p *Page) Token() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.token
}

// SetToken replaces the resume token.
func (p *Page) SetToken(token string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.token = token
}

// HoldAcks makes the page confirm nothing, or what it owes.
func (p *Page) HoldAcks(hold bool) {
	p.mu.Lock()
	p.holdAcks = hold
	p.mu.Unlock()
	if !hold {
		p.Ack()
	}
}

// Deafen makes the page lose what arrives from now on, as if it were still under
// way, until it is connected again.
func (p *Page) Deafen() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.deaf = true
}

// Ack confirms what was received.
func (p *Page) Ack() {
	p.mu.Lock()
	rx := p.rx
	p.mu.Unlock()
	p.raw(string(encode([]any{0, rx})))
}

// raw writes text as it is.
func (p *Page) raw(text string) {
	p.mu.Lock()
	end := p.end
	p.mu.Unlock()
	if end != nil {
		end.Write([]byte(text))
	}
}

// Raw writes text to the connection, unnumbered and unchecked.
func (p *Page) Raw(text string) { p.raw(text) }

func encode(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return b
}

// NewHub returns a hub that is shut down when t ends.
func NewHub(t testing.TB, o bridge.Options) *bridge.Hub {
	h := bridge.NewHub(o)
	t.Cleanup(func() {
		if err := h.Shutdown(context.Background()); err != nil {
			t.Error(err)
		}
	})
	return h
}

// Acked returns the number of the last frame that the server has confirmed.
func (p *Page) Acked() uint64 {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.acked
}

// AwaitLost waits until the server has sent the page away.
func (p *Page) AwaitLost() { p.Wait(func() bool { return p.lost != "" }) }
