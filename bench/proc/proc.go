package proc

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"sync"
)

// Proc is a process started by [Start]. Its methods may be used by one goroutine
// at a time, except [Proc.Stop], which may be called any time and more than once.
type Proc struct {
	cmd  *exec.Cmd
	in   io.WriteCloser
	out  *bufio.Reader
	stop func() error
}

// Start runs this binary again in the role and waits until it is ready. What
// the role prints on standard error goes to ours.
func Start(role string, env ...string) (*Proc, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	p := &Proc{cmd: exec.Command(self, roleArg, role)}
	p.cmd.Stderr, p.cmd.Env = os.Stderr, append(os.Environ(), env...)
	if p.in, err = p.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	p.out = bufio.NewReader(out)
	if err := p.cmd.Start(); err != nil {
		return nil, fmt.Errorf("proc: start %s: %w", role, err)
	}
	p.stop = sync.OnceValue(p.end)
	if err := p.read(nil); err != nil {
		return nil, errors.Join(fmt.Errorf("proc: %s: %w", role, err), p.Stop())
	}
	return p, nil
}

// Ask puts a question to the process and decodes its answer into out, which may
// be nil. It waits for the answer.
func (p *Proc) Ask(op string, in, out any) error {
	arg, err := json.Marshal(in)
	if err != nil {
		return err
	}
	line, err := json.Marshal(question{Op: op, In: arg})
	if err != nil {
		return err
	}
	if _, err := p.in.Write(append(line, '\n')); err != nil {
		return fmt.Errorf("proc: ask %s: %w", op, err)
	}
	if err := p.read(out); err != nil {
		return fmt.Errorf("proc: %s: %w", op, err)
	}
	return nil
}

func (p *Proc) read(out any) error {
	line, err := p.out.ReadBytes('\n')
	if err != nil {
		return err
	}
	var a struct {
		Out json.RawMessage `json:"out"`
		Err string          `json:"err"`
	}
	if err := json.Unmarshal(line, &a); err != nil {
		return err
	}
	if a.Err != "" {
		return errors.New(a.Err)
	}
	if out == nil {
		return nil
	}
	return json.Unmarshal(a.Out, out)
}

// Tidy has the process collect its garbage and return free memory to the system.
func (p *Proc) Tidy() error { return p.Ask("tidy", nil, nil) }

// Pid is the number of the process.
func (p *Proc) Pid() int { return p.cmd.Process.Pid }

// Stop ends the process and waits for it.
func (p *Proc) Stop() error { return p.stop() }

func (p *Proc) end() error {
	p.in.Close()
	p.cmd.Process.Kill()
	var exit *exec.ExitError
	if err := p.cmd.Wait(); err != nil && !errors.As(err, &exit) {
		return err
	}
	return nil
}
