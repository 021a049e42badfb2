package proc_test

import (
	"encoding/json"
	"errors"
	"os"
	"syscall"
	"testing"
	"time"

	"github.com/omg-go/omg/bench/proc"
)

// TestMain lets the test binary be the process that a test starts.
func TestMain(m *testing.M) {
	proc.Main(map[string]proc.Role{
		"echo":   echo,
		"broken": func() (proc.Ops, error) { return nil, errors.New("no such luck") },
	})
	os.Exit(m.Run())
}

var kept []byte

func echo() (proc.Ops, error) {
	return proc.Ops{
		"say": func(in json.RawMessage) (any, error) { return in, nil },
		"burn": func(json.RawMessage) (any, error) {
			for end := used() + 50*time.Millisecond; used() < end; {
			}
			return nil, nil
		},
		"keep": func(json.RawMessage) (any, error) {
			kept = make([]byte, 32<<20)
			for i := range kept {
				kept[i] = 1
			}
			return nil, nil
		},
		"drop": func(json.RawMessage) (any, error) { kept = nil; return nil, nil },
		"fail": func(json.RawMessage) (any, error) { return nil, errors.New("failed on purpose") },
	}, nil
}

// used is how long this process has had a processor, as the system counts it.
func used() time.Duration {
	var u syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func start(t *testing.T, role string) *proc.Proc {
	t.Helper()
	p, err := proc.Start(role)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := p.Stop(); err != nil {
			t.Error(err)
		}
	})
	return p
}

func ask(t *testing.T, p *proc.Proc, op string) {
	t.Helper()
	if err := p.Ask(op, nil, nil); err != nil {
		t.Fatal(err)
	}
}

func TestAskCarriesValuesAndErrors(t *testing.T) {
	p := start(t, "echo")
	var got []int
	if err := p.Ask("say", []int{1, 2}, &got); err != nil || len(got) != 2 || got[1] != 2 {
		t.Errorf("got %v, %v", got, err)
	}
	for _, op := range []string{"fail", "unknown"} {
		if err := p.Ask(op, nil, nil); err == nil {
			t.Errorf("%s: no error", op)
		}
	}
	if err := p.Stop(); err != nil {
		t.Error(err)
	}
	if err := p.Ask("say", 1, nil); err == nil {
		t.Error("a stopped process answered")
	}
}

func TestStartTellsWhyARoleFailed(t *testing.T) {
	for _, role := range []string{"broken", "unheard of"} {
		if _, err := proc.Start(role); err == nil {
			t.Errorf("%s: no error", role)
		}
	}
}

func TestCPUCountsWorkOnly(t *testing.T) {
	p := start(t, "echo")
	cpu := func() time.Duration {
		d, err := proc.CPU(p.Pid())
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	before := cpu()
	ask(t, p, "burn")
	burnt := cpu() - before
	if burnt < 5*time.Millisecond {
		t.Errorf("50 ms of work counted as %v", burnt)
	}
	before = cpu()
	ask(t, p, "say")
	if idle := cpu() - before; idle > burnt {
		t.Errorf("one question counted as %v, 50 ms of work as %v", idle, burnt)
	}
}

func TestResidentFallsWhenTidied(t *testing.T) {
	p := start(t, "echo")
	resident := func() int64 {
		n, err := proc.Resident(p.Pid())
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	before := resident()
	ask(t, p, "keep")
	full := resident()
	if full-before < 30<<20 {
		t.Errorf("32 MiB in use show as %d bytes", full-before)
	}
	ask(t, p, "drop")
	if err := p.Tidy(); err != nil {
		t.Fatal(err)
	}
	if left := resident() - before; left > 8<<20 {
		t.Errorf("%d bytes left after tidying", left)
	}
}
