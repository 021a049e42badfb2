package bridge_test

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gorilla/websocket"
	"github.com/omg-go/omg/bridge"
)

// long reports whether the tests have hours, not minutes. It asks when a test
// runs, so that the cache of results knows of the variable.
func long() bool { return os.Getenv("OMG_LONG") != "" }

const (
	up   = 0 // from the page
	down = 1 // to the page
)

// A cut is where a connection breaks: after so many bytes in a direction.
type cut struct {
	dir, after int
	rst        bool
}

func (c cut) String() string {
	return fmt.Sprintf("%s %d %s", [2]string{"up", "down"}[c.dir], c.after, map[bool]string{false: "FIN", true: "RST"}[c.rst])
}

// A cutter is a TCP connection that carries as many bytes as it may and then
// breaks, in the middle of a write or read if need be.
type cutter struct {
	*net.TCPConn
	cut   cut
	mu    sync.Mutex
	moved [2]int
}

var errCut = errors.New("cut")

// allow returns how many of n bytes may still pass.
func (c *cutter) allow(dir, n int) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	if dir == c.cut.dir && c.cut.after >= 0 {
		n = min(n, c.cut.after-c.moved[dir])
	}
	c.moved[dir] += n
	return n
}

func (c *cutter) sever() {
	if c.cut.rst {
		c.SetLinger(0)
	}
	c.Close()
}

func (c *cutter) Write(b []byte) (int, error) {
	n := c.allow(up, len(b))
	if n > 0 {
		if n, err := c.TCPConn.Write(b[:n]); err != nil {
			return n, err
		}
	}
	if n < len(b) {
		c.sever()
		return n, errCut
	}
	return n, nil
}

func (c *cutter) Read(b []byte) (int, error) {
	if c.spent() {
		c.sever()
		return 0, errCut
	}
	n, err := c.TCPConn.Read(b)
	return c.allow(down, n), err
}

func (c *cutter) spent() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.cut.dir == down && c.cut.after >= 0 && c.moved[down] >= c.cut.after
}

// A cutNet opens sockets to a server, the first of which are cut.
type cutNet struct {
	url  string
	cuts []cut
	mu   sync.Mutex
	used []*cutter
}

func (n *cutNet) dial() (bridge.Transport, error) {
	d := websocket.Dialer{NetDialContext: n.open}
	ws, _, err := d.Dial(n.url, nil)
	if err != nil {
		return nil, err
	}
	return webSocket{ws}, nil
}

func (n *cutNet) open(ctx context.Context, network, addr string) (net.Conn, error) {
	var d net.Dialer
	tcp, err := d.DialContext(ctx, network, addr)
	if err != nil {
		return nil, err
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	c := &cutter{TCPConn: tcp.(*net.TCPConn), cut: cut{after: -1}}
	if i := len(n.used); i < len(n.cuts) {
		c.cut = n.cuts[i]
	}
	n.used = append(n.used, c)
	return c, nil
}

// webSocket is the page's end of a socket.
type webSocket struct{ c *websocket.Conn }

func (w webSocket) Read() ([]byte, error) { _, data, err := w.c.ReadMessage(); return data, err }
func (w webSocket) Write(b []byte) error  { return w.c.WriteMessage(websocket.TextMessage, b) }
func (w webSocket) Close() error          { return w.c.Close() }

// A cutServer serves talks over real sockets.
type cutServer struct {
	*talks
	url string
}

func newCutServer(t *testing.T) *cutServer {
	ks := newTalks(bridge.Limits{Sockets: 1 << 20})
	accept := ks.accept()
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if tr, err := bridge.Upgrade(w, r, 1<<16); err == nil {
			ks.hub.Serve(context.Background(), tr, accept)
		}
	}))
	t.Cleanup(func() {
		srv.Close()
		if err := ks.hub.Shutdown(t.Context()); err != nil && t.Context().Err() == nil {
			t.Error(err)
		}
	})
	return &cutServer{ks, "ws" + strings.TrimPrefix(srv.URL, "http")}
}

// hold has one conversation over sockets with those cuts, and returns how many
// bytes the first socket carried.
func (s *cutServer) hold(rounds int, cuts ...cut) (moved [2]int, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Minute)
	defer cancel()
	n := &cutNet{url: s.url, cuts: cuts}
	k := newTalk(ctx, fmt.Sprintf("%p", n), rounds, n.dial)
	s.add(k)
	err = k.hold()
	if k.s != nil {
		k.s.End(errors.New("done"))
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	n.used[0].mu.Lock()
	defer n.used[0].mu.Unlock()
	return n.used[0].moved, err
}

// all runs check for each of n cuts, a few at a time.
func (s *cutServer) all(t *testing.T, rounds, n int, cuts func(i int) []cut) {
	next := make(chan int)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for i := range next {
				if _, err := s.hold(rounds, cuts(i)...); err != nil {
					t.Errorf("%v: %v", cuts(i), err)
				}
			}
		})
	}
	for i := 0; i < n && !t.Failed(); i++ {
		next <- i
	}
	close(next)
	wg.Wait()
}

// TestCutAtEveryByte cuts the first socket of a conversation after each number
// of bytes in each direction, by FIN and by RST. Ordinary runs take a prime
// stride, so that all places within frames have their turn.
func TestCutAtEveryByte(t *testing.T) {
	s := newCutServer(t)
	rounds, stride := 2, 23
	if long() {
		rounds, stride = 5, 1
	}
	total, err := s.hold(rounds)
	if err != nil {
		t.Fatal("without a cut:", err)
	}
	var cuts []cut
	for dir := range total {
		for k := 0; k <= total[dir]; k += stride {
			cuts = append(cuts, cut{dir, k, false}, cut{dir, k, true})
		}
	}
	t.Logf("%d bytes up, %d down: %d cuts", total[up], total[down], len(cuts))
	s.all(t, rounds, len(cuts), func(i int) []cut { return cuts[i : i+1] })
}

// TestCutTwice cuts the second socket too, where resuming is under way.
func TestCutTwice(t *testing.T) {
	s := newCutServer(t)
	total, err := s.hold(1)
	if err != nil {
		t.Fatal("without a cut:", err)
	}
	first, second := 149, 97
	if long() {
		first, second = 7, 11
	}
	var pairs [][]cut
	for a := range 2 {
		for k := 0; k <= total[a]; k += first {
			for b := range 2 {
				for k2 := 0; k2 <= total[b]; k2 += second {
					pairs = append(pairs, []cut{{a, k, k%2 == 0}, {b, k2, k2%2 == 0}})
				}
			}
		}
	}
	t.Logf("%d pairs of cuts", len(pairs))
	s.all(t, 1, len(pairs), func(i int) []cut { return pairs[i] })
}
