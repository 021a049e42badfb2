package figures

import (
	"encoding/json"
	"net"
	"net/http"

	"github.com/omg-go/omg/bench/floor"
	"github.com/omg-go/omg/bench/load"
	"github.com/omg-go/omg/bench/proc"
	"github.com/omg-go/omg/bench/subject"
)

// Names of the processes that figures start.
const (
	roleFloor   = "floor"
	roleSubject = "subject" // its pages may call
	roleQuiet   = "quiet"   // the same, but its pages may not
	roleClients = "clients"
	roleFan     = "fan"       // its pages get a twin
	roleRawFan  = "floor-fan" // its sockets get messages
)

// floorBelow is where the subject's server serves the floor too, for pages that
// need both sides on one server.
const floorBelow = "/floor"

// Kinds of connections, by the names that the clients' process knows.
const (
	kindRaw     = "raw"
	kindBare    = "bare"    // a page without widgets
	kindCounter = "counter" // a page with one
	kindTwin    = "twin"    // a page that holds a twin
	kindRawFan  = "raw-fan"
)

var kinds = map[string]load.Kind{
	kindRaw: load.Raw, kindBare: load.Page(subject.BarePath), kindCounter: load.Page(subject.CounterPath),
	kindTwin: load.Twin(subject.BarePath), kindRawFan: load.RawFan,
}

// Roles returns what the processes of the figures do, for [proc.Main].
func Roles() map[string]proc.Role {
	return map[string]proc.Role{
		roleFloor:   func() (proc.Ops, error) { return serve(floor.Handler()) },
		roleSubject: func() (proc.Ops, error) { return serve(both(subject.Handler(true))) },
		roleQuiet:   func() (proc.Ops, error) { return serve(both(subject.Handler(false))) },
		roleClients: load.Clients(kinds),
		roleFan:     fan,
		roleRawFan:  rawFan,
	}
}

// fan sends a text to all twins when it is asked to "say" it.
func fan() (proc.Ops, error) {
	board := &subject.Board{}
	ops, err := serve(subject.FanHandler(board))
	if err != nil {
		return nil, err
	}
	ops[opSay] = saying(func(text []byte) error { return board.Say(string(text)) })
	return ops, nil
}

// rawFan does the same with all sockets, in two ways.
func rawFan() (proc.Ops, error) {
	f := new(floor.Fan)
	mux := http.NewServeMux()
	mux.Handle(floor.FanPath, f)
	ops, err := serve(mux)
	if err != nil {
		return nil, err
	}
	ops[opSay], ops[opPrepared] = saying(f.Write), saying(f.WritePrepared)
	return ops, nil
}

// Questions to servers that send to all.
const (
	opSay      = "say"
	opPrepared = "say-prepared"
)

func saying(say func(text []byte) error) func(json.RawMessage) (any, error) {
	return func(in json.RawMessage) (any, error) {
		var text string
		if err := json.Unmarshal(in, &text); err != nil {
			return nil, err
		}
		return nil, say([]byte(text))
	}
}

// both serves the floor below [floorBelow] and ours everywhere else.
func both(ours http.Handler) http.Handler {
	mux := http.NewServeMux()
	mux.Handle(floorBelow+"/", http.StripPrefix(floorBelow, floor.Handler()))
	mux.Handle("/", ours)
	return mux
}

// serve listens on a free port of the loopback and answers "base" with the
// address of what it serves.
func serve(h http.Handler) (proc.Ops, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	go http.Serve(l, h) // ends with the process
	base := "http://" + l.Addr().String()
	return proc.Ops{"base": func(json.RawMessage) (any, error) { return base, nil }}, nil
}
