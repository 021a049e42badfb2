package proc

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime/debug"
)

// Ops are the questions that a role answers, by name. The argument is JSON, the
// answer is encoded as JSON.
type Ops map[string]func(in json.RawMessage) (any, error)

// Role starts what a process is for and returns the questions it answers.
type Role func() (Ops, error)

// roleArg marks a process that was started by [Start].
const roleArg = "bench-role"

type question struct {
	Op string          `json:"op"`
	In json.RawMessage `json:"in"`
}

type answer struct {
	Out any    `json:"out"`
	Err string `json:"err,omitempty"`
}

// Main runs the role that the process was started for and then exits. In a
// process that was started by hand it returns at once. Call it first in main.
func Main(roles map[string]Role) {
	if len(os.Args) != 3 || os.Args[1] != roleArg {
		return
	}
	if err := serve(roles[os.Args[2]], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// serve answers one question a line until in is closed.
func serve(role Role, in io.Reader, out io.Writer) error {
	if role == nil {
		return fmt.Errorf("proc: unknown role")
	}
	ops, err := role()
	enc := json.NewEncoder(out)
	if err != nil {
		return enc.Encode(answer{Err: err.Error()})
	}
	if err := enc.Encode(answer{}); err != nil {
		return err
	}
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if err := enc.Encode(reply(ops, lines.Bytes())); err != nil {
			return err
		}
	}
	return lines.Err()
}

func reply(ops Ops, line []byte) answer {
	var q question
	if err := json.Unmarshal(line, &q); err != nil {
		return answer{Err: err.Error()}
	}
	if q.Op == "tidy" {
		return tidy()
	}
	op := ops[q.Op]
	if op == nil {
		return answer{Err: "proc: no op " + q.Op}
	}
	out, err := op(q.In)
	if err != nil {
		return answer{Err: err.Error()}
	}
	return answer{Out: out}
}

// tidy collects twice, because what a sync.Pool holds survives one collection.
func tidy() answer {
	debug.FreeOSMemory()
	debug.FreeOSMemory()
	return answer{}
}
