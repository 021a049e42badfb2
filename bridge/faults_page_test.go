package bridge_test

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"sync"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/internal/wire"
)

// A peer is a page that keeps the protocol and nothing else, over sockets that
// may fail at any byte. It is written from docs/protocol.md, apart from the
// client and from bridgetest, so that no mistake is made twice.
type peer struct {
	// dial opens a socket; it may take its time.
	dial func() (bridge.Transport, error)
	// patience is how long the peer waits for a word before it tries again; 0
	// is for ever.
	patience time.Duration
	// again is the pause before a new attempt.
	again func() time.Duration
	// run runs a page function that was called, on a goroutine of its own. It
	// is started in the order of the calls.
	run func(c *pageCall)
	// other handles messages of other kinds than a conversation has.
	other func(m wire.Message) error

	mu                 sync.Mutex
	socket             bridge.Transport // nil before WELCOME
	opening            bridge.Transport
	attempt            uint64
	ticket, sid, token string
	tx, rx             uint64
	log                []string // bodies of the frames tx-len(log)+1 … tx
	unacked            int
	next               uint64
	calls              map[uint64]chan answer
	faults             []string // breaches of the protocol by the server
	over               bool
	done               chan struct{}
	resumed            int
}

type answer struct {
	value string
	err   error
}

// A pageCall is one that the server makes.
type pageCall struct {
	id    uint64
	name  string
	depth int
	arg   int
}

func newPeer(ticket string, dial func() (bridge.Transport, error)) *peer {
	return &peer{
		ticket: ticket, dial: dial, calls: map[uint64]chan answer{}, done: make(chan struct{}),
		again: func() time.Duration { return 0 },
	}
}

// live connects again and again until close.
func (p *peer) live() {
	defer close(p.done)
	for !p.ended() {
		t, err := p.dial()
		if err == nil {
			p.connect(t)
		}
		if d := p.again(); d > 0 {
			time.Sleep(d)
		}
	}
}

func (p *peer) ended() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.over
}

// close ends the peer, and waits until it has.
func (p *peer) close() {
	p.mu.Lock()
	p.over = true
	for _, t := range []bridge.Transport{p.socket, p.opening} {
		if t != nil {
			t.Close()
		}
	}
	p.mu.Unlock()
	<-p.done
}

// connect says HELLO on t and reads until t fails.
func (p *peer) connect(t bridge.Transport) {
	p.mu.Lock()
	if p.over {
		p.mu.Unlock()
		t.Close()
		return
	}
	p.opening = t
	p.attempt++
	hello := fmt.Sprintf(`["h",1,"faults",%d,%d,%s,%s,%s]`, p.attempt, p.rx, quoted(p.ticket), quoted(p.sid), quoted(p.token))
	p.mu.Unlock()
	if t.Write([]byte(hello)) == nil {
		p.read(t)
	}
	p.mu.Lock()
	p.socket, p.opening = nil, nil
	p.mu.Unlock()
	t.Close()
}

func quoted(s string) string {
	if s == "" {
		return "null"
	}
	return strconv.Quote(s)
}

func (p *peer) read(t bridge.Transport) {
	for {
		var late *time.Timer
		if p.patience > 0 {
			late = time.AfterFunc(p.patience, func() { t.Close() })
		}
		data, err := t.Read()
		if late != nil {
			late.Stop()
		}
		if err != nil {
			return
		}
		if err := p.frame(t, data); err != nil {
			p.fault(err)
			return
		}
	}
}

func (p *peer) fault(err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.over {
		p.faults = append(p.faults, err.Error())
	}
}

func (p *peer) frame(t bridge.Transport, data []byte) error {
	f, err := wire.ScanFrame(data)
	if err != nil {
		return fmt.Errorf("%s: %w", data, err)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case f.Control == 'w' && p.socket == nil:
		return p.welcome(t, f)
	case f.Control != 0:
		return fmt.Errorf("unexpected %s", data)
	case p.socket == nil:
		return fmt.Errorf("before WELCOME: %s", data)
	}
	if err := p.trim(f.Ack); err != nil {
		return err
	}
	switch {
	case f.Seq == 0:
		p.ack()
		return nil
	case f.Seq <= p.rx:
		return nil
	case f.Seq > p.rx+1:
		return fmt.Errorf("a gap: %d after %d", f.Seq, p.rx)
	}
	p.rx++
	p.unacked++
	for m, ok := f.Next(); ok; m, ok = f.Next() {
		if err := p.message(m); err != nil {
			return fmt.Errorf("%s: %w", m, err)
		}
	}
	if p.unacked > 2 {
		p.ack()
	}
	return nil
}

