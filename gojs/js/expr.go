package js

// Expr is an expression.
type Expr interface{ expr() }

// Colour tells whether a function may wait. It is asked while printing.
type Colour interface{ Waits() bool }

// Ident is a name.
type Ident struct{ Name string }

// Lit is a literal that is already JavaScript: a number, true, null, 3n.
type Lit struct{ Text string }

// Str is a string literal; each byte of Value becomes one character.
type Str struct{ Value string }

// Text is a string literal of ordinary text: Value is UTF-8 and is printed as such.
type Text struct{ Value string }

// Unary is a prefix operator.
type Unary struct {
	Op string
	X  Expr
}

// Update is x++ or x--, as a prefix.
type Update struct {
	Op string
	X  Expr
}

// Binary is an infix operator, also && || ?? and the comma.
type Binary struct {
	Op   string
	X, Y Expr
}

// Assign is an assignment, plain or with an operator ("=", "+=").
type Assign struct {
	Op   string
	X, Y Expr
}

// Cond is x ? y : z.
type Cond struct{ If, Then, Else Expr }

// Call is a call.
type Call struct {
	Fn   Expr
	Args []Expr
}

// New is new Class(args).
type New struct {
	Class Expr
	Args  []Expr
}

// Dot is x.name, or x?.name.
type Dot struct {
	X        Expr
	Name     string
	Optional bool
}

// Index is x[i].
type Index struct{ X, I Expr }

// Array is [a, b].
type Array struct{ Elems []Expr }

// Prop is one property of an [Object]; an empty Key spreads the value.
type Prop struct {
	Key   string
	Value Expr
}

// Object is {a: x, b: y}.
type Object struct{ Props []Prop }

// Spread is ...x.
type Spread struct{ X Expr }

// Await waits for x when the colour waits, else it is x itself.
type Await struct {
	X  Expr
	If Colour
}

// Pick is one of two expressions, by colour.
type Pick struct {
	If           Colour
	Waits, Plain Expr
}

// Func is a function. An arrow whose Body is a single return prints as an
// expression.
type Func struct {
	Name   string
	Params []string
	Body   []Stmt
	Arrow  bool
	Colour Colour
}

// Code is a template: text in which $0, $1 … stand for Args, and $$ for a
// dollar sign. Prec says how tightly the text binds as a whole.
type Code struct {
	Text string
	Args []Expr
	Prec Prec
}

func (Ident) expr()  {}
func (Lit) expr()    {}
func (Str) expr()    {}
func (Text) expr()   {}
func (Unary) expr()  {}
func (Update) expr() {}
func (Binary) expr() {}
func (Assign) expr() {}
func (Cond) expr()   {}
func (Call) expr()   {}
func (New) expr()    {}
func (Dot) expr()    {}
func (Index) expr()  {}
func (Array) expr()  {}
func (Object) expr() {}
func (Spread) expr() {}
func (Await) expr()  {}
func (Pick) expr()   {}
func (Func) expr()   {}
func (Code) expr()   {}
