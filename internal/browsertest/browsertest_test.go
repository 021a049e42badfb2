package browsertest_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/omg-go/omg/internal/browsertest"
)

func TestMain(m *testing.M) { browsertest.Main(m) }

func serve(t *testing.T, body string) string {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Security-Policy", r.URL.Query().Get("policy"))
		fmt.Fprint(w, `<!doctype html><title>t</title><link rel=icon href="data:,">`, body)
	}))
	t.Cleanup(s.Close)
	return s.URL
}

func TestClickTypeWait(t *testing.T) {
	url := serve(t, `<input><p></p><button onclick="document.querySelector('p').textContent = document.querySelector('input').value">b</button>`)
	p := browsertest.Open(t, url)
	p.Type("input", "hello")
	p.Click("button")
	p.WaitText("p", "hello")
	if n := p.Count("button"); n != 1 {
		t.Errorf("%d buttons", n)
	}
}

func TestNoScriptAndDark(t *testing.T) {
	url := serve(t, `<p>still</p><script>document.querySelector('p').textContent = 'changed'</script>`)
	p := browsertest.Open(t, url, browsertest.NoScript(), browsertest.Dark(), browsertest.Size(320, 600))
	if got := p.Text("p"); got != "still" {
		t.Errorf("got %q", got)
	}
	if !browsertest.Eval[bool](p, `matchMedia("(prefers-color-scheme: dark)").matches && innerWidth === 320`) {
		t.Error("not dark, or not narrow")
	}
}

// TestWaysToSee: they do not undo each other.
func TestWaysToSee(t *testing.T) {
	p := browsertest.Open(t, serve(t, `<style>p { padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom) env(safe-area-inset-left) }</style><p>p</p>`),
		browsertest.Dark(), browsertest.ReducedMotion(), browsertest.ForcedColors(), browsertest.SafeArea(1, 2, 3, 4))
	p.Print()
	for _, query := range []string{"(prefers-color-scheme: dark)", "(prefers-reduced-motion: reduce)", "(forced-colors: active)", "print"} {
		if !browsertest.Eval[bool](p, "matchMedia('"+query+"').matches") {
			t.Errorf("not %s", query)
		}
	}
	if got := browsertest.Eval[string](p, `getComputedStyle(document.querySelector("p")).padding`); got != "1px 2px 3px 4px" {
		t.Errorf("safe area: %s", got)
	}
}

func TestWithout(t *testing.T) {
	p := browsertest.Open(t, serve(t, ""), browsertest.Without("Element.prototype.moveBefore"))
	if browsertest.Eval[bool](p, `"moveBefore" in document.body`) {
		t.Error("it is there")
	}
}

func TestCookiesAreApart(t *testing.T) {
	url := serve(t, "")
	p := browsertest.Open(t, url)
	p.Run(`document.cookie = "a=1"`)
	shared := browsertest.Eval[string](p.Tab(url), "document.cookie")
	apart := browsertest.Eval[string](browsertest.Open(t, url), "document.cookie")
	if shared != "a=1" || apart != "" {
		t.Errorf("shared %q, apart %q", shared, apart)
	}
}

func TestForeign(t *testing.T) {
	other := serve(t, "")
	p := browsertest.Open(t, serve(t, `<iframe src="`+other+`"></iframe>`), browsertest.Foreign(other))
	p.Wait("document.readyState === 'complete'")
}

// recorder stands in for a test, to see what a page reports.
type recorder struct {
	testing.TB
	cleanups []func()
	errors   []string
}

func (r *recorder) Cleanup(f func()) { r.cleanups = append(r.cleanups, f) }
func (r *recorder) Errorf(format string, a ...any) {
	r.errors = append(r.errors, fmt.Sprintf(format, a...))
}
func (r *recorder) Failed() bool { return false }

func TestReportsFailTheTest(t *testing.T) {
	for _, c := range []struct{ name, query, body, want string }{
		{"console", "", `<script>console.error("oh", "no")</script>`, "error: oh no"},
		{"exception", "", `<script>throw new Error("thrown")</script>`, "thrown"},
		{"policy", "?policy=style-src+'none'", `<p style="color: red">`, "content policy: style-src-attr"},
		{"other origin", "", `<img src="http://localhost:9/x.png">`, "request to another origin: http://localhost:9/x.png"},
		{"missing file", "", `<img src="missing.png">`, "404"},
		{"expected", "", `<script>console.error("expected")</script>`, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := &recorder{TB: t}
			p := browsertest.Open(r, serve(t, c.body)+"/"+c.query, browsertest.Expect("expected"))
			p.Wait("document.readyState === 'complete'")
			for _, f := range r.cleanups {
				f()
			}
			got := strings.Join(r.errors, "\n")
			if c.want == "" && got != "" || !strings.Contains(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestKeepsFocus(t *testing.T) {
	const body = `<main><p>beside</p><button id="gone" onclick="this.remove()">gone</button><button id="off" onclick="this.disabled = true">off</button>
		<button id="kind" onclick="this.remove(); document.querySelector('p').tabIndex = -1; document.querySelector('p').focus()">kind</button>
		<input id="kept"></main>`
	for _, c := range []struct{ name, press, then, want string }{
		{"removed", "#gone", "", "focus lost with <button id=\"gone\""},
		{"removed, at the next press", "#gone", "#kept", "focus lost with <button id=\"gone\""},
		{"disabled", "#off", "", "focus lost with <button id=\"off\""},
		{"given on", "#kind", "", ""},
		{"taken away by the user", "#kept", "p", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := &recorder{TB: t}
			p := browsertest.Open(r, serve(t, body), browsertest.KeepsFocus())
			p.Click(c.press)
			if c.then != "" {
				p.Click(c.then)
			}
			for _, f := range r.cleanups {
				f()
			}
			if got := strings.Join(r.errors, "\n"); c.want == "" && got != "" || !strings.Contains(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestProxy(t *testing.T) {
	p := browsertest.NewProxy(t, serve(t, "<p>through</p>"))
	page := browsertest.Open(t, p.URL)
	page.WaitText("p", "through")
	p.Refuse(true)
	p.Cut()
	page.Expect("ERR_")
	page.Wait(`window.failed || (fetch("/").catch(() => window.failed = true), false)`)
	p.Refuse(false)
	page.Wait(`window.ok || (fetch("/").then(() => window.ok = true).catch(() => {}), false)`)
}

func TestAxeBeside(t *testing.T) {
	for html, faults := range map[string]int{`<img src="data:,">`: 0, `<img src="data:,"><p><img src="data:,"></p>`: 1} {
		r := &recorder{TB: t}
		p := browsertest.Open(r, serve(t, `<title>t</title><main><h1>h</h1></main><aside>`+html+`</aside>`))
		p.Run(`document.documentElement.lang = "en"`)
		p.AxeBeside("aside > img")
		if len(r.errors) != faults {
			t.Errorf("%s: got %s", html, strings.Join(r.errors, "\n"))
		}
	}
}

func TestAxe(t *testing.T) {
	r := &recorder{TB: t}
	p := browsertest.Open(r, serve(t, `<main><h1>h</h1><img src="data:,"></main>`))
	p.Axe("document-title", "html-has-lang")
	if got := strings.Join(r.errors, "\n"); len(r.errors) != 1 || !strings.Contains(got, "image-alt") {
		t.Errorf("got %s", got)
	}
}
