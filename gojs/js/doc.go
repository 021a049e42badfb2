// Package js is a JavaScript syntax tree and its printer.
//
// The tree is plain data and knows no Go: the compiler builds it, colouring
// decides which functions wait, and [Print] writes it with exactly the
// parentheses that precedence asks for.
//
//	f := js.Func{Name: "add", Params: []string{"x", "y"}, Body: []js.Stmt{
//		js.Return{X: js.Binary{Op: "+", X: js.Ident{Name: "x"}, Y: js.Ident{Name: "y"}}},
//	}}
//	js.PrintStmt(js.FuncDecl{Func: f}) // function add(x, y) { return x + y; }
//
// # Colours
//
// Whether a function is asynchronous is known only when the whole call graph
// is. Nodes that depend on it ([Await], [Func], [Pick]) carry a [Colour],
// which is asked while printing. A nil Colour does not wait.
package js
