package bridgetest

import (
	"sync"
	"time"

	"github.com/omg-go/omg/bridge"
)

// Faults are what a connection suffers. The zero value is a good connection.
type Faults struct {
	// CutRead and CutWrite cut the connection when so many bytes have passed
	// in that direction; the frame in which that happens is lost. 0: never.
	CutRead, CutWrite int
	// Delay is asked before each frame is passed on.
	Delay func() time.Duration
	// Duplicate is asked for each frame; if it says so, the frame passes twice.
	Duplicate func() bool
}

// Over returns t with these faults.
func (f Faults) Over(t bridge.Transport) bridge.Transport {
	return &faulty{Transport: t, faults: f}
}

type faulty struct {
	bridge.Transport
	faults Faults

	mu            sync.Mutex
	again         []byte
	read, written int
}

func (f *faulty) Read() ([]byte, error) {
	if frame := f.repeated(); frame != nil {
		return frame, nil
	}
	frame, err := f.Transport.Read()
	if err != nil {
		return nil, err
	}
	f.wait()
	if f.cut(&f.read, len(frame), f.faults.CutRead) {
		return nil, ErrClosed
	}
	if f.faults.Duplicate != nil && f.faults.Duplicate() {
		f.mu.Lock()
		f.again = append([]byte(nil), frame...)
		f.mu.Unlock()
	}
	return frame, nil
}

func (f *faulty) repeated() []byte {
	f.mu.Lock()
	defer f.mu.Unlock()
	frame := f.again
	f.again = nil
	return frame
}

func (f *faulty) Write(frame []byte) error {
	f.wait()
	if f.cut(&f.written, len(frame), f.faults.CutWrite) {
		return ErrClosed
	}
	if f.faults.Duplicate != nil && f.faults.Duplicate() {
		if err := f.Transport.Write(frame); err != nil {
			return err
		}
	}
	return f.Transport.Write(frame)
}

func (f *faulty) wait() {
	if f.faults.Delay != nil {
		time.Sleep(f.faults.Delay())
	}
}

// cut counts n more bytes and closes the connection if they reach limit.
func (f *faulty) cut(count *int, n, limit int) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	*count += n
	if limit == 0 || *count < limit {
		return false
	}
	f.Transport.Close()
	return true
}
