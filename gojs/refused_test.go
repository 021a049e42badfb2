package gojs_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/omg-go/omg/gojs"
	"github.com/omg-go/omg/gojs/diag"
	"github.com/omg-go/omg/gojs/load"
)

var wanted = regexp.MustCompile(`// want (OMG\d+)`)

// TestRefusals compiles each program of testdata/refused: every line that
// says so is refused with that code, and no other.
func TestRefusals(t *testing.T) {
	w, err := load.Load(".", append(gojs.ProgramPackages(), "reflect", "github.com/omg-go/omg/bridge")...)
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob("testdata/refused/*.go")
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got, want := refusals(t, w, file), expected(string(text)); !slices.Equal(got, want) {
				t.Errorf("got %v, want %v", got, want)
			}
		})
	}
}

func expected(text string) []string {
	var list []string
	for i, line := range strings.Split(text, "\n") {
		if m := wanted.FindStringSubmatch(line); m != nil {
			list = append(list, fmt.Sprintf("%d %s", i+1, m[1]))
		}
	}
	return list
}

// refusals compiles the marked functions of a file and returns the line and
// code of each diagnostic.
func refusals(t *testing.T, w *load.World, file string) []string {
	t.Helper()
	p, err := w.Check("example.org/refused", file)
	if err != nil {
		t.Fatal(err)
	}
	_, err = gojs.Functions(w.With(p), p)
	var list diag.List
	if err != nil && !errors.As(err, &list) {
		t.Fatal(err)
	}
	var got []string
	for _, d := range list {
		got = append(got, fmt.Sprintf("%d %s", d.Pos.Line, d.Code))
		if d.Hint == "" && d.Code != diag.NoBody {
			t.Errorf("%v: no hint", d)
		}
	}
	return got
}

// TestEveryCodeHasAProgram holds the list of codes to the programs.
func TestEveryCodeHasAProgram(t *testing.T) {
	source, err := os.ReadFile("diag/codes.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`Code = (\d+)`).FindAllStringSubmatch(string(source), -1) {
		if files, _ := filepath.Glob(fmt.Sprintf("testdata/refused/%04s_*.go", m[1])); len(files) == 0 {
			t.Errorf("no program is refused with code %s", m[1])
		}
	}
}
