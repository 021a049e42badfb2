package js

import "strings"

type printer struct {
	b      strings.Builder
	indent int
}

// PrintStmt returns s as text that ends with a newline.
func PrintStmt(s ...Stmt) string {
	var p printer
	p.stmts(s)
	return p.b.String()
}

// PrintExpr returns x as text.
func PrintExpr(x Expr) string {
	var p printer
	p.expr(x, Comma)
	return p.b.String()
}

func (p *printer) text(s string) { p.b.WriteString(s) }

func (p *printer) line(s string) {
	p.tabs()
	p.text(s)
	p.text("\n")
}

func (p *printer) tabs() {
	for range p.indent {
		p.b.WriteByte('\t')
	}
}

// block prints { … } with its statements indented; the line is left open.
func (p *printer) block(list []Stmt) {
	p.text("{\n")
	p.indent++
	p.stmts(list)
	p.indent--
	p.tabs()
	p.text("}")
}
