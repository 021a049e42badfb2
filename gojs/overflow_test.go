package gojs_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/omg-go/omg/gojs"
	"github.com/omg-go/omg/gojs/load"
)

const (
	beyond = "runtime error: int beyond 53 bits"
	zero   = "runtime error: integer divide by zero"
	less   = "runtime error: uint beyond 53 bits"
)

// TestOverflow runs arithmetic at the edges: what leaves 53 bits panics, also
// in loops whose counters need no check.
func TestOverflow(t *testing.T) {
	tests := []struct{ code, want string }{
		{"return most + 1", beyond},
		{"return -most - 1", beyond},
		{"return most - 1 + 1", "9007199254740991"},
		{"return most * 2", beyond},
		{"return half * 2", beyond},
		{"return half * 2 - 5", beyond},
		{"n := most; n++; return n", beyond},
		{"n := -most; n--; return n", beyond},
		{"n := half; n += half; return n", beyond},
		{"return int(uint(three) - 4)", less},
		{"return three % (three - 3)", zero},
		{"return three / (three - 3)", zero},
		{"a, b := three, three; for b != 0 { b--; a = a % b }; return a", zero},
		{"a, b := three, three; for b != 0 { f := func() int { return a % b }; b = 0; a = f() }; return a", zero},
		{"a, b := 7 * three, 14; for b != 0 { a, b = b, a % b }; return a", "7"},
		{"return -6 % three", "0"},
		{"return -half % 4 + -7 % three", "-1"},

		{"sum := 0; for i := 0; i < three; i++ { sum += i * 7 + 3 }; return sum", "30"},
		{"sum := 0; for i := 1; i <= three; i++ { sum += half }; return sum", beyond},
		{"for i := most - 5; i < most; i++ { three = i + 100 }; return three", beyond},
		{"for i := most - 5; i <= most - 1; i++ { three = i + 1 }; return three", "9007199254740991"},
		{"for i := most - 5; i <= most; i++ { three = i + 1 }; return three", beyond},
		{"for i := 5 - most; i > -most; i-- { three = i - 100 }; return three", beyond},
		{"for i := 3; i > 0; i-- { three = i * half }; return three", beyond},
		{"for i := 0; i < three; i++ { i += most }; return three", beyond},
		{"for i := 0; i < three; i++ { p := &i; *p = most; three = *p + 1 }; return three", beyond},
		{"for i := 0; i < three; i++ { func() { i = most }(); three = i + 1 }; return three", beyond},
		{"for i := 0; i < func() int { i = half; return most }(); i++ { three = i + i }; return three", beyond},
		{"for i := most - 1; i != 5; i++ { three = i }; return three", beyond},
		{"n := 0; for i := three; i != n; i-- { n += i * half }; return n", beyond},
		{"for i := range three { three = i * 8 * half }; return three", beyond},
		{"for i := uint(3); i >= 0; i-- { three = int(i) }; return three", less},
		{"for i := uint(0); i < 3; i++ { three = int(i - 1) }; return three", less},
		{"for i := int8(126); i > 0; i++ { three = int(i) * half }; return three", beyond},
		{"s := make([]int, 3); for i := 0; i < len(s); i++ { s[i] = i * 1000 - i }; return s[2]", "1998"},
		{"for i := 0; i < 10; i++ { for j := i; j < 10; j++ { three = i * j * 3 + j } }; return three", "252"},
		{"for i := most / 7; i < most; i++ { three = i * 7 + 7; if three < 0 { break } }; return three", beyond},
	}
	code := make([]string, len(tests))
	for i, tt := range tests {
		code[i] = tt.code
	}
	for i, got := range outcomes(t, code) {
		if got != tests[i].want {
			t.Errorf("%s\ngot  %s\nwant %s", tests[i].code, got, tests[i].want)
		}
	}
}

// outcomes compiles the bodies of functions that return an int, runs them
// under node and returns what each returns or panics with.
func outcomes(t *testing.T, bodies []string) []string {
	t.Helper()
	var b strings.Builder
	b.WriteString(`package main

import "fmt"

const most = 1<<53 - 1

func try(f func(most, half, three int) int) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(r)
		}
	}()
	fmt.Println(f(most, (most + 1) / 2, 3))
}

func main() {
`)
	for _, body := range bodies {
		fmt.Fprintf(&b, "\ttry(func(most, half, three int) int { %s })\n", body)
	}
	b.WriteString("}\n")
	out := strings.Split(strings.TrimSpace(runMain(t, b.String())), "\n")
	if len(out) != len(bodies) {
		t.Fatalf("%d lines of %d functions:\n%s", len(out), len(bodies), strings.Join(out, "\n"))
	}
	return out
}

// runMain compiles the text of a program and runs it under node.
func runMain(t *testing.T, text string) string {
	t.Helper()
	dir := t.TempDir()
	source, script := filepath.Join(dir, "main.go"), filepath.Join(dir, "main.js")
	if err := os.WriteFile(source, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	w, err := load.Load(".", gojs.ProgramPackages()...)
	if err != nil {
		t.Fatal(err)
	}
	p, err := w.Check("main", source)
	if err != nil {
		t.Fatal(err)
	}
	js, err := minifiedMain(w.With(p))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(script, []byte(js), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	out, err := exec.CommandContext(ctx, "node", script).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return string(out)
}
