package client

import (
	"regexp"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/js"
)

var inexact = regexp.MustCompile(`\bMath\.(trunc|abs|sqrt|pow)\b`)

// exactMath spells the functions of Math that the minifier would replace so that it
// does not see them: it writes Math.trunc(x) as x|0, which is another number from
// 2³¹ on, Math.abs(x) so that -0 stays, and Math.sqrt and Math.pow as powers,
// which are others for -Infinity and may be others in the last bit.
//
// What is not JavaScript comes back as it is; the minifier names the mistake.
func exactMath(source string) string {
	if !inexact.MatchString(source) {
		return source
	}
	tree, err := js.Parse(parse.NewInputString(source), js.Options{})
	if err != nil {
		return source
	}
	js.Walk(mathHider{}, tree)
	return tree.JSString()
}

// mathHider writes Math["trunc"] in the place of Math.trunc.
type mathHider struct{}

// Enter changes one call and goes on.
func (h mathHider) Enter(n js.INode) js.IVisitor {
	call, ok := n.(*js.CallExpr)
	if !ok {
		return h
	}
	if dot, ok := call.X.(*js.DotExpr); ok {
		call.X = hidden(dot)
	}
	return h
}

// Exit does nothing.
func (mathHider) Exit(js.INode) {}

func hidden(dot *js.DotExpr) js.IExpr {
	object, isVar := dot.X.(*js.Var)
	name, isName := dot.Y.(js.LiteralExpr)
	if !isVar || !isName || string(object.Data) != "Math" || dot.Optional {
		return dot
	}
	return &js.IndexExpr{X: object, Y: js.LiteralExpr{TokenType: js.StringToken, Data: []byte(`"` + string(name.Data) + `"`)}, Prec: dot.Prec}
}
