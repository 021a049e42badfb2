package svg_test

import (
	"strings"
	"testing"

	"github.com/a-h/templ"
	"github.com/omg-go/omg/svg"
)

// TestSVG02Names: to name what acts is a mistake of the program, and said so.
func TestSVG02Names(t *testing.T) {
	for _, c := range []struct{ name, value, want string }{
		{"onclick", "x()", "onclick is refused"},
		{"OnLoad", "x()", "OnLoad is refused"},
		{"onbegin", "x()", "onbegin is refused"},
		{"style", "fill:red", "style is refused: use attributes"},
		{"STYLE", "fill:red", "is refused"},
		{"srcdoc", "<p>", "srcdoc is refused"},
		{"xlink:href", "#a", "use href"},
		{"xml:base", "https://evil.example/", "is refused"},
		{"xmlns", "x", "is refused"},
		{"viewbox", "0 0 1 1", "viewbox is spelt viewBox"},
		{"STROKE-width x", "1", "no attribute name"},
		{`a"b`, "1", "no attribute name"},
		{"", "1", "no attribute name"},
		{"attributeName", "href", "to animate href is refused"},
		{"attributeName", " xlink:href", "is refused"},
		{"attributeName", "onclick", "is refused"},
		{"attributeName", "style", "is refused"},
	} {
		if err := drawErr(t, box(svg.G().Attr(c.name, c.value))); !strings.Contains(err, c.want) {
			t.Errorf("%s=%q: %s, want %s", c.name, c.value, err, c.want)
		}
	}
}

func TestElementNames(t *testing.T) {
	for name, want := range map[string]string{
		"script": "script is refused", "STYLE": "STYLE is refused", "foreignObject": "use HTML",
		"lineargradient": "spelt linearGradient", "circel": "no such element", "iframe": "no such element",
		"g><script>": "no such element", "": "no such element",
	} {
		if err := drawErr(t, box(svg.El(name))); !strings.Contains(err, want) {
			t.Errorf("%s: %s, want %s", name, err, want)
		}
	}
	for _, name := range []string{"feGaussianBlur", "radialGradient", "textPath", "g", "marker"} {
		draw(t, box(svg.El(name)))
	}
}

// TestSVG02Values: values are data, a hostile one is left out and the rest is drawn.
func TestSVG02Values(t *testing.T) {
	for _, c := range []struct {
		name, value string
		drawn       bool
	}{
		{"fill", "red", true},
		{"fill", "url(#a)", true},
		{"fill", "url( '#a' ) red", true},
		{"fill", "rgb(1 2 3 / 4%)", true},
		{"fill", "light-dark(#fff, var(--x))", true},
		{"fill", "url(https://evil.example/x.svg#a)", false},
		{"fill", "URL(//evil.example)", false},
		{"fill", `u\72l(//evil.example)`, false},
		{"fill", `\62 rgb(1 2 3)`, false},
		{"fill", "url(#a) url(//evil.example)", false},
		{"fill", "url(#a//evil.example", false},
		{"fill", "url (//evil.example)", false},
		{"fill", `URL("#a")`, true},
		{"fill", `url("#a)`, false},
		{"fill", `url("#a" "//evil.example")`, false},
		{"fill", "url(#)", false},
		{"fill", "url()", false},
		{"fill", "my-url(#a)", false},
		{"fill", "var(--x, url(//evil.example))", false},
		{"fill", "url(#a)url(//evil.example)", false},
		{"clip-path", "path('M0 0')", true},
		{"mask", "image-set('//evil.example/x' 1x)", false},
		{"cursor", "url(//evil.example), auto", false},
		{"filter", "blur(2px) drop-shadow(1px 1px red)", true},
		{"transform", "translate(1 2) skewX(3)", true},
		{"transform", strings.Repeat("rotate(1)", 65), false},
		{"data-x", "anything (at all)", true},
		{"aria-label", "f(x)", true},
		{"d", "M0 0", true},
	} {
		got := draw(t, box(svg.G().Attr(c.name, c.value)))
		if drawn := strings.Contains(got, " "+c.name+"=") && strings.Contains(got, "<g "); drawn != c.drawn {
			t.Errorf("%s=%q: drawn %t: %s", c.name, c.value, drawn, got)
		}
	}
}

