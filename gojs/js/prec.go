package js

// Prec is how tightly an expression binds.
type Prec int

// The levels, loosest first.
const (
	Comma Prec = iota
	Assignment
	Conditional
	Or
	And
	BitOr
	BitXor
	BitAnd
	Equality
	Relation
	Shift
	Sum
	Product
	Power
	Prefix
	Postfix
	CallLevel
	Primary
)

var binaryPrec = map[string]Prec{
	",": Comma, "??": Or, "||": Or, "&&": And, "|": BitOr, "^": BitXor, "&": BitAnd,
	"===": Equality, "!==": Equality, "==": Equality, "!=": Equality,
	"<": Relation, "<=": Relation, ">": Relation, ">=": Relation, "instanceof": Relation, "in": Relation,
	"<<": Shift, ">>": Shift, ">>>": Shift,
	"+": Sum, "-": Sum, "*": Product, "/": Product, "%": Product, "**": Power,
}

// precOf returns how tightly x binds when it is printed.
func precOf(x Expr) Prec {
	switch x := x.(type) {
	case Binary:
		return binaryPrec[x.Op]
	case Assign, Spread:
		return Assignment
	case Func:
		if x.Arrow {
			return Assignment
		}
		return Primary
	case Cond:
		return Conditional
	case Unary, Update:
		return Prefix
	case Lit:
		return litPrec(x.Text)
	case Call, New, Dot, Index:
		return CallLevel
	case Await:
		if waits(x.If) {
			return Prefix
		}
		return precOf(x.X)
	case Pick:
		return precOf(picked(x))
	case Code:
		return x.Prec
	}
	return Primary
}

func litPrec(text string) Prec {
	if text != "" && text[0] == '-' {
		return Prefix
	}
	return Primary
}

func waits(c Colour) bool { return c != nil && c.Waits() }

func picked(p Pick) Expr {
	if waits(p.If) {
		return p.Waits
	}
	return p.Plain
}
