package js

func (p *printer) stmts(list []Stmt) {
	for _, s := range list {
		p.stmt(s)
	}
}

func (p *printer) stmt(s Stmt) {
	switch s := s.(type) {
	case Mark:
	case List:
		p.stmts(s.List)
	case Raw:
		p.line(s.Text)
	default:
		p.tabs()
		p.open(s)
		p.text("\n")
	}
}

// open prints a statement whose line has begun.
func (p *printer) open(s Stmt) {
	switch s := s.(type) {
	case ExprStmt:
		p.exprStmt(s)
	case Let:
		p.let(s)
		p.text(";")
	case Return:
		p.returnStmt(s)
	case If:
		p.ifStmt(s)
	case For:
		p.forStmt(s)
	case ForOf:
		p.forOf(s)
	case Label:
		p.text(s.Name + ": ")
		p.open(s.Stmt)
	case Jump:
		p.jump(s)
	default:
		p.openBlock(s)
	}
}

func (p *printer) openBlock(s Stmt) {
	switch s := s.(type) {
	case Block:
		p.block(s.List)
	case List:
		p.block(s.List)
	case Switch:
		p.switchStmt(s)
	case Try:
		p.try(s)
	case Throw:
		p.text("throw ")
		p.expr(s.X, Comma)
		p.text(";")
	case FuncDecl:
		p.function(s.Func)
	case Class:
		p.class(s)
	}
}

func (p *printer) exprStmt(s ExprStmt) {
	if startsBadly(s.X) {
		p.text("(")
		p.expr(s.X, Comma)
		p.text(");")
		return
	}
	p.expr(s.X, Comma)
	p.text(";")
}

// startsBadly reports whether a statement may not begin with x.
func startsBadly(x Expr) bool {
	switch x := x.(type) {
	case Object:
		return true
	case Func:
		return !x.Arrow
	case Call:
		return startsBadly(x.Fn)
	case Dot:
		return startsBadly(x.X)
	case Index:
		return startsBadly(x.X)
	case Binary:
		return startsBadly(x.X)
	case Assign:
		return startsBadly(x.X)
	case Await:
		return !waits(x.If) && startsBadly(x.X)
	}
	return false
}

func (p *printer) let(s Let) {
	if s.Const {
		p.text("const ")
	} else {
		p.text("let ")
	}
	p.pattern(s.Names, s.Unpack)
	p.initial(s.Init)
	for _, l := range s.Also {
		p.text(", ")
		p.names(l.Names)
		p.initial(l.Init)
	}
}

func (p *printer) initial(x Expr) {
	if x != nil {
		p.text(" = ")
		p.expr(x, Assignment)
	}
}

func (p *printer) pattern(names []string, unpack bool) {
	if !unpack {
		p.names(names)
		return
	}
	p.text("[")
	p.names(names)
	p.text("]")
}

func (p *printer) names(names []string) {
	for i, n := range names {
		if i > 0 {
			p.text(", ")
		}
		p.text(n)
	}
}

func (p *printer) returnStmt(s Return) {
	p.text("return")
	if s.X != nil {
		p.text(" ")
		p.expr(s.X, Comma)
	}
	p.text(";")
}

func (p *printer) ifStmt(s If) {
	p.text("if (")
	p.expr(s.Cond, Comma)
	p.text(") ")
	p.block(s.Then)
	if len(s.Else) == 0 {
		return
	}
	p.text(" else ")
	if next, ok := s.Else[0].(If); ok && len(s.Else) == 1 {
		p.ifStmt(next)
		return
	}
	p.block(s.Else)
}

func (p *printer) forStmt(s For) {
	p.text("for (")
	switch i := s.Init.(type) {
	case Let:
		p.let(i)
	case ExprStmt:
		p.expr(i.X, Comma)
	}
	p.text(";")
	p.after(s.Cond)
	p.text(";")
	p.after(s.Post)
	p.text(") ")
	p.block(s.Body)
}

func (p *printer) after(x Expr) {
	if x != nil {
		p.text(" ")
		p.expr(x, Comma)
	}
}

func (p *printer) forOf(s ForOf) {
	p.text("for (")
	if s.Assign != nil {
		p.expr(s.Assign, CallLevel)
	} else {
		p.text("let ")
		p.pattern(s.Names, s.Unpack)
	}
	p.text(" of ")
	p.expr(s.X, Assignment)
	p.text(") ")
	p.block(s.Body)
}

func (p *printer) jump(s Jump) {
	p.text(s.Word)
	if s.Label != "" {
		p.text(" " + s.Label)
	}
	p.text(";")
}

func (p *printer) switchStmt(s Switch) {
	p.text("switch (")
	p.expr(s.Tag, Comma)
	p.text(") {\n")
	for _, c := range s.Cases {
		p.clause(c)
	}
	p.tabs()
	p.text("}")
}

func (p *printer) clause(c Case) {
	for _, x := range c.Exprs {
		p.tabs()
		p.text("case ")
		p.expr(x, Comma)
		p.text(":\n")
	}
	if len(c.Exprs) == 0 || c.Default {
		p.line("default:")
	}
	p.indent++
	p.stmts(c.Body)
	p.indent--
}

func (p *printer) try(s Try) {
	p.text("try ")
	p.block(s.Body)
	if s.CatchName != "" {
		p.text(" catch (" + s.CatchName + ") ")
		p.block(s.Catch)
	}
	if s.Finally != nil {
		p.text(" finally ")
		p.block(s.Finally)
	}
}

func (p *printer) class(c Class) {
	p.text("class " + c.Name + " {\n")
	p.indent++
	for _, f := range c.Fields {
		p.tabs()
		p.text(f + ";\n")
	}
	if c.Body != nil || c.Fields == nil {
		p.tabs()
		p.text("constructor(")
		p.names(c.Params)
		p.text(") ")
		p.block(c.Body)
		p.text("\n")
	}
	p.indent--
	p.tabs()
	p.text("}")
}