// welcome takes the session over: ["w",sid,token,rx,limits].
func (p *peer) welcome(t bridge.Transport, f wire.Frame) error {
	e := f.Elements()
	sid, ok := e.Text()
	token, ok2 := e.Text()
	rx, ok3 := e.Uint()
	if !ok || !ok2 || !ok3 {
		return errors.New("a malformed WELCOME")
	}
	if p.sid != "" && sid != p.sid {
		return errors.New("another session")
	}
	p.sid, p.token = sid, token
	p.socket = t
	p.resumed++
	if err := p.trim(rx); err != nil {
		return err
	}
	p.ack()
	for i, body := range p.log {
		p.write(p.tx-uint64(len(p.log)-i)+1, body)
	}
	return nil
}

// trim forgets what the server has received.
func (p *peer) trim(ack uint64) error {
	first := p.tx - uint64(len(p.log)) + 1
	switch {
	case ack > p.tx:
		return fmt.Errorf("confirmed %d of %d", ack, p.tx)
	case ack >= first:
		p.log = p.log[ack-first+1:]
	}
	return nil
}

func (p *peer) ack() { p.write(0, "") }

// write writes one frame; a socket that fails is found out by who reads it.
func (p *peer) write(seq uint64, body string) {
	if p.socket != nil {
		p.unacked = 0
		p.socket.Write(fmt.Appendf(nil, "[%d,%d%s]", seq, p.rx, body))
	}
}

// send makes one frame of the messages. p.mu is held.
func (p *peer) send(messages ...string) {
	body := ""
	for _, m := range messages {
		body += "," + m
	}
	p.tx++
	p.log = append(p.log, body)
	p.write(p.tx, body)
}

func (p *peer) message(m wire.Message) error {
	e := m.Body()
	switch m.Kind() {
	case 1:
		return p.called(e)
	case 2, 3:
		return p.answered(m.Kind() == 2, e)
	case 6, 8:
		return nil
	}
	if p.other != nil {
		return p.other(m)
	}
	return errors.New("a message of unknown kind")
}

// called starts a page function: id, [module,name,depth?], argument.
func (p *peer) called(e wire.Elements) error {
	id, ok := e.Uint()
	raw, _ := e.Next()
	target := raw.Elements()
	_, ok2 := target.Uint()
	name, ok3 := target.Text()
	depth, _ := target.Uint()
	arg, ok4 := e.Uint()
	if !ok || !ok2 || !ok3 || !ok4 {
		return errors.New("a malformed call")
	}
	p.run(&pageCall{id, name, int(depth), int(arg)})
	return nil
}

// reply answers c. It must not be called by run itself.
func (p *peer) reply(c *pageCall, value int) {
	if c.id == 0 {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.send(fmt.Sprintf("[2,%d,%d]", c.id, value))
}

func (p *peer) answered(good bool, e wire.Elements) error {
	id, ok := e.Uint()
	ch := p.calls[id]
	if !ok || ch == nil {
		return errors.New("an answer to no call")
	}
	delete(p.calls, id)
	raw, _ := e.Next()
	if good {
		ch <- answer{value: string(raw)}
	} else {
		ch <- answer{err: errors.New(string(raw))}
	}
	return nil
}

// start calls the server's functions of those names, all in one frame.
func (p *peer) start(depth int, names []string, args []int) []chan answer {
	p.mu.Lock()
	defer p.mu.Unlock()
	var messages []string
	var answers []chan answer
	for i, name := range names {
		p.next++
		ch := make(chan answer, 1)
		p.calls[p.next] = ch
		target := strconv.Quote(name)
		if depth > 0 {
			target = fmt.Sprintf("[%s,%d]", target, depth)
		}
		messages = append(messages, fmt.Sprintf("[1,%d,%s,%d]", p.next, target, args[i]))
		answers = append(answers, ch)
	}
	p.send(messages...)
	return answers
}

// say sends messages as they are, all in one frame.
func (p *peer) say(messages ...string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.send(messages...)
}

// call calls one of the server's functions and waits for its result.
func (p *peer) call(ctx context.Context, depth int, name string, arg int) (int, error) {
	return wait(ctx, p.start(depth, []string{name}, []int{arg})[0])
}

func wait(ctx context.Context, ch chan answer) (int, error) {
	select {
	case a := <-ch:
		if a.err != nil {
			return 0, a.err
		}
		return strconv.Atoi(a.value)
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}
