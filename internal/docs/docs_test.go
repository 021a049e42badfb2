package docs_test

import (
	"bufio"
	"context"
	"io"
	"maps"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

const root = "../.."

// TestPrograms builds and runs what the texts print.
func TestPrograms(t *testing.T) {
	for _, text := range []string{"README.md", "docs/tutorial.md"} {
		t.Run(text, func(t *testing.T) {
			stages := programs(read(t, filepath.Join(root, text)))
			if len(stages) == 0 {
				t.Fatal("the text prints no program")
			}
			for _, s := range stages {
				t.Run(s.heading, func(t *testing.T) { s.run(t) })
			}
		})
	}
}

// A stage is a program as far as a text has come.
type stage struct {
	heading string
	files   map[string]string
}

var (
	fence    = regexp.MustCompile("(?m)^```.*$")
	fileName = regexp.MustCompile("`([a-z0-9_]+\\.(?:go|templ))`[^`\n]*:\\s*$")
)

// programs returns what a text prints, one stage a section that changes it.
func programs(text string) (stages []stage) {
	now := stage{heading: "start", files: map[string]string{}}
	changed := false
	end := func() {
		if changed && now.runs() {
			stages = append(stages, stage{now.heading, maps.Clone(now.files)})
			changed = false
		}
	}
	parts := fence.Split(text, -1)
	for i, part := range parts {
		if i%2 == 1 { // within a block
			if m := fileName.FindStringSubmatch(parts[i-1]); m != nil {
				now.files[m[1]], changed = strings.TrimPrefix(part, "\n"), true
			}
			continue
		}
		for line := range strings.Lines(part) {
			if strings.HasPrefix(line, "## ") {
				end()
				now.heading = strings.TrimSpace(line[3:])
			}
		}
	}
	end()
	return stages
}

// runs tells whether the files so far have a main function.
func (s stage) runs() bool {
	for _, content := range s.files {
		if strings.Contains(content, "\nfunc main() {") {
			return true
		}
	}
	return false
}

// run builds the stage and asks it for its page.
func (s stage) run(t *testing.T) {
	program := s.build(t)
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, program)
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.WaitDelay = time.Minute
	log, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	page, err := get(ctx, served(log))
	go io.Copy(io.Discard, log)
	cancel()
	cmd.Wait()
	if err != nil || !strings.Contains(strings.ToLower(page), "<!doctype html>") || !strings.Contains(page, " w=") {
		t.Errorf("the page: %v\n%s", err, page)
	}
}

// build makes a module of the stage, as a reader would, generates what is
// generated, runs the tests that it prints, and compiles it.
func (s stage) build(t *testing.T) (program string) {
	dir := t.TempDir()
	s.write(t, dir)
	command(t, root, "go", "tool", "-modfile=tools/go.mod", "templ", "generate", "-log-level", "error", "-path", dir)
	if s.has("//omg:") {
		command(t, dir, "go", "run", "github.com/omg-go/omg/cmd/omg", "generate")
	}
	if s.has("testing.T") {
		command(t, dir, "go", "test", ".")
	}
	program = filepath.Join(dir, "program")
	command(t, dir, "go", "build", "-o", program, ".")
	return program
}

func (s stage) has(text string) bool {
	for _, content := range s.files {
		if strings.Contains(content, text) {
			return true
		}
	}
	return false
}

// write puts the stage into dir, and a go.mod with this module's requirements. The
// program serves where there is room: other programs may have the address that the
// text names, or any that was free a moment ago.
func (s stage) write(t *testing.T, dir string) {
	t.Helper()
	here, err := filepath.Abs(root)
	if err != nil {
		t.Fatal(err)
	}
	mod := read(t, filepath.Join(root, "go.mod"))
	mod = strings.Replace(mod, "module github.com/omg-go/omg\n", "module example.com/todo\n", 1)
	files := map[string]string{
		"go.mod": mod + "\nrequire github.com/omg-go/omg v0.0.0\nreplace github.com/omg-go/omg => " + here + "\n",
		"go.sum": read(t, filepath.Join(root, "go.sum")),
	}
	for name, content := range s.files {
		files[name] = strings.ReplaceAll(content, `":7500"`, `"127.0.0.1:0"`)
	}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func command(t *testing.T, dir string, args ...string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), args[0], args[1:]...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

var serving = regexp.MustCompile(`serving url=(\S+)`)

// served returns the address that a program logs when it serves, empty if it ends
// before.
func served(log io.Reader) string {
	for lines := bufio.NewScanner(log); lines.Scan(); {
		if m := serving.FindStringSubmatch(lines.Text()); m != nil {
			return m[1]
		}
	}
	return ""
}

func get(ctx context.Context, url string) (string, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return "", err
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return "", err
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	return string(body), err
}

func TestProgramsAreFound(t *testing.T) {
	text := "# T\nThe file `main.go`:\n\n```go\npackage main\n\nfunc main() {\n```\n## One\nLike this:\n```go\nx := 1\n```\n" +
		"## Two\nNow `a.templ`, for looks:\n```templ\npackage main\n```\n"
	var got []string
	for _, s := range programs(text) {
		got = append(got, s.heading+": "+strings.Join(slices.Sorted(maps.Keys(s.files)), " "))
	}
	if want := []string{"start: main.go", "Two: a.templ main.go"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
