package bridge

import (
	"context"
	"log/slog"
	"time"
)

// Options of a hub. The zero value is good: each field says what it means then.
type Options struct {
	// Build is a hash of all that page and program must agree on, which a page
	// must bring back. By default Schema().
	Build string
	// Authorize is asked before each call that a page makes, in its turn. A
	// non-nil error refuses the call. By default all calls pass that the
	// session was granted.
	Authorize func(ctx context.Context, name string) error
	// Log gets what the bridge has to say. By default slog.Default().
	Log *slog.Logger
	// Frame, if not nil, sees each frame that is sent or received. It must not
	// keep the bytes and must not wait.
	Frame func(s *Session, sent bool, frame []byte)
	// ModuleURL returns what a page is told to import for a module's path. By
	// default "./" and the last part of the path: all stand in one folder.
	ModuleURL func(path string) string
	// Hooks are run in turns of the session.
	Hooks  Hooks
	Limits Limits
}

// Hooks are told of a session's life. Each runs as a turn of the session; nil
// ones are left out.
type Hooks struct {
	Connected func(ctx context.Context)            // once, when the page has connected first
	Lost      func(ctx context.Context)            // the socket went; the page may come back
	Restored  func(ctx context.Context)            // the page came back
	Ended     func(ctx context.Context, why error) // the last turn; ctx has ended
}

// Limits bound what a page can cost. A zero field has the default that it
// names; negative values are not allowed.
type Limits struct {
	FrameBytes int // a frame from a page: 64 KiB
	CallBytes  int // a call or result in chunks, either direction: 1 MiB
	Rate       int // messages a second from a page: 100
	Burst      int // of them at once: 400
	InFlight   int // calls without an answer, a direction: 64
	Starts     int // handlers that wait for the turn: twice the burst
	Handles    int // objects and functions held for the other side, a direction: 1,000
	Twins      int // mirrored objects that a page holds: 100,000
	Nesting    int // calls within calls: 16
	Sockets    int // a hub: 10,000
	KeptPatch  int // bytes of unconfirmed patches kept, a session: 64 KiB
	LogFrames  int // unconfirmed frames beyond which Go refuses: 1,000
	LogBytes   int // and bytes: 1 MiB
	Budget     int // bytes of all logs of a hub: 256 MiB
	Window     int // bytes under way beyond which a socket counts as full: 128 KiB

	Over      time.Duration // how long a page may be over its rate: 5 s
	Handshake time.Duration // until HELLO: 10 s
	Ping      time.Duration // 25 s
	Silence   time.Duration // after which a socket is given up: 60 s
	Write     time.Duration // after which a write is given up: 10 s
	Retention time.Duration // of a session whose page went: 2 min
	Goodbye   time.Duration // of one whose page said goodbye: 5 min
	Jitter    time.Duration // within which a page first tries again: 1 s
	Watchdog  time.Duration // of a held turn that others wait for: 10 s
}

var defaults = Limits{
	FrameBytes: 64 << 10, CallBytes: 1 << 20, Rate: 100, Burst: 400, InFlight: 64,
	Handles: 1000, Twins: 100_000, Nesting: 16, Sockets: 10_000, KeptPatch: 64 << 10, LogFrames: 1000,
	LogBytes: 1 << 20, Budget: 256 << 20, Window: 128 << 10,
	Over: 5 * time.Second, Handshake: 10 * time.Second, Ping: 25 * time.Second,
	Silence: 60 * time.Second, Write: 10 * time.Second, Retention: 2 * time.Minute,
	Goodbye: 5 * time.Minute, Jitter: time.Second, Watchdog: 10 * time.Second,
}

func (o Options) resolved() Options {
	if o.Build == "" {
		o.Build = Schema()
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	if o.ModuleURL == nil {
		o.ModuleURL = besideRuntime
	}
	o.Limits = o.Limits.resolved()
	return o
}

func (l Limits) resolved() Limits {
	d := defaults
	for _, f := range []struct{ set, def *int }{
		{&l.FrameBytes, &d.FrameBytes}, {&l.CallBytes, &d.CallBytes}, {&l.Rate, &d.Rate},
		{&l.Burst, &d.Burst}, {&l.InFlight, &d.InFlight},
		{&l.Handles, &d.Handles}, {&l.Twins, &d.Twins}, {&l.Nesting, &d.Nesting}, {&l.Sockets, &d.Sockets},
		{&l.KeptPatch, &d.KeptPatch}, {&l.LogFrames, &d.LogFrames}, {&l.LogBytes, &d.LogBytes},
		{&l.Budget, &d.Budget}, {&l.Window, &d.Window},
	} {
		orDefault(f.set, *f.def)
	}
	for _, f := range []struct{ set, def *time.Duration }{
		{&l.Over, &d.Over}, {&l.Handshake, &d.Handshake}, {&l.Ping, &d.Ping},
		{&l.Silence, &d.Silence}, {&l.Write, &d.Write}, {&l.Retention, &d.Retention},
		{&l.Goodbye, &d.Goodbye}, {&l.Jitter, &d.Jitter}, {&l.Watchdog, &d.Watchdog},
	} {
		orDefault(f.set, *f.def)
	}
	orDefault(&l.Starts, 2*l.Burst)
	return l
}

func orDefault[T ~int | ~int64](set *T, def T) {
	if *set < 0 {
		panic("bridge: negative limit")
	}
	if *set == 0 {
		*set = def
	}
}
