package lower

import (
	"fmt"
	"go/token"
	"slices"
	"strings"

	"github.com/omg-go/omg/gojs/diag"
)

// diagnose makes a diagnostic for a place in symbol. A place inside the
// standard library is reported where the program's own code led there.
func (p *program) diagnose(symbol string, pos token.Pos, code diag.Code, message, hint string) diag.Diagnostic {
	d := diag.Diagnostic{Pos: p.world.Fset.Position(pos), Code: code, Message: message, Hint: hint}
	place := pos
	var chain []string
	outermost := symbol
	for name := symbol; name != ""; {
		b, known := p.blame[name]
		s := p.symbols[name]
		if !known || s == nil {
			break
		}
		chain = append(chain, fmt.Sprintf("%s: %s calls %s", p.world.Fset.Position(b.pos), readable(b.from), readable(name)))
		if p.isStd(s.Package) && !p.inStd(b.from) && b.pos.IsValid() {
			place, outermost = b.pos, name
		}
		name = b.from
	}
	slices.Reverse(chain)
	d.Chain = chain
	if place != pos {
		p.blameLibrary(&d, place, outermost)
	}
	return d
}

// blameLibrary reports what was found deep inside the standard library where
// the program's own code called it.
func (p *program) blameLibrary(d *diag.Diagnostic, place token.Pos, symbol string) {
	d.Chain = append(d.Chain, fmt.Sprintf("%s: %s: %s", d.Pos, d.Code, d.Message))
	d.Pos, d.Code = p.world.Fset.Position(place), diag.Package
	d.Message = readable(symbol) + " is not available in browser code"
	d.Hint = "call it in an //omg:rpc function"
}

func (p *program) inStd(symbol string) bool {
	s := p.symbols[symbol]
	return s != nil && p.isStd(s.Package)
}

func (p *program) isStd(path string) bool {
	pkg := p.world.Packages[path]
	if pkg == nil && p.options.Marked != nil {
		first, _, _ := strings.Cut(path, "/")
		return path != "" && !strings.Contains(first, ".") && stdDirs[first]
	}
	return pkg != nil && pkg.Std
}

// readable turns a symbol's name back into something like Go.
func readable(symbol string) string {
	b := []byte(symbol)
	for i, c := range b {
		if c == '$' {
			b[i] = '.'
		}
	}
	return string(b)
}

// reach remembers who led to a symbol first.
func (f *fn) reach(symbol string, pos token.Pos) {
	if _, known := f.p.blame[symbol]; !known && symbol != f.sym.Name && f.sym.Kind != KindMark {
		f.p.blame[symbol] = blame{f.sym.Name, pos}
	}
}

// checkColours refuses what waits though it must not.
func (p *program) checkColours() {
	for _, n := range p.graph.Nodes() {
		if n.Sync.IsValid() && n.Waits() {
			p.diags.Add(p.waitDiagnostic(n.Name, n.Sync, diag.MustNotWait, p.Chain(n)))
		}
	}
	for _, a := range p.syncArgs {
		if a.node.Waits() {
			p.diags.Add(p.waitDiagnostic("the argument of "+readable(a.name), a.pos, diag.SyncCallback, p.Chain(a.node)))
		}
	}
	for _, s := range p.order {
		if s.Kind == KindInit && s.Node.Waits() && !p.options.Program {
			p.diags.Add(p.waitDiagnostic(s.Name, p.initPos(s), diag.WaitingInit, p.Chain(s.Node)))
		}
	}
}

// stdDirs are the first elements of the standard library's import paths.
var stdDirs = wordSet(`archive bufio bytes cmp compress container context crypto database debug embed encoding errors
expvar flag fmt go hash html image index internal io iter log maps math mime net os path plugin reflect regexp runtime
slices sort strconv strings structs sync syscall testing text time unicode unique unsafe vendor weak`)
