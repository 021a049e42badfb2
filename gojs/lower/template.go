package lower

import (
	"go/types"
	"regexp"
	"strconv"
	"strings"

	"github.com/omg-go/omg/gojs/colour"
	"github.com/omg-go/omg/gojs/js"
)

// template is the JavaScript that stands for a function of the page.
type template struct {
	text     string // with $0, $1 … as holes
	uses     []int  // how often each hole occurs
	prec     js.Prec
	variadic bool // $... spreads what is left
	node     *colour.Node
	helpers  []string
}

var (
	holes   = regexp.MustCompile(`\$\$|\$\d+|\$\.\.\.|[\w$]*\$?[A-Za-z_]\w*`)
	chained = regexp.MustCompile(`^[\w$]+(\.[\w$]+|\((\$\d+|"[^"]*"|\{[^{}]*\}|[,.]|\s)*\))*$`)
)

// template returns the template of fn, nil if it has none.
func (p *program) template(fn *types.Func) *template {
	if fn == nil {
		return nil
	}
	fn = fn.Origin()
	if t, known := p.templates[fn]; known {
		return t
	}
	p.templates[fn] = nil
	m := p.markOf(fn)
	if m.js != "" {
		p.templates[fn] = p.readTemplate(m.js, fn)
	}
	return p.templates[fn]
}

func (p *program) readTemplate(text string, fn *types.Func) *template {
	t := &template{text: text, prec: js.Comma, node: p.graph.Node("page:"+fn.FullName(), fn.FullName())}
	names := holeNames(fn.Type().(*types.Signature))
	t.text = holes.ReplaceAllStringFunc(text, func(s string) string { return t.hole(s, names) })
	switch {
	case chained.MatchString(t.text):
		t.prec = js.CallLevel
	case strings.HasPrefix(t.text, "{") || strings.HasPrefix(t.text, "function"):
		t.text, t.prec = "("+t.text+")", js.Primary
	}
	return t
}

// holeNames numbers receiver and parameters, a leading context left out.
func holeNames(sig *types.Signature) map[string]int {
	names := map[string]int{}
	n := 0
	if sig.Recv() != nil {
		names[sig.Recv().Name()] = 0
		n++
	}
	for i := range sig.Params().Len() {
		names[sig.Params().At(i).Name()] = n
		n++
	}
	return names
}

// hole rewrites one match of a template: named holes become numbered ones.
func (t *template) hole(s string, names map[string]int) string {
	switch {
	case s == "$$":
		return s
	case s == "$...":
		t.variadic = true
		return s
	case s[0] != '$':
		if i := strings.IndexByte(s, '$'); i > 0 {
			t.helpers = append(t.helpers, s)
			return strings.ReplaceAll(s, "$", "$$")
		}
		return s
	}
	n, err := strconv.Atoi(s[1:])
	if err != nil {
		known := false
		if n, known = names[s[1:]]; !known {
			return "$" + s
		}
	}
	for len(t.uses) <= n {
		t.uses = append(t.uses, 0)
	}
	t.uses[n]++
	return "$" + strconv.Itoa(n)
}
