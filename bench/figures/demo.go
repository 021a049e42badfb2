package figures

import (
	"bytes"
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// demo is the demo application, built and running as in production: a
// development server parses every drawing a second time.
type demo struct {
	base string
	cmd  *exec.Cmd
	dir  string
	said bytes.Buffer // on standard error
}

// startDemo builds the demo application, starts it on a free port and waits
// until it is healthy.
func startDemo(ctx context.Context) (*demo, error) {
	dir, err := os.MkdirTemp("", "bench-demo")
	if err != nil {
		return nil, err
	}
	d := &demo{dir: dir}
	if err := d.start(ctx); err != nil {
		d.stop()
		return nil, err
	}
	return d, nil
}

func (d *demo) start(ctx context.Context) error {
	program := filepath.Join(d.dir, "demo")
	build := exec.CommandContext(ctx, "go", "build", "-o", program, "github.com/omg-go/omg/cmd/demo")
	if out, err := build.CombinedOutput(); err != nil {
		return fmt.Errorf("figures: build the demo: %w\n%s", err, out)
	}
	addr, err := freeAddr()
	if err != nil {
		return err
	}
	d.base, d.cmd = "http://"+addr, exec.CommandContext(ctx, program, "-addr", addr, "-development=false")
	d.cmd.Dir, d.cmd.Stderr = d.dir, &d.said // what the demo stores stays out of the work tree
	if err := d.cmd.Start(); err != nil {
		return err
	}
	if err := healthy(ctx, d.base); err != nil {
		d.kill() // before what it said is read
		return fmt.Errorf("%w\n%s", err, &d.said)
	}
	return nil
}

// freeAddr returns an address of the loopback that was free a moment ago.
func freeAddr() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer l.Close()
	return l.Addr().String(), nil
}

// healthy waits until the server answers, for ten seconds.
func healthy(ctx context.Context, base string) error {
	for range 200 {
		res, err := http.Get(base + "/healthz")
		if err == nil {
			res.Body.Close()
			if res.StatusCode == http.StatusOK {
				return nil
			}
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(50 * time.Millisecond):
		}
	}
	return fmt.Errorf("figures: %s never was healthy", base)
}

// stop ends the demo and removes what it left.
func (d *demo) stop() {
	d.kill()
	os.RemoveAll(d.dir)
}

func (d *demo) kill() {
	if d.cmd != nil && d.cmd.Process != nil {
		d.cmd.Process.Kill()
		d.cmd.Wait()
	}
}
