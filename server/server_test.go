package server_test

import (
	"context"
	"errors"
	"fmt"
	"html"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"github.com/a-h/templ"
	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/server"
	"github.com/omg-go/omg/widget"
)

// hello is a widget without handlers.
type hello struct {
	widget.Base
	name string
}

func (h *hello) Render() templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		_, err := io.WriteString(w, "<p>Hello, "+html.EscapeString(h.name)+"</p>")
		return err
	})
}

func greet(name string) server.PageFunc {
	return func(*http.Request) (widget.Widget, error) { return &hello{name: name}, nil }
}

// quiet drops what an application logs.
var quiet = slog.New(slog.DiscardHandler)

func newApp(o server.Options) *server.App {
	o.Log = quiet
	app := server.New(o)
	app.Page("GET /{$}", greet("world"))
	app.Page("GET /names/{name}", func(r *http.Request) (widget.Widget, error) {
		return &hello{name: r.PathValue("name") + r.FormValue("title")}, nil
	})
	app.Page("/folder/", greet("folder"))
	app.Page("GET /blank", func(*http.Request) (widget.Widget, error) { return nil, nil })
	app.Page("GET /gone", func(*http.Request) (widget.Widget, error) { return nil, fmt.Errorf("order 7: %w", server.ErrNotFound) })
	app.Page("GET /secret", func(*http.Request) (widget.Widget, error) { return nil, server.ErrForbidden })
	app.Page("GET /moved", func(*http.Request) (widget.Widget, error) { return nil, server.RedirectTo("names/new") })
	app.Page("GET /broken", func(*http.Request) (widget.Widget, error) { return nil, errors.New("disk on fire") })
	app.Page("GET /panic", func(*http.Request) (widget.Widget, error) { panic("a bug") })
	app.HandleFunc("POST /api", func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, "done") })
	return app
}

// ask sends one request; headers are pairs.
func ask(h http.Handler, method, url string, headers ...string) *http.Response {
	r := httptest.NewRequest(method, url, nil)
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func text(res *http.Response) string {
	defer res.Body.Close()
	b, _ := io.ReadAll(res.Body)
	return string(b)
}

func TestPageReadsWithoutScript(t *testing.T) {
	res := ask(newApp(server.Options{Title: "Greetings"}), "GET", "http://localhost/names/Ada?title=!")
	page := text(res)
	if res.StatusCode != 200 || !strings.HasPrefix(strings.ToLower(page), "<!doctype html>") {
		t.Errorf("got %d\n%s", res.StatusCode, page)
	}
	for _, want := range []string{`<html lang="en"`, "<title>Greetings</title>", "Hello, Ada!", `<meta name="omg" content="`, `src="../_omg/m/`, `href="../_omg/m/`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s:\n%s", want, page)
		}
	}
}

