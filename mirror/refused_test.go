package mirror_test

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

// TestRefused compiles browser code that touches what lives on the backend.
func TestRefused(t *testing.T) {
	w, err := load.Load(".", "github.com/omg-go/omg/mirror")
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join("testdata", "refused.go")
	p, err := w.Check("example.org/refused", file)
	if err != nil {
		t.Fatal(err)
	}
	_, err = gojs.Functions(w.With(p), p)
	var list diag.List
	errors.As(err, &list)
	var got []string
	for _, d := range list {
		got = append(got, fmt.Sprintf("%d %s", d.Pos.Line, d.Code))
	}
	slices.Sort(got)
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for i, line := range strings.Split(string(text), "\n") {
		if m := regexp.MustCompile(`// want (OMG\d+)`).FindStringSubmatch(line); m != nil {
			want = append(want, fmt.Sprintf("%d %s", i+1, m[1]))
		}
	}
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("got %v\nwant %v\n%v", got, want, err)
	}
}
