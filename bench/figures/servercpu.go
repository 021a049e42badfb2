package figures

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/omg-go/omg/bench"
	"github.com/omg-go/omg/bench/load"
	"github.com/omg-go/omg/bench/proc"
)

const (
	cpuConns = 1000
	cpuSize  = 64
	cpuRound = 300 * time.Millisecond
)

const nameCPU = "server-cpu-1000-conns-x"

func serverCPU() bench.Bench {
	return bench.Bench{
		Figures: []bench.Figure{{
			Name: nameCPU, Goal: 1.5,
			What: "server CPU a call, 1,000 connections with one call each, against a raw gorilla echo",
		}},
		Measure: measureCPU,
	}
}

func measureCPU(ctx context.Context, rounds int) (bench.Readings, error) {
	p, err := openPair()
	if err != nil {
		return nil, err
	}
	defer p.stop()
	return compareCPU(ctx, rounds, cpuConns, kindBare, p.ours, p.floor)
}

// compareCPU keeps conns connections to each server, busy in turn: those of the
// kind to ours, raw ones to the floor.
func compareCPU(ctx context.Context, rounds, conns int, kind string, ours, floor *site) (bench.Readings, error) {
	clients, err := proc.Start(roleClients)
	if err != nil {
		return nil, err
	}
	defer clients.Stop()
	err = errors.Join(
		clients.Ask("add", load.Add{Kind: kind, Base: ours.base, Size: cpuSize, N: conns}, nil),
		clients.Ask("add", load.Add{Kind: kindRaw, Base: floor.base, Size: cpuSize, N: conns}, nil),
	)
	if err != nil {
		return nil, err
	}
	samples, err := bench.Interleave(ctx, rounds, cpuSide(clients, ours, kind), cpuSide(clients, floor, kindRaw))
	if err != nil {
		return nil, err
	}
	return bench.Readings{nameCPU: {
		Value: bench.Ratio(samples[0], samples[1]),
		Note:  fmt.Sprintf("median %.1f µs a call, floor %.1f µs", bench.Median(samples[0].All()), bench.Median(samples[1].All())),
	}}, nil
}

// cpuSide keeps the clients busy for a round and returns the microseconds of
// CPU that the server spent a call.
func cpuSide(clients *proc.Proc, server *site, kind string) bench.Side {
	return func(context.Context) ([]float64, error) {
		before, err := proc.CPU(server.Pid())
		if err != nil {
			return nil, err
		}
		var calls int64
		if err := clients.Ask("run", load.Run{Kind: kind, For: cpuRound}, &calls); err != nil {
			return nil, err
		}
		after, err := proc.CPU(server.Pid())
		if err != nil {
			return nil, err
		}
		return []float64{float64((after - before).Nanoseconds()) / 1e3 / float64(calls)}, nil
	}
}
