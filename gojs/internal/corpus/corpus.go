package corpus

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/omg-go/omg/client"
	"github.com/omg-go/omg/gojs"
	"github.com/omg-go/omg/gojs/load"
	"github.com/omg-go/omg/gojs/runtime"
)

// timeout is what one program may take; the slowest needs half a minute on an idle machine.
const timeout = 4 * time.Minute

// Outcome is what a program did: its exit code and a digest of what it
// printed. The error output counts only when it ended well, since the text of
// a crash differs.
type Outcome struct {
	Exit   int
	Digest string
}

// Result is one program under node.
type Result struct {
	Name    string
	Outcome Outcome
	Detail  string // compile error or the end of the output
}

// Runner compiles and runs programs.
type Runner struct {
	Root  string // Go's test folder
	World *load.World
	Lib   *runtime.Library
	Dir   string // for scripts
	Jobs  int

	mu sync.Mutex // compiling is serial
}

// NewRunner loads the standard library. dir must exist.
func NewRunner(dir string) (*Runner, error) {
	out, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("corpus: %w", err)
	}
	w, err := load.Load(".", gojs.ProgramPackages()...)
	if err != nil {
		return nil, err
	}
	root := filepath.Join(strings.TrimSpace(string(out)), "test")
	return &Runner{Root: root, World: w, Lib: gojs.NodeLibrary(), Dir: dir, Jobs: 2}, nil
}

// Run runs the programs, several at a time, and returns their results in order.
func (r *Runner) Run(names []string) []Result {
	results := make([]Result, len(names))
	var wait sync.WaitGroup
	slots := make(chan bool, r.Jobs)
	for i, name := range names {
		slots <- true
		wait.Go(func() {
			results[i] = r.one(name)
			<-slots
		})
	}
	wait.Wait()
	return results
}

func (r *Runner) one(name string) Result {
	script := filepath.Join(r.Dir, strings.NewReplacer("/", "__", ".go", ".js").Replace(name))
	if err := r.compile(name, script); err != nil {
		return Result{name, Outcome{-1, ""}, "compile: " + err.Error()}
	}
	out, detail := Execute(r.Dir, "node", "--stack-size=8000", script)
	return Result{name, out, detail}
}

func (r *Runner) compile(name, script string) (err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("internal: %v", p)
		}
	}()
	p, err := r.World.Check("main", filepath.Join(r.Root, name))
	if err != nil {
		return err
	}
	text, err := gojs.CompileMain(r.World.With(p), r.Lib)
	if err != nil {
		return err
	}
	if text, err = client.Minify(text); err != nil { // as pages get it
		return err
	}
	return os.WriteFile(script, []byte(text), 0o644)
}

// Execute runs a command and digests what it did.
func Execute(dir, name string, args ...string) (Outcome, string) {
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = dir
	cmd.WaitDelay = time.Second
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	var exit *exec.ExitError
	switch {
	case ctx.Err() != nil:
		return Outcome{-2, ""}, "timed out"
	case err != nil && !errors.As(err, &exit):
		return Outcome{-3, ""}, err.Error()
	}
	sum := sha256.New()
	sum.Write(stdout.Bytes())
	if err == nil {
		sum.Write(stderr.Bytes())
	}
	return Outcome{cmd.ProcessState.ExitCode(), hex.EncodeToString(sum.Sum(nil)[:6])}, tail(stdout.String(), 300) + tail(stderr.String(), 900)
}

func tail(s string, n int) string { return s[max(0, len(s)-n):] }
