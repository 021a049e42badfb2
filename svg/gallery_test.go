package svg_test

import (
	"bytes"
	_ "embed"
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/a-h/templ"
	"github.com/omg-go/omg/svg"
	"github.com/omg-go/omg/theme"
)

//go:embed testdata/files/logo.svg
var logoFile []byte

func logo() *svg.Element { return svg.Must(svg.Parse(logoFile)).Scope("logo").Label("Example Ltd.") }

// policy is the one that applications ship.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; " +
	"require-trusted-types-for 'script'; trusted-types omg"

const galleryCSS = `
main { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 1.5rem; padding: 1.5rem; }
h1 { grid-column: 1 / -1; margin: 0; font: 600 var(--omg-text-xl) var(--omg-font); }
figure { margin: 0; padding: 1.25rem; background: var(--omg-color-surface); border: 1px solid var(--omg-color-border); border-radius: 12px;
  display: grid; grid-template-rows: 1fr auto; gap: .75rem; }
figure > svg { inline-size: 100%; block-size: 9.5rem; }
figure > div { display: flex; gap: 1.25rem; align-items: center; justify-content: center; font-size: 2.5rem; color: var(--omg-color-accent); }
figcaption { font-size: .875rem; color: var(--omg-color-muted); }`

// serve serves a page under the strict policy.
func serve(t *testing.T, body string) string {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", policy)
		if r.URL.Path == "/style.css" {
			w.Header().Set("Content-Type", "text/css")
			fmt.Fprint(w, theme.Stylesheet(), svg.Stylesheet(), galleryCSS)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, `<!doctype html><html lang="en"><title>svg</title><meta name="color-scheme" content="light dark">`+
			`<link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css"><body>%s`, body)
	}))
	t.Cleanup(s.Close)
	return s.URL
}

func gallery(t *testing.T) string {
	var b bytes.Buffer
	b.WriteString("<main><h1>Drawings</h1>")
	for _, d := range drawings() {
		fmt.Fprintf(&b, `<figure id="story-%s">`, d.name)
		picture := draw(t, d.component)
		if _, ok := d.component.(*svg.Element); !ok {
			picture = "<div>" + picture + "</div>"
		}
		fmt.Fprintf(&b, "%s<figcaption>%s</figcaption></figure>", picture, html.EscapeString(d.title))
	}
	b.WriteString("</main>")
	return b.String()
}

var _ templ.Component = (*svg.Element)(nil)
