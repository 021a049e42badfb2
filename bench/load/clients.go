package load

import (
	"encoding/json"
	"time"

	"github.com/omg-go/omg/bench/proc"
)

// Add asks the clients' process for n more connections of a kind.
type Add struct {
	Kind string // a key of the kinds given to [Clients]
	Base string
	Size int
	N    int
}

// Run asks the clients' process to keep the connections of a kind busy. The
// answer is the number of calls.
type Run struct {
	Kind string
	For  time.Duration
}

// Clients returns the role of a process that holds one fleet a kind. It answers
// "add" with an [Add], "run" with a [Run], and "hear" with the name of a kind, by
// the bytes that its connections then heard.
func Clients(kinds map[string]Kind) proc.Role {
	return func() (proc.Ops, error) {
		fleets := map[string]*Fleet{}
		for name := range kinds {
			fleets[name] = new(Fleet)
		}
		return proc.Ops{
			"add": func(in json.RawMessage) (any, error) {
				var a Add
				if err := json.Unmarshal(in, &a); err != nil {
					return nil, err
				}
				return nil, fleets[a.Kind].Add(kinds[a.Kind], a.Base, a.Size, a.N)
			},
			"run": func(in json.RawMessage) (any, error) {
				var r Run
				if err := json.Unmarshal(in, &r); err != nil {
					return nil, err
				}
				return fleets[r.Kind].Run(r.For)
			},
			"hear": func(in json.RawMessage) (any, error) {
				var kind string
				if err := json.Unmarshal(in, &kind); err != nil {
					return nil, err
				}
				return fleets[kind].Hear()
			},
		}, nil
	}
}
