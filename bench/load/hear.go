package load

import (
	"bytes"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"

	"github.com/gorilla/websocket"
	"github.com/omg-go/omg/bench/floor"
	"github.com/omg-go/omg/internal/wire"
)

// Hearer is a connection that gets messages it has not asked for.
type Hearer interface {
	// Hear reads the next one and returns its size.
	Hear() (bytes int, err error)
}

// Hear waits until each connection of the fleet has got one message more, and
// returns what they have together.
func (f *Fleet) Hear() (int64, error) {
	var (
		wg    sync.WaitGroup
		total atomic.Int64
		mu    sync.Mutex
		errs  []error
	)
	for _, c := range f.conns {
		wg.Go(func() {
			n, err := c.(Hearer).Hear()
			total.Add(int64(n))
			if err != nil {
				mu.Lock()
				errs = append(errs, err)
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	return total.Load(), errors.Join(errs...)
}

// Twin returns the kind that visits the page at path, which is given a twin, and
// hears of its slots.
func Twin(path string) Kind {
	visit := Page(path)
	return func(base string, size int) (Conn, error) {
		c, err := visit(base, size)
		if err != nil {
			return nil, err
		}
		if _, err := c.(Hearer).Hear(); err != nil { // what the twin starts from
			c.Close()
			return nil, err
		}
		return c, nil
	}
}

var slots = []byte("[7,")

// Hear reads until slots of a twin have come. It confirms as the runtime does.
func (s *session) Hear() (int, error) {
	for {
		_, frame, err := s.conn.ReadMessage()
		if err != nil {
			return 0, err
		}
		if err := s.confirm(frame); err != nil {
			return 0, err
		}
		if bytes.Contains(frame, slots) {
			return len(frame), nil
		}
	}
}

// confirmAfter is how many bytes a page takes before it confirms; a frame counts
// as 128 of them beside its own.
const confirmAfter = 8192

func (s *session) confirm(frame []byte) error {
	n, _, err := head(frame)
	if err != nil {
		return err
	}
	s.ack = max(s.ack, n)
	if s.unsaid += len(frame) + 128; s.unsaid <= confirmAfter {
		return nil
	}
	s.unsaid = 0
	return s.conn.WriteMessage(websocket.TextMessage, append(wire.AppendUint([]byte("[0,"), s.ack), ']'))
}

// RawFan is the kind that hears what a floor's fan sends.
func RawFan(base string, _ int) (Conn, error) {
	c, err := socket(base, floor.FanPath, nil)
	if err != nil {
		return nil, err
	}
	return &raw{conn: c}, nil
}

// Hear reads a message.
func (r *raw) Hear() (int, error) {
	_, got, err := r.conn.ReadMessage()
	if err != nil {
		err = fmt.Errorf("load: nothing to hear: %w", err)
	}
	return len(got), err
}
