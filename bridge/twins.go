package bridge

import (
	"context"
	"reflect"

	"github.com/omg-go/omg/internal/wire"
	"github.com/omg-go/omg/module"
)

// Twinned is an object that has a twin in each page to which it is sent. It
// crosses as a reference, and so does the twin when it comes back. Package
// mirror makes them.
type Twinned interface {
	WireReference()
	// TwinsIn returns the twins of s, which are made with the first.
	TwinsIn(s *Session) Twins
}

// Twins are what a package above the bridge keeps of the objects that the page
// of a session has twins of. They are flushed before all other layers.
type Twins interface {
	Layer
	// Send counts one more sending of o, makes its twin if there is none, and
	// returns its id. load, nil if there was a twin, sends what a new one starts
	// from: it reads o, and must run before the message that o is part of is sent.
	// An error of either refuses that message.
	Send(o Twinned) (id uint64, load func() error, err error)
	// Original returns what the page's twin of that id stands for, as a t.
	Original(id uint64, t reflect.Type) (reflect.Value, error)
	// Released takes count of what was sent back. It reports whether the id is
	// that of a twin, and never waits.
	Released(id, count uint64) bool
	// TurnEnds runs when the turn ends or is given away, before it is flushed,
	// whether the page is here or not.
	TurnEnds()
}

// Twins returns the twins of s, which make makes if there are none.
func (s *Session) Twins(make func() Twins) Twins {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.twins == nil && s.state != over {
		s.twins = make()
	}
	return s.twins
}

// MaxTwins is how many twins the page may hold, by [Limits].
func (s *Session) MaxTwins() int { return s.hub.options.Limits.Twins }

func (s *Session) twinsOf() Twins {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.twins
}

func (x *transfer) exportOriginal(o Twinned) (wire.Ref, error) {
	twins := o.TwinsIn(x.s)
	if twins == nil {
		return wire.Ref{}, ErrSessionEnded
	}
	id, load, err := twins.Send(o)
	if err != nil {
		return wire.Ref{}, err
	}
	x.twins = append(x.twins, id)
	if load != nil {
		x.loads = append(x.loads, load)
	}
	if err := x.load(); err != nil {
		return wire.Ref{}, err
	}
	return wire.Ref{Kind: wire.MirrorRef, ID: id, Count: 1}, nil
}

// load loads the twins that x made, unless whoever encodes does so later.
func (x *transfer) load() error {
	if x.later {
		return nil
	}
	for len(x.loads) > 0 {
		load := x.loads[0]
		x.loads = x.loads[1:]
		if err := load(); err != nil {
			return err
		}
	}
	return nil
}

func (s *Session) original(id uint64, t reflect.Type) (reflect.Value, error) {
	if twins := s.twinsOf(); twins != nil {
		return twins.Original(id, t)
	}
	return reflect.Value{}, ErrReleased
}

// NewID returns an id for an object that the page is to have a twin of. It was
// never used in s.
func (s *Session) NewID() uint64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.handles.next++
	return s.handles.next
}

// FunctionNamed is [Session.Function] for what compiled code exports under a
// name and no handle stands for. The signature must be that of the code.
func (s *Session) FunctionNamed(name, signature string) (number int, export string, err error) {
	f, ok := module.Lookup(name)
	if !ok {
		return 0, "", &unknown{name}
	}
	if f.Signature != signature {
		return 0, "", &differs{name}
	}
	number, export = s.announceFunction(f)
	return number, export, nil
}

type unknown struct{ name string }

func (e *unknown) Error() string        { return ErrUnknown.Error() + ": " + e.name + " (run omg generate)" }
func (e *unknown) Is(target error) bool { return target == ErrUnknown }

type differs struct{ name string }

func (e *differs) Error() string        { return ErrVersion.Error() + ": " + e.name + " (run omg generate)" }
func (e *differs) Is(target error) bool { return target == ErrVersion }

// Introduce puts msg before all else that the page of s is told next: patches
// and calls of the running turn may rely on it.
func (s *Session) Introduce(msg []byte) {
	s.mu.Lock()
	r := s.stream.seldom()
	r.prelude = append(append(r.prelude, ','), msg...)
	s.queueFlush()
	s.mu.Unlock()
	s.dispatch()
}

// AppendValue appends v as it crosses to the page of s, references included. load,
// nil if there is no need, must run before what was appended is sent: it loads the
// twins that were made, which reads their originals, so the caller may not hold a
// lock of one. If it fails, what was appended may not be sent.
func (s *Session) AppendValue(b []byte, v any) (out []byte, load func() error, err error) {
	x := newTransfer(s)
	x.later = true
	out, err = wire.Append(b, v, x)
	if err != nil {
		x.undo()
		return out, nil, err
	}
	if len(x.loads) == 0 {
		return out, nil, nil
	}
	return out, x.loadNow, nil
}

func (x *transfer) loadNow() error {
	x.later = false
	err := x.load()
	if err != nil {
		x.undo()
	}
	return err
}

// Start has f run as a turn of s, after what waits already. It is dropped if s
// ends before.
func (s *Session) Start(f func()) {
	s.queued(func(context.Context) { f() })
}

// A Value is an argument of a function of the backend whose type is not known
// before: plain data as it came, to be decoded later.
type Value = wire.Value
