package figures

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/omg-go/omg/bench"
	"github.com/omg-go/omg/bench/load"
	"github.com/omg-go/omg/bench/proc"
)

const (
	fanConns   = 1000
	fanSize    = 64 // of the text
	fanChanges = 20 // a round
)

const nameFanout = "slot-fanout-cpu-x"

func fanout() bench.Bench {
	return bench.Bench{
		Figures: []bench.Figure{{
			Name: nameFanout, Goal: 1.3,
			What: "server CPU of one slot changed for 1,000 pages, against a raw gorilla fan-out of as many bytes: the cheaper of framed once and written by itself",
		}},
		Measure: func(ctx context.Context, rounds int) (bench.Readings, error) {
			r, err := measureFanout(ctx, rounds, fanConns)
			return bench.Readings{nameFanout: r}, err
		},
	}
}

// fanSide has a server send to the connections of a kind.
type fanSide struct {
	server  *site
	clients *proc.Proc
	kind    string
	op      string
	text    string
	conns   int
	bytes   int64 // that were heard of one change
	changes int
}

func measureFanout(ctx context.Context, rounds, conns int) (bench.Reading, error) {
	ours, err := openFan(roleFan, kindTwin, conns)
	if err != nil {
		return bench.Reading{}, err
	}
	defer ours.stop()
	if err := ours.change(); err != nil { // tells the size of its frames
		return bench.Reading{}, err
	}
	raw, err := openFan(roleRawFan, kindRawFan, conns)
	if err != nil {
		return bench.Reading{}, err
	}
	defer raw.stop()
	raw.text = load.Text(int(ours.bytes) / conns)
	prepared := *raw
	prepared.op = opPrepared
	samples, err := bench.Interleave(ctx, rounds, ours.side, raw.side, prepared.side)
	if err != nil {
		return bench.Reading{}, err
	}
	return againstCheaper(samples, len(raw.text)), nil
}

// againstCheaper compares the first samples with the cheaper of the others.
func againstCheaper(s []bench.Samples, size int) bench.Reading {
	ours, plain, prepared := bench.Median(s[0].All()), bench.Median(s[1].All()), bench.Median(s[2].All())
	floor := s[1]
	if prepared < plain {
		floor = s[2]
	}
	return bench.Reading{
		Value: bench.Ratio(s[0], floor),
		Note:  fmt.Sprintf("median %.2f µs a page, floor %.2f µs framed once and %.2f µs each by itself, frames of %d bytes", ours, prepared, plain, size),
	}
}

func openFan(role, kind string, conns int) (*fanSide, error) {
	s, err := open(role)
	if err != nil {
		return nil, err
	}
	c, err := proc.Start(roleClients)
	if err != nil {
		return nil, errors.Join(err, s.Stop())
	}
	f := &fanSide{server: s, clients: c, kind: kind, op: opSay, conns: conns}
	if err := c.Ask("add", load.Add{Kind: kind, Base: s.base, N: conns}, nil); err != nil {
		return nil, errors.Join(err, f.stop())
	}
	return f, nil
}

func (f *fanSide) stop() error { return errors.Join(f.clients.Stop(), f.server.Stop()) }

// change sends once and returns when all connections have heard it.
func (f *fanSide) change() error {
	text := f.text
	if text == "" {
		f.changes++
		text = strings.Repeat(string(rune('a'+f.changes%26)), fanSize)
	}
	heard := make(chan error, 1)
	go func() { heard <- f.clients.Ask("hear", f.kind, &f.bytes) }()
	if err := f.server.Ask(f.op, text, nil); err != nil {
		return err
	}
	return <-heard
}

// side changes for a round and returns the microseconds of CPU that the server
// spent a connection.
func (f *fanSide) side(context.Context) ([]float64, error) {
	before, err := proc.CPU(f.server.Pid())
	if err != nil {
		return nil, err
	}
	for range fanChanges {
		if err := f.change(); err != nil {
			return nil, err
		}
	}
	after, err := proc.CPU(f.server.Pid())
	if err != nil {
		return nil, err
	}
	return []float64{float64((after - before).Nanoseconds()) / 1e3 / float64(fanChanges*f.conns)}, nil
}
