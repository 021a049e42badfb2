package svg

import (
	"bytes"
	"context"
	"strconv"
	"strings"

	"github.com/a-h/templ"
	"github.com/tdewolff/minify/v2"
	minifysvg "github.com/tdewolff/minify/v2/svg"
)

// Minify returns the file with what [Parse] keeps of it, as small as it gets: for files that
// are served, such as icons of the site. The drawing keeps its size, its names and its ids.
func Minify(file []byte) ([]byte, error) {
	e, err := parse(file)
	if err != nil {
		return nil, err
	}
	b, err := e.file()
	if err != nil {
		return nil, err
	}
	return minifier.Bytes("image/svg+xml", b)
}

var minifier = func() *minify.M {
	m := minify.New()
	m.Add("image/svg+xml", &minifysvg.Minifier{})
	return m
}()

// file writes the element as a file of its own, its ids as they are.
func (e *Element) file() ([]byte, error) {
	var b bytes.Buffer
	p := printer{ctx: context.Background(), drawing: &drawing{asIs: true}, out: &b}
	whole := *e
	whole.attrs = append([]attribute{{name: "xmlns", value: "http://www.w3.org/2000/svg"}}, e.attrs...)
	err := p.element(&whole, templ.NopComponent, false)
	return b.Bytes(), err
}

// shrink minifies what [read] read: paths, colours, numbers. Text is hidden from the
// minifier, which takes spaces in it for its own.
func shrink(e *Element) error {
	var texts []string
	hideText(e, &texts)
	b, err := e.file()
	if err != nil {
		return err
	}
	if b, err = minifier.Bytes("image/svg+xml", b); err != nil {
		return err
	}
	small, err := read(b)
	if err != nil {
		return err
	}
	showText(small, texts)
	*e = *small
	return nil
}

// hideText puts a sign in the place of each text.
func hideText(e *Element, texts *[]string) {
	for i, kid := range e.kids {
		switch kid := kid.(type) {
		case *Element:
			hideText(kid, texts)
		case Chars:
			e.kids[i] = Chars("t" + strconv.Itoa(len(*texts)) + "t")
			*texts = append(*texts, string(kid))
		}
	}
}

func showText(e *Element, texts []string) {
	for i, kid := range e.kids {
		switch kid := kid.(type) {
		case *Element:
			showText(kid, texts)
		case Chars:
			n, err := strconv.Atoi(strings.Trim(strings.TrimSpace(string(kid)), "t"))
			if err == nil && n < len(texts) {
				e.kids[i] = Chars(texts[n])
			}
		}
	}
}
