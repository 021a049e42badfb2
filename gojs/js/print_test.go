package js_test

import (
	"testing"

	"github.com/omg-go/omg/gojs/js"
)

type always bool

func (a always) Waits() bool { return bool(a) }

func id(s string) js.Expr { return js.Ident{Name: s} }

func TestExpressionsGetTheParenthesesTheyNeed(t *testing.T) {
	a, b, c := id("a"), id("b"), id("c")
	tests := []struct {
		x    js.Expr
		want string
	}{
		{js.Binary{Op: "*", X: js.Binary{Op: "+", X: a, Y: b}, Y: c}, "(a + b) * c"},
		{js.Binary{Op: "-", X: a, Y: js.Binary{Op: "-", X: b, Y: c}}, "a - (b - c)"},
		{js.Binary{Op: "-", X: a, Y: js.Lit{Text: "-1"}}, "a - (-1)"},
		{js.Unary{Op: "-", X: js.Unary{Op: "-", X: a}}, "-(-a)"},
		{js.Binary{Op: "**", X: js.Binary{Op: "**", X: a, Y: b}, Y: c}, "(a ** b) ** c"},
		{js.Binary{Op: "??", X: js.Binary{Op: "||", X: a, Y: b}, Y: c}, "(a || b) ?? c"},
		{js.Dot{X: js.Await{X: js.Call{Fn: a}, If: always(true)}, Name: "b"}, "(await a()).b"},
		{js.Dot{X: js.Await{X: js.Call{Fn: a}, If: always(false)}, Name: "b"}, "a().b"},
		{js.Dot{X: js.Lit{Text: "1"}, Name: "b"}, "(1).b"},
		{js.Call{Fn: js.Func{Arrow: true, Body: []js.Stmt{js.Return{X: js.Object{}}}}}, "(() => ({}))()"},
		{js.Call{Fn: a, Args: []js.Expr{js.Binary{Op: ",", X: b, Y: c}}}, "a((b, c))"},
		{js.Code{Text: "$0.x($1)", Args: []js.Expr{js.Binary{Op: "+", X: a, Y: b}, js.Binary{Op: "+", X: a, Y: b}}}, "(a + b).x(a + b)"},
		{js.Code{Text: "new $0($1)", Args: []js.Expr{js.Call{Fn: a}, b}}, "new (a())(b)"},
		{js.Str{Value: "é\"\n"}, `"\xc3\xa9\"\n"`},
		{js.Text{Value: "é\u2028"}, `"é\u2028"`},
	}
	for _, tt := range tests {
		if got := js.PrintExpr(tt.x); got != tt.want {
			t.Errorf("got %s, want %s", got, tt.want)
		}
	}
}

func TestStatementsBeginWell(t *testing.T) {
	got := js.PrintStmt(js.ExprStmt{X: js.Call{Fn: js.Func{}}}, js.ExprStmt{X: js.Object{}})
	want := "(function () {\n}());\n({});\n"
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
