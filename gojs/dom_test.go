package gojs_test

import (
	"fmt"
	"go/types"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/omg-go/omg/gojs"
	"github.com/omg-go/omg/gojs/load"
	"github.com/omg-go/omg/internal/browsertest"
)

func TestMain(m *testing.M) { browsertest.Main(m) }

// TestDOMConformance runs what package dom says of pages in Chromium: each case
// gives the line that it gives on a page in memory.
func TestDOMConformance(t *testing.T) {
	w, err := load.Load(".", "../dom/conformance")
	if err != nil {
		t.Fatal(err)
	}
	run := w.Roots[0].Types.Scope().Lookup("Run").(*types.Func)
	text, err := gojs.Module(w, run)
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("../dom/conformance/testdata/results.txt")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(want)), "\n")
	page := browsertest.Open(t, serveModule(t, text), browsertest.Expect("preventDefault"), browsertest.Expect("none.js"))
	got := browsertest.Eval[[]string](page, `(async () => {
		const { Run } = await import("./run.mjs"), lines = [];
		for (let i = 0; ; i++) {
			const line = await Run.call(new AbortController().signal, i);
			if (!line) return lines;
			lines.push(line);
		}
	})()`)
	for i := range max(len(got), len(lines)) {
		if g, w := at(got, i), at(lines, i); g != w {
			t.Errorf("case %d: got %s, want %s", i, g, w)
		}
	}
}

func at(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return "nothing"
}

// serveModule serves an empty page, and the module as run.mjs.
func serveModule(t *testing.T, text string) string {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, "<!doctype html><html lang=en><title>conformance</title><link rel=icon href=data:,><body></body>")
	})
	mux.HandleFunc("GET /run.mjs", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/javascript")
		fmt.Fprint(w, text)
	})
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s.URL
}
