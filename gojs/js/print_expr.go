package js

import "strings"

// expr prints x, in parentheses if it binds looser than min.
func (p *printer) expr(x Expr, min Prec) {
	if precOf(x) < min {
		p.text("(")
		p.bare(x)
		p.text(")")
		return
	}
	p.bare(x)
}

func (p *printer) bare(x Expr) {
	switch x := x.(type) {
	case Ident:
		p.text(x.Name)
	case Lit:
		p.text(x.Text)
	case Str:
		p.text(Quote(x.Value))
	case Text:
		p.text(QuoteText(x.Value))
	case Unary:
		p.unary(x.Op, x.X)
	case Update:
		p.unary(x.Op, x.X)
	case Binary:
		p.binary(x)
	case Assign:
		p.expr(x.X, CallLevel)
		p.text(" " + x.Op + " ")
		p.expr(x.Y, Assignment)
	case Cond:
		p.cond(x)
	default:
		p.member(x)
	}
}

func (p *printer) member(x Expr) {
	switch x := x.(type) {
	case Call:
		p.expr(x.Fn, CallLevel)
		p.args(x.Args)
	case New:
		p.text("new ")
		p.expr(x.Class, Primary)
		p.args(x.Args)
	case Dot:
		p.dot(x)
	case Index:
		p.expr(x.X, CallLevel)
		p.text("[")
		p.expr(x.I, Comma)
		p.text("]")
	case Array:
		p.text("[")
		p.list(x.Elems)
		p.text("]")
	case Object:
		p.object(x)
	case Spread:
		p.text("...")
		p.expr(x.X, Assignment)
	default:
		p.coloured(x)
	}
}

func (p *printer) coloured(x Expr) {
	switch x := x.(type) {
	case Await:
		if waits(x.If) {
			p.text("await ")
			p.expr(x.X, Prefix)
			return
		}
		p.bare(x.X)
	case Pick:
		p.bare(picked(x))
	case Func:
		p.function(x)
	case Code:
		p.code(x)
	}
}

func (p *printer) unary(op string, x Expr) {
	p.text(op)
	if len(op) > 2 {
		p.text(" ")
	}
	if startsWithSign(x) {
		p.expr(x, Primary)
		return
	}
	p.expr(x, Prefix)
}

// startsWithSign reports whether x begins with + or -, which would melt
// together with a sign before it.
func startsWithSign(x Expr) bool {
	switch x := x.(type) {
	case Unary:
		return x.Op == "-" || x.Op == "+"
	case Update:
		return true
	case Lit:
		return litPrec(x.Text) == Prefix
	}
	return false
}

func (p *printer) binary(x Binary) {
	level := binaryPrec[x.Op]
	left, right := level, level+1
	if x.Op == "**" {
		left, right = Postfix, level
	}
	if mixes(x.Op, x.X) {
		left = Primary
	}
	if mixes(x.Op, x.Y) {
		right = Primary
	}
	p.expr(x.X, left)
	if x.Op == "," {
		p.text(", ")
	} else {
		p.text(" " + x.Op + " ")
	}
	if (x.Op == "+" || x.Op == "-") && startsWithSign(x.Y) {
		right = Primary
	}
	p.expr(x.Y, right)
}

// mixes reports whether ?? meets || or &&, which JavaScript refuses without parentheses.
func mixes(op string, x Expr) bool {
	b, ok := x.(Binary)
	if !ok {
		return false
	}
	logical := b.Op == "||" || b.Op == "&&"
	return op == "??" && logical || b.Op == "??" && (op == "||" || op == "&&")
}

func (p *printer) cond(x Cond) {
	p.expr(x.If, Or)
	p.text(" ? ")
	p.expr(x.Then, Assignment)
	p.text(" : ")
	p.expr(x.Else, Assignment)
}

