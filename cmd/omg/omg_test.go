package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// workspace makes a package inside this module, so that it can import the
// framework, and returns its folder.
func workspace(t *testing.T, source string) string {
	t.Helper()
	if err := os.MkdirAll("testdata", 0o755); err != nil {
		t.Fatal(err)
	}
	dir, err := os.MkdirTemp("testdata", "app")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	writeApp(t, dir, source)
	return dir
}

func writeApp(t *testing.T, dir, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, "app.go"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

const app = `package app

import "github.com/omg-go/omg/bridge"

var Double = bridge.Func1(double)

//omg:browser
func double(n int) int { return n * 2 }

//omg:browser
func relay(c chan int) int { return wait(c) }

//omg:browser
func wait(c chan int) int { return <-c }
`

// omg runs the tool and returns its exit code and what it printed.
func omg(dir string, args ...string) (code int, out, errs string) {
	var stdout, stderr bytes.Buffer
	code = run(args, dir, &stdout, &stderr)
	return code, stdout.String(), stderr.String()
}

func expect(t *testing.T, dir string, code int, pattern string, args ...string) {
	t.Helper()
	got, out, errs := omg(dir, args...)
	if got != code || !regexp.MustCompile("(?s)^"+pattern+"$").MatchString(out+errs) {
		t.Errorf("omg %s: exit %d, printed\n%s%s\nwant exit %d and %s", strings.Join(args, " "), got, out, errs, code, pattern)
	}
}

func TestGenerateAndCheck(t *testing.T) {
	dir := workspace(t, app)
	expect(t, dir, 1, `app_omg\.go: stale; run omg generate\n`, "check", ".")
	expect(t, dir, 0, `app_omg\.go\n`, "generate", ".")
	expect(t, dir, 0, ``, "generate", ".")
	expect(t, dir, 0, ``, "check", ".")
	text, err := os.ReadFile(filepath.Join(dir, "app_omg.go"))
	if err != nil || !strings.Contains(string(text), "double") {
		t.Errorf("generated file: %v\n%s", err, text)
	}
	writeApp(t, dir, strings.Replace(app, "n * 2", "n * 3", 1))
	expect(t, dir, 1, `app_omg\.go: stale; run omg generate\n`, "check", ".")
	writeApp(t, dir, "package app\n")
	expect(t, dir, 0, `app_omg\.go\n`, "generate", ".")
	if _, err := os.Stat(filepath.Join(dir, "app_omg.go")); err == nil {
		t.Error("a file that is not needed is still there")
	}
}

func TestRefusalsArePrintedAllAtOnce(t *testing.T) {
	dir := workspace(t, app+`
var One, Two = bridge.Func0(one), bridge.Func0(two)

//omg:browser
func one() int { return hidden() }

//omg:browser
func two() int { return hidden() + secret }

func hidden() int { return 1 }

var secret = 1
`)
	expect(t, dir, 1, `\S+app\.go:\d+:\d+: OMG0001: .*OMG0001: .*OMG0004: .*mark it.*`, "generate", ".")
}

func TestWhyAsync(t *testing.T) {
	dir := workspace(t, app)
	expect(t, dir, 0, `\S+app\.go:\d+:\d+: \S+relay calls \S+wait\n\S+app\.go:\d+:\d+: \S+wait receives from a channel\n`, "why-async", ".", "relay")
	expect(t, dir, 0, `double does not wait\n`, "why-async", ".", "double")
	expect(t, dir, 1, `gojs: package \S+ has no function nothing\n`, "why-async", ".", "nothing")
}

func TestUsage(t *testing.T) {
	expect(t, ".", 2, `usage:\n.*`)
	expect(t, ".", 2, `omg: unknown command "fly"\nusage:\n.*`, "fly")
	expect(t, ".", 2, `usage: omg why-async PACKAGE FUNCTION\n`, "why-async")
}
