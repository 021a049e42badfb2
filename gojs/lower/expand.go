package lower

import (
	"go/ast"
	"go/constant"
	"go/types"
	"regexp"
	"strconv"

	"github.com/omg-go/omg/gojs/js"
)

// expand lowers calls of fmt that are better written out, nil if e is none: a
// constant format with plain verbs for values of basic types.
func (f *fn) expand(e *ast.CallExpr) js.Expr {
	fn, _ := f.staticFunc(e.Fun)
	if fn == nil || fn.Pkg() == nil || fn.Pkg().Path() != "fmt" || e.Ellipsis.IsValid() {
		return nil
	}
	switch fn.Name() {
	case "Sprintf":
		return f.sprintf(e)
	case "Sprint":
		return f.sprint(e)
	}
	return nil
}

var verb = regexp.MustCompile(`%(?:%|(\.\d+)?([a-z]))|[^%]+|%`)

func (f *fn) sprintf(e *ast.CallExpr) js.Expr {
	if len(e.Args) == 0 || f.info.Types[e.Args[0]].Value == nil {
		return nil
	}
	format := constant.StringVal(f.info.Types[e.Args[0]].Value)
	out := js.Expr(nil)
	next := 1
	for _, m := range verb.FindAllStringSubmatch(format, -1) {
		var part js.Expr
		switch {
		case m[0] == "%%":
			part = js.Str{Value: "%"}
		case m[0][0] != '%':
			part = js.Str{Value: m[0]}
		case m[0] == "%" || next >= len(e.Args) || !f.expandable(e.Args[next], m[2], m[1]):
			return nil
		default:
			next++
		}
		_ = part
	}
	if next != len(e.Args) {
		return nil
	}
	next = 1
	for _, m := range verb.FindAllStringSubmatch(format, -1) {
		part := js.Expr(js.Str{Value: m[0]})
		switch {
		case m[0] == "%%":
			part = js.Str{Value: "%"}
		case m[0][0] == '%':
			part = f.formatted(e.Args[next], m[2], m[1])
			next++
		}
		out = joinText(out, part)
	}
	if out == nil {
		return js.Str{}
	}
	return out
}

// joinText concatenates; the whole is a string from its first part on.
func joinText(x, y js.Expr) js.Expr {
	if x == nil {
		return y
	}
	return js.Binary{Op: "+", X: x, Y: y}
}

// expandable reports whether a verb on e can be written out.
func (f *fn) expandable(e ast.Expr, verb, prec string) bool {
	t := types.Default(f.typ(e))
	if types.NewMethodSet(t).Len() > 0 || isInterface(t) {
		return false
	}
	r := repOf(t)
	switch verb {
	case "d":
		return r.integer() && prec == ""
	case "s":
		return r == repString && prec == ""
	case "v":
		return prec == "" && (r.integer() || r == repString || r == repBool)
	case "t":
		return r == repBool && prec == ""
	case "x":
		return r.integer() && prec == ""
	case "f":
		return r == repF64 && prec != ""
	}
	return false
}

// formatted lowers one operand to text.
func (f *fn) formatted(e ast.Expr, verb, prec string) js.Expr {
	t := types.Default(f.typ(e))
	x := f.to(e, t)
	switch {
	case verb == "f":
		n, _ := strconv.Atoi(prec[1:])
		return f.callLib("$fixedFloat", x, number(int64(n)))
	case verb == "x":
		return js.Call{Fn: js.Dot{X: x, Name: "toString"}, Args: []js.Expr{number(16)}}
	case repOf(t) == repString:
		return x
	}
	return js.Code{Text: "String($0)", Args: []js.Expr{x}, Prec: js.CallLevel}
}

// sprint writes fmt.Sprint of basic values out; there is a space between
// operands of which neither is a string.
func (f *fn) sprint(e *ast.CallExpr) js.Expr {
	for _, a := range e.Args {
		if !f.expandable(a, "v", "") {
			return nil
		}
	}
	var out js.Expr = js.Str{}
	for i, a := range e.Args {
		if i > 0 && repOf(f.typ(a)) != repString && repOf(f.typ(e.Args[i-1])) != repString {
			out = joinText(out, js.Str{Value: " "})
		}
		part := f.formatted(a, "v", "")
		if s, empty := out.(js.Str); empty && s.Value == "" {
			out = part
			continue
		}
		out = joinText(out, part)
	}
	return out
}
