package figures

import (
	"errors"

	"github.com/omg-go/omg/bench/proc"
)

// site is a server in a process of its own.
type site struct {
	*proc.Proc
	base string // http://host:port
}

// open starts the server that the role stands for.
func open(role string) (*site, error) {
	p, err := proc.Start(role)
	if err != nil {
		return nil, err
	}
	s := &site{Proc: p}
	if err := p.Ask("base", nil, &s.base); err != nil {
		return nil, errors.Join(err, p.Stop())
	}
	return s, nil
}

// pair is the two servers that most figures compare.
type pair struct {
	ours, floor *site
}

func openPair() (*pair, error) {
	f, err := open(roleFloor)
	if err != nil {
		return nil, err
	}
	o, err := open(roleSubject)
	if err != nil {
		return nil, errors.Join(err, f.Stop())
	}
	return &pair{ours: o, floor: f}, nil
}

func (p *pair) stop() error { return errors.Join(p.ours.Stop(), p.floor.Stop()) }
