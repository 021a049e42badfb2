package natives_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/omg-go/omg/gojs"
	"github.com/omg-go/omg/gojs/load"
)

type result struct {
	out     string
	problem string // why it did not compile, or how it ended
}

// compileAndRun compiles programs and runs them in one process of node.
func compileAndRun(t *testing.T, w *load.World, programs []example) []result {
	t.Helper()
	results := make([]result, len(programs))
	scripts := make([]string, len(programs))
	lib, dir := gojs.NodeLibrary(), t.TempDir()
	for i, p := range programs {
		text, err := compile(w, lib, filepath.Join(dir, "main.go"), p.source)
		if err != nil {
			results[i].problem = "does not compile: " + err.Error()
		}
		scripts[i] = text
	}
	for i, out := range runNode(t, scripts) {
		if results[i].problem != "" {
			continue
		}
		results[i].out = string(out.Out)
		if out.Code != 0 {
			results[i].problem = "ends with " + out.Err
		}
	}
	return results
}

type outcome struct {
	Out  []byte // base64 in JSON: programs print any bytes
	Err  string
	Code int
}

// runNode runs scripts one after the other in one process; empty ones not at all.
func runNode(t *testing.T, scripts []string) (all []outcome) {
	t.Helper()
	in, err := json.Marshal(scripts)
	if err != nil {
		t.Fatal(err)
	}
	file, results := filepath.Join(t.TempDir(), "scripts.json"), filepath.Join(t.TempDir(), "results.json")
	if err := os.WriteFile(file, in, 0o666); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), "node", "testdata/runner.js", file, results)
	if bad, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("node: %v\n%s", err, bad)
	}
	out, err := os.ReadFile(results)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(out, &all); err != nil {
		t.Fatal(err)
	}
	return all
}