func TestSVG02TypedValues(t *testing.T) {
	const evil = "url(//evil.example)"
	got := draw(t, box(svg.G().Fill(svg.Color(evil)).Stroke(svg.Token("x) "+evil)).FontFamily(evil).Anchor(evil)))
	if strings.Contains(got, "evil") {
		t.Error(got)
	}
}

func TestSVG02Addresses(t *testing.T) {
	image := func(href string) *svg.Element { return svg.Image(href, 0, 0, 1, 1) }
	link := func(href string) *svg.Element { return svg.Link(href) }
	use := func(href string) *svg.Element { return svg.El("use").Attr("href", href) }
	for _, c := range []struct {
		make  func(string) *svg.Element
		href  string
		drawn bool
	}{
		{link, "/docs", true}, {link, "#top", true}, {link, "?q=a:b", true}, {link, "a/b:c", true},
		{link, "https://example.com/", true}, {link, "MAILTO:a@example.com", true}, {link, "tel:+491", true},
		{link, "javascript:alert(1)", false}, {link, "JavaScript:alert(1)", false}, {link, " \x01javascript:alert(1)", false},
		{link, "java\nscript:alert(1)", false}, {link, "java\tscript:alert(1)", false}, {link, "vbscript:x", false},
		{link, "data:text/html,x", false}, {link, "blob:x", false},
		{image, "/a.png", true}, {image, "https://example.com/a.png", true}, {image, "data:image/png;base64,AA==", true},
		{image, "DATA:image/WEBP,x", true}, {image, "data:image/png", false}, {image, "data:image/pngx,x", false},
		{image, "data:image/svg+xml,<svg/>", false}, {image, "data:text/html,x", false}, {image, "javascript:x", false},
		{use, "#a", true}, {use, "/sprite.svg#a", false}, {use, "data:image/svg+xml,x#a", false}, {use, "", false},
	} {
		got := draw(t, box(c.make(c.href)).Figure("x"))
		if drawn := strings.Contains(got, "href="); drawn != c.drawn {
			t.Errorf("%q: drawn %t: %s", c.href, drawn, got)
		}
	}
}

func TestTextIsEscaped(t *testing.T) {
	const evil = `</text><script>&"'`
	got := draw(t, box(svg.Text(0, 0, evil), svg.G().Attr("data-x", evil)).Label(evil).Describe(evil))
	if strings.Contains(got, "<script") || strings.Contains(got, `x="</`) {
		t.Error(got)
	}
}

func TestAttrs(t *testing.T) {
	on := templ.OrderedAttributes{
		{Key: "w-k:5", Value: true}, {Key: "w-click", Value: "3"}, {Key: "hidden", Value: false},
		{Key: "none", Value: nil}, {Key: "tabindex", Value: 0}, {Key: "fill", Value: "url(//evil.example)"},
	}
	got := draw(t, box(svg.Circle(1, 2, 3).Attrs(on)))
	if want := `<circle cx="1" cy="2" r="3" w-k:5 w-click="3" tabindex="0">`; !strings.Contains(got, want) {
		t.Errorf("got %s, want %s", got, want)
	}
	for _, bad := range []templ.OrderedAttributes{
		{{Key: "onclick", Value: "x()"}}, {{Key: "onclick", Value: true}}, {{Key: "onclick=1", Value: true}},
		{{Key: "a onclick=1", Value: true}}, {{Key: "w-k=5", Value: true}}, {{Key: "a", Value: []int{1}}},
	} {
		drawErr(t, box(svg.G().Attrs(bad)))
	}
}
