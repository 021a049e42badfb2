package js

// Stmt is a statement.
type Stmt interface{ stmt() }

// ExprStmt is an expression for its effect.
type ExprStmt struct{ X Expr }

// Let declares names: let x = init. More than one name, or Unpack, takes
// an array apart: let [a, , b] = init. An empty name leaves a hole.
type Let struct {
	Const  bool
	Names  []string
	Unpack bool
	Init   Expr
	// Also declares more in the same statement; each has one name.
	Also []Let
}

// Return leaves the function.
type Return struct{ X Expr }

// If is if, else.
type If struct {
	Cond Expr
	Then []Stmt
	Else []Stmt
}

// For is for(init; cond; post). Init is a [Let] or an [ExprStmt], or nil.
type For struct {
	Init Stmt
	Cond Expr
	Post Expr
	Body []Stmt
}

// ForOf is for(let names of x).
type ForOf struct {
	Names  []string
	Unpack bool
	Assign Expr // set instead of a declaration when it is not nil
	X      Expr
	Body   []Stmt
}

// Block is { … }.
type Block struct{ List []Stmt }

// List is statements without braces.
type List struct{ List []Stmt }

// Label names a statement.
type Label struct {
	Name string
	Stmt Stmt
}

// Jump is break or continue, with or without a label.
type Jump struct {
	Word  string
	Label string
}

// Case is one clause of a [Switch]; no Exprs means default.
type Case struct {
	Exprs []Expr
	Body  []Stmt
	// Default makes a clause with Exprs the default too.
	Default bool
}

// Switch compares with ===.
type Switch struct {
	Tag   Expr
	Cases []Case
}

// Try is try, catch, finally. Catch is left out when CatchName is empty,
// Finally when it is nil.
type Try struct {
	Body      []Stmt
	CatchName string
	Catch     []Stmt
	Finally   []Stmt
}

// Throw throws.
type Throw struct{ X Expr }

// FuncDecl declares a function.
type FuncDecl struct{ Func Func }

// Class declares a class whose constructor sets its fields.
type Class struct {
	Name   string
	Fields []string // as printed: "X = 0"
	Params []string // of the constructor, in the same way
	Body   []Stmt   // of the constructor; there is none if this is nil
}

// Raw is text that is a whole statement.
type Raw struct{ Text string }

// Mark is a position in the source; it prints nothing.
type Mark struct {
	File string
	Line int
	Col  int
}

func (ExprStmt) stmt() {}
func (Let) stmt()      {}
func (Return) stmt()   {}
func (If) stmt()       {}
func (For) stmt()      {}
func (ForOf) stmt()    {}
func (Block) stmt()    {}
func (List) stmt()     {}
func (Label) stmt()    {}
func (Jump) stmt()     {}
func (Switch) stmt()   {}
func (Try) stmt()      {}
func (Throw) stmt()    {}
func (FuncDecl) stmt() {}
func (Class) stmt()    {}
func (Raw) stmt()      {}
func (Mark) stmt()     {}
