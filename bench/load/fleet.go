package load

import (
	"errors"
	"sync"
	"sync/atomic"
	"time"
)

// dialling bounds how many connections a fleet opens at once.
const dialling = 16

// Fleet is many connections of one kind to one server. The zero value has none.
type Fleet struct {
	conns []Conn
}

// Add opens n more connections and returns when all are open.
func (f *Fleet) Add(kind Kind, base string, size, n int) error {
	var (
		wg     sync.WaitGroup
		mu     sync.Mutex
		failed error // the first, of many alike
		slot   = make(chan struct{}, dialling)
	)
	for range n {
		slot <- struct{}{}
		wg.Go(func() {
			defer func() { <-slot }()
			c, err := kind(base, size)
			mu.Lock()
			defer mu.Unlock()
			switch {
			case err == nil:
				f.conns = append(f.conns, c)
			case failed == nil:
				failed = err
			}
		})
	}
	wg.Wait()
	return failed
}

// Run keeps one call a connection outstanding until d has passed, waits for the
// last answers and returns the number of calls.
func (f *Fleet) Run(d time.Duration) (int64, error) {
	var (
		wg    sync.WaitGroup
		calls atomic.Int64
		once  sync.Once
		first error
		end   = time.Now().Add(d)
	)
	for _, c := range f.conns {
		wg.Go(func() {
			for time.Now().Before(end) {
				if err := c.Call(); err != nil {
					once.Do(func() { first = err })
					return
				}
				calls.Add(1)
			}
		})
	}
	wg.Wait()
	return calls.Load(), first
}

// Close closes all connections.
func (f *Fleet) Close() error {
	var errs []error
	for _, c := range f.conns {
		errs = append(errs, c.Close())
	}
	f.conns = nil
	return errors.Join(errs...)
}
