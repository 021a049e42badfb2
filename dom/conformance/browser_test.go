package conformance_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/omg-go/omg/gojs"
	"github.com/omg-go/omg/gojs/load"
	"github.com/omg-go/omg/internal/browsertest"
)

// The same cases, compiled, in Chromium, under the policy that the server sends.
func TestInBrowser(t *testing.T) {
	want, err := os.ReadFile("testdata/results.txt")
	if err != nil {
		t.Fatal(err)
	}
	p := browsertest.Open(t, serve(t, compiled(t)))
	for _, text := range []string{"none.js", "Error: exit", "preventDefault inside passive"} {
		p.Expect(text)
	}
	p.Wait("ended || performance.now() > 100000") // the whole takes three seconds
	compare(t, browsertest.Eval[string](p, "$flush(), printed"), string(want))
}

// compiled is testdata/main as JavaScript.
func compiled(t *testing.T) string {
	w, err := load.Load(".", append(gojs.ProgramPackages(), "github.com/omg-go/omg/dom/conformance")...)
	if err != nil {
		t.Fatal(err)
	}
	p, err := w.Check("main", "testdata/main/main.go")
	if err != nil {
		t.Fatal(err)
	}
	script, err := gojs.CompileMain(w.With(p), gojs.NodeLibrary())
	if err != nil {
		t.Fatal(err)
	}
	return script
}

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; " +
	"require-trusted-types-for 'script'; trusted-types omg omg-script"

// serve serves a page that runs a script.
func serve(t *testing.T, script string) (url string) {
	host, err := os.ReadFile("testdata/host.js")
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/":
			w.Header().Set("Content-Security-Policy", policy)
			fmt.Fprint(w, `<!doctype html><title>t</title><link rel=icon href="data:,"><body><script src="/main.js" defer></script>`)
		case "/main.js":
			w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
			fmt.Fprintf(w, "%s\n%s", host, script)
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(s.Close)
	return s.URL + "/"
}

// compare reports the lines that differ.
func compare(t *testing.T, got, want string) {
	t.Helper()
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		switch {
		case i >= len(g):
			t.Errorf("missing: %s", w[i])
		case i >= len(w):
			t.Errorf("more: %s", g[i])
		case g[i] != w[i]:
			t.Errorf("\n got %s\nwant %s", g[i], w[i])
		}
	}
}
