package browsertest

import (
	"bytes"
	"io"
	"net"
	"strings"
	"sync"
	"testing"
)

// A Proxy stands between a browser and a server and fails as networks do. It
// does not look into what it carries, but to tell sockets from other requests.
type Proxy struct {
	URL string // of the server, through the proxy

	target   string
	listener net.Listener
	work     sync.WaitGroup

	mu      sync.Mutex
	conns   map[*pipe]bool // true: a WebSocket
	refuses bool
	opened  chan struct{} // closed and replaced when a socket opens
}

// pipe is a connection that is carried.
type pipe struct{ browser, server net.Conn }

func (p *pipe) close() {
	p.browser.Close()
	p.server.Close()
}

// NewProxy starts a proxy for the server at url, which ends with the test.
func NewProxy(t testing.TB, url string) *Proxy {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &Proxy{
		URL: "http://" + l.Addr().String(), target: strings.TrimPrefix(url, "http://"), listener: l,
		conns: map[*pipe]bool{}, opened: make(chan struct{}),
	}
	p.work.Go(p.accept)
	t.Cleanup(func() {
		l.Close()
		p.Cut()
		p.work.Wait()
	})
	return p
}

func (p *Proxy) accept() {
	for {
		c, err := p.listener.Accept()
		if err != nil {
			return
		}
		p.work.Go(func() { p.carry(c) })
	}
}

func (p *Proxy) carry(browser net.Conn) {
	server, err := net.Dial("tcp", p.target)
	if err != nil {
		browser.Close()
		return
	}
	c := &pipe{browser, server}
	if !p.add(c) {
		c.close()
		return
	}
	p.work.Go(func() { io.Copy(browser, server); c.close() })
	p.watch(c)
	c.close()
	p.mu.Lock()
	delete(p.conns, c)
	p.mu.Unlock()
}

func (p *Proxy) add(c *pipe) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.refuses {
		return false
	}
	p.conns[c] = false
	return true
}

// watch carries what the browser sends, and notes when it asks for a socket.
func (p *Proxy) watch(c *pipe) {
	b := make([]byte, 16<<10)
	for {
		n, err := c.browser.Read(b)
		if bytes.Contains(b[:n], []byte("\r\nUpgrade: websocket\r\n")) {
			p.mu.Lock()
			p.conns[c] = true
			close(p.opened)
			p.opened = make(chan struct{})
			p.mu.Unlock()
		}
		if _, failed := c.server.Write(b[:n]); err != nil || failed != nil {
			return
		}
	}
}

// Cut drops all connections and returns how many of them were sockets.
func (p *Proxy) Cut() (sockets int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for c, socket := range p.conns {
		c.close()
		delete(p.conns, c)
		if socket {
			sockets++
		}
	}
	return sockets
}

// Refuse drops new connections from now on, or no longer.
func (p *Proxy) Refuse(on bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.refuses = on
}

// Opened returns a channel that is closed when there is a socket: at once, or
// when the next one opens.
func (p *Proxy) Opened() <-chan struct{} {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, socket := range p.conns {
		if socket {
			now := make(chan struct{})
			close(now)
			return now
		}
	}
	return p.opened
}
