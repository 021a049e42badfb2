package svg_test

import (
	"bytes"
	"context"
	"regexp"
	"strings"
	"testing"

	"github.com/omg-go/omg/svg"
	"golang.org/x/net/html"
)

func TestParse(t *testing.T) {
	for what, c := range map[string]struct{ file, want string }{
		"size becomes a box": {`<svg width="24px" height="12"><path d="M0 0 L 10 0"/></svg>`,
			`<svg viewBox="0 0 24 12" fill="currentColor" aria-hidden="true" focusable="false"><path d="M0 0H10"></path></svg>`},
		"spaces in text stay": {`<svg viewBox="0 0 1 1"><text>a <tspan> b</tspan> c</text></svg>`,
			`<text>a <tspan> b</tspan> c</text>`},
		"rules become attributes": {`<svg viewBox="0 0 1 1"><style>.a,.b{fill:#ff0000}.b{opacity:.5}</style><g class="a b" style="stroke:blue"/></svg>`,
			`<g fill="red" opacity=".5" stroke="blue"></g>`},
		"inline style wins": {`<svg viewBox="0 0 1 1"><style>.a{fill:green}</style><g class="a" fill="red" style="fill: blue !important"/></svg>`,
			`<g fill="blue"></g>`},
		"ids that nothing refers to go": {`<svg viewBox="0 0 1 1"><g id="Layer_1"/></svg>`, `<g></g>`},
		"references to nothing go":      {`<svg viewBox="0 0 1 1"><g fill="url(#a)" stroke="red"/></svg>`, `<g stroke="red"></g>`},
		"entities are text":             {`<svg viewBox="0 0 1 1"><text>&lt;b&gt;</text></svg>`, `<text>&lt;b&gt;</text>`},
	} {
		e, err := svg.Parse([]byte(c.file))
		if err != nil {
			t.Errorf("%s: %v", what, err)
			continue
		}
		if got := draw(t, e); !strings.Contains(got, c.want) {
			t.Errorf("%s: got %s, want %s", what, got, c.want)
		}
	}
}

// TestTwoFilesInOneDrawing: programs name their gradients a, b, c, all of them.
func TestTwoFilesInOneDrawing(t *testing.T) {
	got := draw(t, box(svg.Must(svg.Parse(logoFile)), svg.Must(svg.Parse(logoFile))).Scope("x"))
	for _, want := range []string{`id="x-1"`, `id="x-2"`, `fill="url(#x-1)"`, `fill="url(#x-2)"`} {
		if strings.Count(got, want) != 1 {
			t.Errorf("%s not once in %s", want, got)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for what, file := range map[string]string{
		"nothing":         "",
		"text":            "hello",
		"html":            "<html><svg/></html>",
		"cut off":         `<svg viewBox="0 0 1 1"><g>`,
		"without a size":  `<svg/>`,
		"unknown entity":  `<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1"><text>&a;</text></svg>`,
		"too deep":        `<svg viewBox="0 0 1 1">` + strings.Repeat("<g>", 500) + strings.Repeat("</g>", 500) + `</svg>`,
		"too many":        `<svg viewBox="0 0 1 1">` + strings.Repeat("<g/>", 60_000) + `</svg>`,
		"too large":       `<svg viewBox="0 0 1 1">` + strings.Repeat(" ", svg.MaxFile) + `</svg>`,
		"many attributes": `<svg viewBox="0 0 1 1" ` + strings.Repeat(`a="1" `, 200) + `/>`,
		"large sheet":     `<svg viewBox="0 0 1 1"><style>` + strings.Repeat(".a{fill:red}", 9000) + `</style></svg>`,
		"two roots deep":  `<g><svg viewBox="0 0 1 1"/></g>`,
	} {
		if e, err := svg.Parse([]byte(file)); err == nil {
			t.Errorf("%s: no error, got %s", what, draw(t, e))
		}
	}
}

func TestMinify(t *testing.T) {
	got, err := svg.Minify(logoFile)
	if err != nil {
		t.Fatal(err)
	}
	if len(got) > len(logoFile)/2 {
		t.Errorf("%d bytes of %d are left", len(got), len(logoFile))
	}
	if !bytes.HasPrefix(got, []byte(`<svg xmlns="http://www.w3.org/2000/svg"`)) || !bytes.Contains(got, []byte(`id="a"`)) {
		t.Errorf("%s", got)
	}
	if _, err := svg.Minify([]byte("no")); err == nil {
		t.Error("no error for what is not SVG")
	}
}

// FuzzParse reads anything and wants what is drawn of it to be harmless in a page.
func FuzzParse(f *testing.F) {
	f.Add(logoFile)
	for _, s := range []string{
		`<svg viewBox="0 0 1 1"><a xlink:href="javascript:x"/><g onclick="x" style="fill:url(//e)"/></svg>`,
		`<svg viewBox="0 0 1 1"><title><script>x</script></title><text>&lt;script&gt;</text></svg>`,
		`<svg viewBox="0 0 1 1"><set attributeName="onclick" to="x"/><style>.a{fill:u\72l(//e)}</style><g class="a"/></svg>`,
		`<svg viewBox="0 0 1 1"><use href="#a"/><linearGradient id="a"/><g fill="url(#a)"/></svg>`,
		`<svg viewBox="0 0 1 1"><foreignObject><p/></foreignObject><x:script xmlns:x="http://www.w3.org/2000/svg"/></svg>`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		e, err := svg.Parse(file)
		if err != nil {
			return
		}
		var b bytes.Buffer
		if err := e.Render(context.Background(), &b); err != nil {
			return
		}
		tree, err := html.Parse(&b)
		if err != nil {
			t.Fatal(err)
		}
		for n := range tree.Descendants() {
			wantHarmless(t, n)
		}
		svg.Minify(file)
	})
}

var handler = regexp.MustCompile(`^on[a-z]+$`)

func wantHarmless(t *testing.T, n *html.Node) {
	if n.Type != html.ElementNode {
		return
	}
	switch n.Data {
	case "html", "head", "body":
	default:
		if n.Namespace != "svg" || n.Data == "script" || n.Data == "style" {
			t.Errorf("<%s> of %q", n.Data, n.Namespace)
		}
	}
	for _, a := range n.Attr {
		value := strings.ToLower(a.Val)
		if handler.MatchString(a.Key) || a.Key == "style" ||
			(a.Key == "href" || a.Namespace == "xlink") && strings.Contains(value, "script:") ||
			a.Key == "fill" && strings.Contains(value, "//") {
			t.Errorf("<%s %s=%q>", n.Data, a.Key, a.Val)
		}
	}
}
