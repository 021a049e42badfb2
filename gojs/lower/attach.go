package lower

import (
	"go/types"
	"strconv"

	"github.com/omg-go/omg/gojs/js"
)

// becomesInterface says that values of t are put into interfaces, and returns
// the descriptor.
func (f *fn) becomesInterface(t types.Type) js.Expr {
	d := f.descriptorName(t)
	if f.p.converted[d] == nil {
		f.p.converted[d] = types.Unalias(t)
		f.p.convOrder = append(f.p.convOrder, d)
		f.partsBecomeInterface(t)
	}
	return js.Ident{Name: d}
}

// partsBecomeInterface says the same of what t consists of: package fmt asks the
// elements of a value for their String methods, and the exported fields.
func (f *fn) partsBecomeInterface(t types.Type) {
	switch u := t.Underlying().(type) {
	case *types.Pointer:
		f.partBecomesInterface(u.Elem())
	case *types.Slice:
		f.partBecomesInterface(u.Elem())
	case *types.Array:
		f.partBecomesInterface(u.Elem())
	case *types.Map:
		f.partBecomesInterface(u.Key())
		f.partBecomesInterface(u.Elem())
	case *types.Struct:
		for _, i := range pageFields(u) {
			if u.Field(i).Exported() {
				f.partBecomesInterface(u.Field(i).Type())
			}
		}
	}
}

func (f *fn) partBecomesInterface(t types.Type) {
	if !isInterface(t) && !f.p.isOpaque(t) {
		f.becomesInterface(t)
	}
}

// attachMethods gives the types that were put into interfaces those methods
// that are called dynamically. It reports whether there was something new.
func (p *program) attachMethods() bool {
	news := false
	for i := 0; i < len(p.convOrder); i++ {
		d := p.convOrder[i]
		t := p.converted[d]
		if isInterface(t) {
			continue
		}
		set := types.NewMethodSet(t)
		for k := range set.Len() {
			m := set.At(k).Obj().(*types.Func)
			key := d + "." + p.methodName(m)
			if e := pointee(t); e != nil && IsMirrored(e) && !p.marked(m) && !p.markOf(m).rpc {
				continue
			}
			if !p.called[p.methodName(m)] || p.attached[key] {
				continue
			}
			p.attached[key], news = true, true
			p.attach(key, d, t, set.At(k))
		}
	}
	return news
}

// attach emits $method(descriptor, name, function with receiver first, signature).
func (p *program) attach(key, desc string, t types.Type, sel *types.Selection) {
	m := sel.Obj().(*types.Func)
	name := p.methodName(m)
	s := p.symbol(key, KindAttach)
	s.When = [2]string{desc, "im:" + name}
	f := p.topLevel(s, p.anyPackage(), nil)
	s.Package = ""
	f.node = p.graph.Node("im:"+name+p.typeKey(sel.Type()), "the interface method "+name)
	f.guard(func() {
		sig := sel.Type().(*types.Signature)
		stub := f.methodStub(t, sel, sig)
		args := []js.Expr{js.Ident{Name: desc}, js.Str{Value: name}, stub, js.Str{Value: p.typeKey(sig)}}
		if _, plain := t.(*types.Pointer); plain && p.isStruct(pointee(t)) {
			args = append(args, f.class(pointee(t)))
		}
		s.Body = append(f.head(), js.ExprStmt{X: f.callLib("$method", args...)})
	})
}

// methodStub returns a function that takes the receiver first.
func (f *fn) methodStub(t types.Type, sel *types.Selection, sig *types.Signature) js.Expr {
	r := js.Ident{Name: "r"}
	call := f.methodOn(r, t, sel.Obj().(*types.Func), sel.Index(), nil)
	f.node.Calls(call.node, sel.Obj().Pos())
	if call.page != nil {
		return f.pageFunc(callee{page: call.page, node: call.node}, withReceiver(call), true, nil)
	}
	if call.direct {
		f.escapes(call.name, sig)
	}
	if x, ok := call.recv.(js.Ident); ok && x == r && call.direct {
		return call.fn
	}
	params, args := []string{"r"}, []js.Expr(nil)
	for i := range sig.Params().Len() {
		params = append(params, "a"+strconv.Itoa(i))
		args = append(args, js.Ident{Name: "a" + strconv.Itoa(i)})
	}
	return js.Func{Arrow: true, Params: params, Colour: f.node, Body: []js.Stmt{js.Return{X: call.with(args)}}}
}