func (p *printer) dot(x Dot) {
	if l, ok := x.X.(Lit); ok && l.Text != "" && l.Text[0] >= '0' && l.Text[0] <= '9' {
		p.text("(" + l.Text + ")")
	} else {
		p.expr(x.X, CallLevel)
	}
	if x.Optional {
		p.text("?")
	}
	p.text("." + x.Name)
}

func (p *printer) args(list []Expr) {
	p.text("(")
	p.list(list)
	p.text(")")
}

func (p *printer) list(list []Expr) {
	for i, x := range list {
		if i > 0 {
			p.text(", ")
		}
		p.expr(x, Assignment)
	}
}

func (p *printer) object(x Object) {
	p.text("{")
	for i, prop := range x.Props {
		if i > 0 {
			p.text(", ")
		}
		if prop.Key == "" {
			p.text("...")
		} else {
			p.text(prop.Key + ": ")
		}
		p.expr(prop.Value, Assignment)
	}
	p.text("}")
}

// function prints a declaration, a function expression or an arrow.
func (p *printer) function(f Func) {
	if waits(f.Colour) {
		p.text("async ")
	}
	if f.Arrow {
		p.arrow(f)
		return
	}
	p.text("function " + f.Name + "(")
	p.names(f.Params)
	p.text(") ")
	p.block(f.Body)
}

func (p *printer) arrow(f Func) {
	if len(f.Params) == 1 && isName(f.Params[0]) {
		p.text(f.Params[0])
	} else {
		p.text("(")
		p.names(f.Params)
		p.text(")")
	}
	p.text(" => ")
	if x := soleReturn(f.Body); x != nil {
		p.arrowBody(x)
		return
	}
	p.block(f.Body)
}

func (p *printer) arrowBody(x Expr) {
	if startsBadly(x) {
		p.text("(")
		p.expr(x, Comma)
		p.text(")")
		return
	}
	p.expr(x, Assignment)
}

func soleReturn(body []Stmt) Expr {
	var only Stmt
	for _, s := range body {
		if _, mark := s.(Mark); mark {
			continue
		}
		if only != nil {
			return nil
		}
		only = s
	}
	if r, ok := only.(Return); ok {
		return r.X
	}
	return nil
}

func isName(s string) bool {
	return !strings.ContainsAny(s, ". =[{")
}

// code prints a template. An argument stands between its neighbours in the
// text: bare between brackets and commas, else as tight as a call.
func (p *printer) code(c Code) {
	t := c.Text
	for i := 0; i < len(t); i++ {
		if t[i] != '$' || i+1 == len(t) {
			p.b.WriteByte(t[i])
			continue
		}
		if t[i+1] == '$' {
			p.b.WriteByte('$')
			i++
			continue
		}
		n, end := 0, i+1
		for end < len(t) && t[end] >= '0' && t[end] <= '9' {
			n = n*10 + int(t[end]-'0')
			end++
		}
		if end == i+1 {
			p.b.WriteByte('$')
			continue
		}
		p.expr(c.Args[n], holePrec(t, i, end))
		i = end - 1
	}
}

// holePrec returns how tightly the argument at t[start:end] must bind.
func holePrec(t string, start, end int) Prec {
	before := strings.TrimRight(t[:start], " ")
	after := strings.TrimLeft(t[end:], " ")
	opens := before == "" || strings.HasSuffix(before, "(") || strings.HasSuffix(before, ",") ||
		strings.HasSuffix(before, "[") || assigns(before)
	closes := after == "" || after[0] == ')' || after[0] == ',' || after[0] == ']'
	if opens && closes && (before != "" || after != "") {
		return Assignment
	}
	if strings.HasSuffix(t[:start], "new ") { // new f()() would call what new f() gives
		return Primary
	}
	return CallLevel
}

// assigns reports whether text ends with an assignment operator or an arrow.
func assigns(text string) bool {
	if strings.HasSuffix(text, "=>") {
		return true
	}
	if !strings.HasSuffix(text, "=") || len(text) < 2 {
		return false
	}
	return !strings.ContainsRune("=!<>", rune(text[len(text)-2]))
}
