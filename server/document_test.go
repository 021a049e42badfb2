package server_test

import (
	"net/url"
	"testing"

	"github.com/omg-go/omg/server"
)

func TestRootOf(t *testing.T) {
	for path, want := range map[string]string{
		"/": "./", "/a": "./", "/a/": "../", "/a/b": "../", "/a/b/": "../../", "/a%2Fb": "./", "": "./",
	} {
		u, err := url.Parse(path)
		if err != nil {
			t.Fatal(err)
		}
		if got := server.RootOf(u); got != want {
			t.Errorf("%q: got %q, want %q", path, got, want)
		}
	}
}

func TestWantsSlash(t *testing.T) {
	for _, c := range []struct {
		pattern, path string
		want          bool
	}{
		{"GET /a/", "/a", true},
		{"/a/b/", "/a/b", true},
		{"/{id}/", "/7", true},
		{"example.org/a/", "/a", true},
		{"GET /a/", "/a/", false},
		{"GET /a/", "/a/b", false},
		{"GET /", "/a", false},
		{"GET /", "/", false},
		{"GET /{$}", "/", false},
		{"GET /a", "/a", false},
		{"/a/{rest...}", "/a/b", false},
		{"", "/a", false},
	} {
		if got := server.WantsSlash(c.pattern, c.path); got != c.want {
			t.Errorf("%q for %q: got %v", c.pattern, c.path, got)
		}
	}
}

func TestAccepts(t *testing.T) {
	for header, want := range map[string]bool{
		"br": true, "gzip, deflate, br": true, "gzip;q=0.5, BR;q=1.0": true, "br; q=0.001": true,
		"": false, "gzip": false, "br;q=0": false, "br;q=0.0": false, "brotli": false,
	} {
		if got := server.Accepts(header, "br"); got != want {
			t.Errorf("%q: got %v", header, got)
		}
	}
}

// shipped is rule 7.7, to the letter.
const shipped = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
	"manifest-src 'self'; worker-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'; " +
	"require-trusted-types-for 'script'; trusted-types omg"

func TestContentPolicy(t *testing.T) {
	if got := server.ContentPolicy(nil); got != shipped {
		t.Errorf("got %s", got)
	}
	got := server.ContentPolicy(map[string]string{"frame-src": "https://a.test", "default-src": "'self'", "media-src": "'self'"})
	want := "default-src 'self'" + shipped[len("default-src 'none'"):]
	want = want[:len("default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self'")] +
		" https://a.test; form-action 'self'; base-uri 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types omg; media-src 'self'"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