func TestPageHeaders(t *testing.T) {
	o := server.Options{Header: http.Header{"X-Own": {"1"}, "Permissions-Policy": {""}}}
	res := ask(newApp(o), "GET", "http://localhost/")
	for name, want := range map[string]string{
		"Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store", "Content-Security-Policy": shipped,
		"Referrer-Policy": "strict-origin-when-cross-origin", "X-Content-Type-Options": "nosniff", "X-Own": "1",
		"Cross-Origin-Opener-Policy": "same-origin", "Permissions-Policy": "",
	} {
		if got := res.Header.Get(name); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

func TestAnswers(t *testing.T) {
	app := newApp(server.Options{})
	for _, c := range []struct {
		method, url string
		code        int
		has         string
	}{
		{"GET", "/", 200, "Hello, world"},
		{"HEAD", "/", 200, ""},
		{"GET", "/blank", 200, "omg"},
		{"GET", "/folder/", 200, "Hello, folder"},
		{"GET", "/folder/below", 200, "Hello, folder"},
		{"GET", "/gone", 404, "Page not found"},
		{"GET", "/nowhere", 404, "Page not found"},
		{"GET", "/secret", 403, "Not allowed"},
		{"GET", "/broken", 500, "Something went wrong"},
		{"GET", "/panic", 500, "Something went wrong"},
		{"POST", "/", 405, "Not possible here"},
		{"POST", "/api", 200, "done"},
		{"GET", "/healthz", 200, "ok\n"},
		{"GET", "/_omg/m/0123456789abcdef.js", 404, ""},
	} {
		res := ask(app, c.method, "http://localhost"+c.url)
		body := text(res)
		if res.StatusCode != c.code || !strings.Contains(body, c.has) {
			t.Errorf("%s %s: got %d\n%s", c.method, c.url, res.StatusCode, body)
		}
		if strings.Contains(body, "disk on fire") || strings.Contains(body, "a bug") {
			t.Errorf("%s: a visitor reads what only the log should have", c.url)
		}
	}
}

func TestDevelopmentSaysMore(t *testing.T) {
	app := newApp(server.Options{Development: true})
	for url, want := range map[string]string{"/broken": "disk on fire", "/panic": "a bug", "/nowhere": "GET /names/{name}"} {
		if page := text(ask(app, "GET", "http://localhost"+url)); !strings.Contains(page, want) {
			t.Errorf("%s lacks %q:\n%s", url, want, page)
		}
	}
}

func TestRedirectsAreRelative(t *testing.T) {
	app := newApp(server.Options{})
	for url, want := range map[string]string{
		"/moved": "names/new", "/folder": "./folder/", "/folder?a=b": "./folder/?a=b", "//names//x": "../../../names/x",
	} {
		res := ask(app, "GET", "http://localhost"+url)
		if got := res.Header.Get("Location"); res.StatusCode/100 != 3 || got != want {
			t.Errorf("%s: got %d to %q, want %q", url, res.StatusCode, got, want)
		}
	}
}

// TestAnyPrefix serves the application below a path in three ways.
func TestAnyPrefix(t *testing.T) {
	mux := http.NewServeMux()
	mux.Handle("/stripped/", http.StripPrefix("/stripped", newApp(server.Options{})))
	mux.Handle("/whole/", newApp(server.Options{Prefix: "/whole/"}))
	s := httptest.NewServer(mux)
	defer s.Close()
	get := (&http.Client{Transport: &http.Transport{DisableKeepAlives: true}}).Get
	for _, url := range []string{"/stripped/names/Ada", "/whole/names/Ada", "/stripped/", "/whole/", "/whole/folder", "/stripped/folder"} {
		res, err := get(s.URL + url)
		if err != nil {
			t.Fatal(err)
		}
		page := text(res)
		if res.StatusCode != 200 || !strings.Contains(page, "Hello, ") {
			t.Errorf("%s: got %d\n%s", url, res.StatusCode, page)
		}
		for _, m := range regexp.MustCompile(`(?:src|href)="([^"]+)"`).FindAllStringSubmatch(page, -1) {
			at, err := res.Request.URL.Parse(m[1])
			if err != nil {
				t.Fatal(err)
			}
			if at.Scheme != "http" {
				continue
			}
			found, err := get(at.String())
			if err != nil {
				t.Fatal(err)
			}
			if text(found); found.StatusCode != 200 {
				t.Errorf("%s names %s: %s", url, at, found.Status)
			}
		}
	}
}

func TestAssets(t *testing.T) {
	app := newApp(server.Options{})
	app.Stylesheet("p { color : red; }")
	page := text(ask(app, "GET", "http://localhost/"))
	paths := regexp.MustCompile(`_omg/m/[0-9a-f]{16}\.(?:js|css)`).FindAllString(page, -1)
	if len(paths) != 3 {
		t.Fatalf("the page names %q", paths)
	}
	for _, path := range paths {
		for _, encoding := range []string{"br", "gzip", ""} {
			res := ask(app, "GET", "http://localhost/"+path, "Accept-Encoding", encoding)
			if res.StatusCode != 200 || res.Header.Get("Content-Encoding") != encoding {
				t.Errorf("%s as %q: %d, %q", path, encoding, res.StatusCode, res.Header.Get("Content-Encoding"))
			}
			if got := res.Header.Get("Cache-Control"); got != "public, max-age=31536000, immutable" {
				t.Errorf("%s: Cache-Control %q", path, got)
			}
		}
	}
	if got := text(ask(app, "GET", "http://localhost/"+paths[1])); got != "p{color:red}" {
		t.Errorf("the stylesheet is %q", got)
	}
	if got := ask(app, "GET", "http://localhost/_omg/m/0000000000000000.js").Header.Get("Cache-Control"); got != "no-store" {
		t.Errorf("a missing asset: Cache-Control %q", got)
	}
}

// TestAssetsAreShared: packing takes long, so applications of one process pack what
// they have in common once; what is of one alone the other does not serve.
func TestAssetsAreShared(t *testing.T) {
	a, b := newApp(server.Options{}), newApp(server.Options{})
	script := strings.TrimPrefix(regexp.MustCompile(`_omg/m/[0-9a-f]{16}\.js`).FindString(text(ask(a, "GET", "http://localhost/"))), "_omg/m/")
	if !a.Shares(b, script) {
		t.Errorf("each application has %q for itself", script)
	}
	own := strings.TrimPrefix(a.Asset([]byte("for a alone"), ".txt", "text/plain"), "_omg/m/")
	if !a.Shares(a, own) || b.Shares(a, own) {
		t.Errorf("%q is not of the first application alone", own)
	}
}

var asking = bridge.Module("server_test/module", `import { call } from "omg"; export const ask = () => call("f")`)

func TestModules(t *testing.T) {
	app := newApp(server.Options{})
	res := ask(app, "GET", "http://localhost/"+asking.Asset().Path())
	body := text(res)
	if res.StatusCode != 200 || res.Header.Get("Content-Type") != "text/javascript; charset=utf-8" {
		t.Fatalf("got %d, %q", res.StatusCode, res.Header.Get("Content-Type"))
	}
	found := regexp.MustCompile(`from"\./([0-9a-f]{16}\.js)"`).FindStringSubmatch(body)
	if found == nil {
		t.Fatalf("the runtime is not named in %s", body)
	}
	if res := ask(app, "GET", "http://localhost/_omg/m/"+found[1]); res.StatusCode != 200 {
		t.Errorf("the runtime: got %d", res.StatusCode)
	}
}

func TestUnstyled(t *testing.T) {
	if page := text(ask(newApp(server.Options{Unstyled: true}), "GET", "http://localhost/")); strings.Contains(page, "stylesheet") {
		t.Errorf("a stylesheet in\n%s", page)
	}
}

func TestForeignPOST(t *testing.T) {
	app := newApp(server.Options{Origins: []string{"https://partner.test"}})
	for _, c := range []struct {
		headers []string
		code    int
	}{
		{nil, 200},
		{[]string{"Sec-Fetch-Site", "same-origin"}, 200},
		{[]string{"Sec-Fetch-Site", "cross-site"}, 403},
		{[]string{"Sec-Fetch-Site", "same-site"}, 403},
		{[]string{"Origin", "http://evil.test"}, 403},
		{[]string{"Sec-Fetch-Site", "cross-site", "Origin", "https://partner.test"}, 200},
	} {
		if res := ask(app, "POST", "http://localhost/api", c.headers...); res.StatusCode != c.code {
			t.Errorf("%q: got %d, want %d", c.headers, res.StatusCode, c.code)
		}
	}
}

func TestHosts(t *testing.T) {
	for _, c := range []struct {
		o    server.Options
		host string
		code int
	}{
		{server.Options{}, "any.test", 200},
		{server.Options{Hosts: []string{"Good.test"}}, "good.test:81", 200},
		{server.Options{Hosts: []string{"good.test"}}, "evil.test", 421},
		{server.Options{Development: true}, "evil.test:7500", 421},
		{server.Options{Development: true}, "192.168.0.2:7500", 200},
		{server.Options{Development: true}, "localhost:7500", 200},
	} {
		if res := ask(newApp(c.o), "GET", "http://"+c.host+"/"); res.StatusCode != c.code {
			t.Errorf("%s: got %d, want %d", c.host, res.StatusCode, c.code)
		}
	}
}

func TestCookie(t *testing.T) {
	valid := strings.Repeat("A", 26)
	for _, c := range []struct {
		name, url string
		o         server.Options
		headers   []string
		want      string // a pattern for Set-Cookie; empty for none
	}{
		{"loopback", "http://127.0.0.1:7500/", server.Options{}, nil, `^__Host-omg=[A-Z2-7]{26}; Path=/; HttpOnly; Secure; SameSite=Lax$`},
		{"TLS", "https://example.org/", server.Options{}, nil, `^__Host-omg=.*; Secure; SameSite=Lax$`},
		{"TLS at a proxy", "http://example.org/", server.Options{}, []string{"X-Forwarded-Proto", "https"}, `^__Host-omg=`},
		{"LAN", "http://box.lan/", server.Options{}, nil, `^omg=[A-Z2-7]{26}; Path=/; HttpOnly; SameSite=Lax$`},
		{"foreign origins", "https://example.org/", server.Options{Origins: []string{"https://a.test"}}, nil, `SameSite=None; Partitioned$`},
		{"has one", "http://box.lan/", server.Options{}, []string{"Cookie", "omg=" + valid}, ""},
		{"malformed", "http://box.lan/", server.Options{}, []string{"Cookie", "omg=short"}, `^omg=`},
		{"the other name", "https://example.org/", server.Options{}, []string{"Cookie", "omg=" + valid}, `^__Host-omg=`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := ask(newApp(c.o), "GET", c.url, c.headers...).Header.Get("Set-Cookie")
			if c.want == "" && got != "" || !regexp.MustCompile(c.want).MatchString(got) {
				t.Errorf("got %q, want %s", got, c.want)
			}
		})
	}
}

func TestPrefetchesCacheNothing(t *testing.T) {
	app := newApp(server.Options{})
	ask(app, "GET", "http://localhost/", "Sec-Purpose", "prefetch;prerender")
	ask(app, "HEAD", "http://localhost/")
	if n := app.CachedPages(); n != 0 {
		t.Errorf("%d pages are cached", n)
	}
	ask(app, "GET", "http://localhost/")
	if n := app.CachedPages(); n != 1 {
		t.Errorf("%d pages are cached after a visit", n)
	}
	app.Shutdown(t.Context())
}

func TestShell(t *testing.T) {
	app := server.New(server.Options{Log: quiet, Lang: "ar", Dir: "rtl"})
	app.Shell().AddHead(templ.Raw(`<link rel="author" href="/">`))
	app.Shell().Icon = app.Asset([]byte("<svg/>"), ".svg", "image/svg+xml")
	app.Shell().AddBody(templ.Raw("<footer>all</footer>"))
	app.Page("GET /plain", greet("plain"))
	app.Page("GET /own", func(r *http.Request) (widget.Widget, error) {
		s := server.ShellOf(r)
		s.Title, s.Theme, s.Icon, s.Lost, s.Ended = "Own", "dark", "", "", ""
		s.SetHead(templ.Raw(`<meta name="own">`))
		s.SetBody(func(content templ.Component) templ.Component {
			return templ.Join(templ.Raw("<main>"), content, templ.Raw("</main>"))
		})
		return &hello{name: "own"}, nil
	})
	plain, own := text(ask(app, "GET", "http://localhost/plain")), text(ask(app, "GET", "http://localhost/own"))
	for _, c := range []struct {
		page string
		has  bool
		text string
	}{
		{plain, true, `dir="rtl"`}, {plain, true, `rel="author"`}, {plain, true, `rel="icon" href="./_omg/m/`}, {plain, true, "<footer>all</footer>"}, {plain, true, `data-omg="state"`},
		{plain, false, "<main>"}, {own, true, `data-theme="dark"`}, {own, true, "<title>Own</title>"}, {own, true, `<meta name="own">`},
		{own, true, "<main>"}, {own, false, "<footer>"}, {own, false, `rel="author"`}, {own, false, `rel="icon"`}, {own, false, `data-omg="state"`},
	} {
		if strings.Contains(c.page, c.text) != c.has {
			t.Errorf("%s: want %v in\n%s", c.text, c.has, c.page)
		}
	}
}

func TestDraining(t *testing.T) {
	app := newApp(server.Options{})
	if err := app.Shutdown(t.Context()); err != nil {
		t.Fatal(err)
	}
	if res := ask(app, "GET", "http://localhost/healthz"); res.StatusCode != 503 {
		t.Errorf("healthz: got %d", res.StatusCode)
	}
	res := ask(app, "GET", "http://localhost/_omg/socket", "Origin", "http://localhost")
	if res.StatusCode != 503 || res.Header.Get("Retry-After") == "" {
		t.Errorf("socket: got %d, Retry-After %q", res.StatusCode, res.Header.Get("Retry-After"))
	}
	if res := ask(app, "GET", "http://localhost/_omg/socket", "Origin", "http://evil.test"); res.StatusCode != 403 {
		t.Errorf("foreign socket: got %d", res.StatusCode)
	}
}

func TestPageRefusesOtherMethods(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	server.New(server.Options{Log: quiet}).Page("POST /", greet("x"))
}
