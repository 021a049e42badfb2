package lower

import (
	"go/ast"
	"go/types"
	"strconv"
	"strings"

	"github.com/omg-go/omg/gojs/diag"
	"github.com/omg-go/omg/gojs/js"
	"github.com/omg-go/omg/gojs/load"
)

// funcSymbol returns the name of the symbol of fn for these type arguments,
// and queues its body if it is new.
func (p *program) funcSymbol(f *fn, fn *types.Func, args []types.Type, at ast.Node) string {
	origin := fn.Origin()
	name, e := p.funcName(origin, args)
	f.sym.need(name)
	if at != nil {
		f.reach(name, at.Pos())
	}
	if p.symbols[name] != nil || p.native(f, origin, name) {
		return name
	}
	pkg := p.world.Packages[origin.Pkg().Path()]
	var decl *ast.FuncDecl
	if pkg != nil {
		decl = pkg.Decl(origin)
	}
	s := p.symbol(name, KindFunc)
	if pkg == nil && p.options.Marked != nil {
		return name // not followed
	}
	if pkg == nil || decl == nil || decl.Body == nil {
		f.refuseFunc(origin, at)
		return name
	}
	if p.markOf(origin).rpc && !p.options.Program {
		p.rpcSymbol(s, p.topLevel(s, pkg, e), origin, at)
		return name
	}
	p.needInits(s, pkg)
	p.queueFunc(s, pkg, decl, origin, e)
	return name
}

func (f *fn) refuseFunc(origin *types.Func, at ast.Node) {
	f.refuse(at, diag.NoBody, "not available in browser code: "+origin.FullName()+" has no Go body", "")
}

func (p *program) queueFunc(s *Symbol, pkg *load.Package, decl *ast.FuncDecl, origin *types.Func, e env) {
	g := p.topLevel(s, pkg, e)
	g.node.Name = origin.FullName()
	s.Node = g.node
	g.loose = HasDirective(decl.Doc, "unchecked")
	if HasDirective(decl.Doc, "sync") {
		g.node.Sync = decl.Pos()
	}
	p.later(func() {
		g.guard(func() {
			sig := origin.Type().(*types.Signature)
			g.enterParams(sig)
			fn := g.function(decl.Type, decl.Recv, sig, decl.Body)
			fn.Name = s.Name
			s.Body = append(s.Body, js.FuncDecl{Func: fn})
			if g.recovers {
				s.Body = append(s.Body, js.ExprStmt{X: js.Assign{Op: "=", X: js.Dot{X: js.Ident{Name: s.Name}, Name: "$r"}, Y: js.Lit{Text: "true"}}})
			}
		})
	})
}

// native tells the colour graph about a function that the library has.
func (p *program) native(f *fn, origin *types.Func, name string) bool {
	if !p.library(name) {
		return false
	}
	return true
}

// funcName returns the symbol name of an instance and its type arguments.
func (p *program) funcName(origin *types.Func, args []types.Type) (string, env) {
	sig := origin.Type().(*types.Signature)
	e := env{}
	if recv := sig.Recv(); recv != nil {
		return p.methodSymbol(origin, recv, args, e), e
	}
	name := p.prefix(origin.Pkg()) + asciiName(origin.Name())
	if origin.Name() == "init" {
		name += "$" + strconv.Itoa(p.world.Fset.Position(origin.Pos()).Line)
	}
	if len(args) == 0 || p.lib.Section(name) != nil {
		return name, e
	}
	for i, t := range args {
		e[sig.TypeParams().At(i)] = t
	}
	return p.unique(name+"$", p.typeKeys(args)), e
}

func (p *program) methodSymbol(origin *types.Func, recv *types.Var, args []types.Type, e env) string {
	rt := recv.Type()
	if t := pointee(rt); t != nil {
		rt = t
	}
	named, ok := types.Unalias(rt).(*types.Named)
	if !ok {
		return p.unique("$method$", p.typeKey(rt)) + "$" + origin.Name()
	}
	params := origin.Type().(*types.Signature).RecvTypeParams()
	for i := range params.Len() {
		e[params.At(i)] = args[i]
	}
	if len(args) > 0 {
		plain := p.prefix(origin.Pkg()) + named.Obj().Name() + "$" + origin.Name()
		if p.lib.Section(plain) != nil {
			return plain
		}
		inst, err := types.Instantiate(p.context, named.Origin(), args, false)
		if err == nil {
			named = inst.(*types.Named)
		}
	}
	return p.typeName(named) + "$" + asciiName(origin.Name())
}

func (p *program) typeKeys(list []types.Type) string {
	keys := make([]string, len(list))
	for i, t := range list {
		keys[i] = p.typeKey(t)
	}
	return strings.Join(keys, ",")
}

// unique returns prefix and a readable form of key, the same for the same key
// and different for different ones.
func (p *program) unique(prefix, key string) string {
	name := prefix + mangle(key)
	if old, ok := p.taken[name]; ok && old != key {
		name = prefix + shortHash(key)
	}
	p.taken[name] = key
	return name
}

// typeName returns the symbol name of a named type's class.
func (p *program) typeName(n *types.Named) string {
	obj := n.Obj()
	name := p.prefix(obj.Pkg()) + asciiName(obj.Name())
	if obj.Pkg() == nil {
		name = "$" + obj.Name()
	}
	if key := p.localKeys[obj]; key != "" {
		return p.unique(name+"$", key)
	}
	if i := p.ordinal(n.Origin().Obj()); i > 0 {
		name += "$" + strconv.Itoa(i)
	}
	if n.TypeArgs().Len() == 0 || p.lib.Section(name) != nil {
		return name
	}
	args := make([]types.Type, n.TypeArgs().Len())
	for i := range args {
		args[i] = n.TypeArgs().At(i)
	}
	return p.unique(name+"$", p.typeKeys(args))
}

// HasDirective reports whether a doc comment has the line //omg:WORD.
func HasDirective(doc *ast.CommentGroup, word string) bool {
	if doc == nil {
		return false
	}
	for _, c := range doc.List {
		rest, ok := strings.CutPrefix(c.Text, "//omg:"+word)
		if ok && (rest == "" || rest[0] == ' ' || rest[0] == '\t') {
			return true
		}
	}
	return false
}
