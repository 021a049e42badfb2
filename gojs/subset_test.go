package gojs_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/omg-go/omg/gojs/natives"
)

var update = flag.Bool("update", false, "write docs/subset.md")

// TestSubsetDocument keeps docs/subset.md as these tests say: the refusals with
// a program each, and the packages of the standard library.
func TestSubsetDocument(t *testing.T) {
	want := subset(t)
	const name = "../docs/subset.md"
	if *update {
		if err := os.WriteFile(name, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Error("docs/subset.md is stale: go test ./gojs -run Subset -update")
	}
}

func subset(t *testing.T) string {
	t.Helper()
	head, err := os.ReadFile("testdata/subset.md")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.WriteString(strings.Replace(string(head), "{{packages}}", packages(), 1))
	files, _ := filepath.Glob("testdata/refused/*.go")
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		b.WriteString(refusalSection(string(text)))
	}
	return b.String()
}

func packages() string {
	var list []string
	for _, p := range natives.Packages() {
		list = append(list, "`"+p+"`")
	}
	return strings.Join(list, ", ")
}

// refusalSection writes a program of testdata/refused: its comment becomes
// prose.
func refusalSection(text string) string {
	comment, code, _ := strings.Cut(text, "package refused\n")
	prose := strings.ReplaceAll(strings.TrimPrefix(comment, "// "), "\n// ", "\n")
	return fmt.Sprintf("\n### %s\n\n%s\n```go\n%s\n```\n", wanted.FindStringSubmatch(text)[1], strings.TrimSpace(prose)+"\n", strings.TrimSpace(code))
}
