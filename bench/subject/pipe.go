package subject

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"io"
	"strconv"
	"sync"
	"sync/atomic"
)

// pipe is the transport to a page that takes what it gets: it says HELLO,
// discards all frames, and confirms them when it is asked to.
type pipe struct {
	frames chan []byte // to be read
	closed chan struct{}
	once   sync.Once
	first  chan struct{} // closed by the first frame, WELCOME
	seq    atomic.Uint64 // of the last numbered frame
	bytes  atomic.Int64
	count  atomic.Int64
}

func newPipe(build string) *pipe {
	p := &pipe{frames: make(chan []byte, 1), closed: make(chan struct{}), first: make(chan struct{})}
	p.frames <- fmt.Appendf(nil, `["h",1,%q,1,0,%q,null,null]`, build, rand.Text())
	return p
}

func (p *pipe) Read() ([]byte, error) {
	select {
	case f := <-p.frames:
		return f, nil
	case <-p.closed:
		return nil, io.EOF
	}
}

func (p *pipe) Write(frame []byte) error {
	if p.count.Add(1) == 1 {
		close(p.first)
		return nil
	}
	p.bytes.Add(int64(len(frame)))
	head, _, _ := bytes.Cut(frame[1:], []byte(","))
	if n, err := strconv.ParseUint(string(head), 10, 64); err == nil && n > 0 {
		p.seq.Store(n)
	}
	return nil
}

func (p *pipe) Close() error {
	p.once.Do(func() { close(p.closed) })
	return nil
}

// confirm acknowledges all frames so far.
func (p *pipe) confirm() {
	select {
	case p.frames <- fmt.Appendf(nil, "[0,%d]", p.seq.Load()):
	case <-p.closed:
	}
}
