package module

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// assembly puts symbols into modules: those that are reached by the same set
// of functions share one, so that a page fetches nothing twice and little that it
// does not need.
type assembly struct {
	symbols map[string]*Symbol
	roots   []Compiled
	reach   map[string]roots // by symbol
	keys    map[string]string
	rpcs    []map[string]bool
	effects map[string]map[string]bool // by a function's symbol: what has to be there because of it, though nothing names it
}

// roots is a set of functions, by index.
type roots map[int]bool

func (r roots) key() string {
	b := make([]byte, 0, 4*len(r))
	for _, i := range slices.Sorted(maps.Keys(r)) {
		b = append(strconv.AppendInt(b, int64(i), 10), ' ')
	}
	return string(b)
}

// assemble makes the assets and functions of all units that are new. A module
// costs so much, beside its text.
func assemble(units []Unit, cost int) (assets []*Asset, functions []*Function) {
	a := &assembly{symbols: map[string]*Symbol{}, reach: map[string]roots{}, effects: map[string]map[string]bool{}}
	seen := map[string]bool{}
	for _, u := range distinct(units) {
		for i := range u.Symbols {
			a.symbols[u.Symbols[i].Name] = &u.Symbols[i]
		}
		for _, f := range u.Functions {
			if !seen[f.Name] {
				seen[f.Name] = true
				a.roots = append(a.roots, f)
			}
		}
	}
	for i, f := range a.roots {
		a.rpcs = append(a.rpcs, map[string]bool{})
		a.spread(i, f)
	}
	a.gatherWriters()
	a.coarsen(cost)
	return a.build()
}

// spread marks what the i-th function reaches.
func (a *assembly) spread(i int, f Compiled) {
	in := map[string]bool{}
	a.take(f.Symbol, in)
	for a.attach(in) {
	}
	for name := range in {
		if a.reach[name] == nil {
			a.reach[name] = roots{}
		}
		a.reach[name][i] = true
		for _, c := range a.symbols[name].Calls {
			a.rpcs[i][c] = true
		}
		if a.symbols[name].When[0] != "" {
			a.effect(f.Symbol, name)
		}
	}
}

// effect notes that the function of symbol f needs the symbol that attached
// itself, for what it does.
func (a *assembly) effect(f, name string) {
	if a.effects[f] == nil {
		a.effects[f] = map[string]bool{}
	}
	a.effects[f][name] = true
}

func (a *assembly) take(name string, in map[string]bool) {
	s := a.symbols[name]
	if s == nil || in[name] {
		return
	}
	in[name] = true
	for _, d := range s.Deps {
		a.take(d, in)
	}
}

// attach takes the symbols whose two conditions hold; it reports whether there
// were any.
func (a *assembly) attach(in map[string]bool) bool {
	news := false
	for name, s := range a.symbols {
		if s.When[0] != "" && !in[name] && in[s.When[0]] && in[s.When[1]] {
			a.take(name, in)
			news = true
		}
	}
	return news
}

var declared = regexp.MustCompile(`(?m)^let ([\w$]+)`)

var declaration = regexp.MustCompile(`(?m)^(?:async )?(?:function\*?|class|const|let) ([\w$]+)`)

// declares reports whether a symbol's code declares its name; else it is
// there for its effect, like an initialiser or a method's entry in its class.
func (s *Symbol) declares() bool {
	for _, m := range declaration.FindAllStringSubmatch(s.JS, -1) {
		if m[1] == s.Name {
			return true
		}
	}
	return false
}

// runs reports whether a symbol does something when its module is there: it is an
// initialiser, of a variable or a function init, or fetches a value.
func (s *Symbol) runs() bool {
	return s.Var != nil || strings.HasPrefix(s.Name, "$init$") || strings.HasPrefix(s.Name, "$run$")
}

// needs are the symbols that must be there when the named one is: those that its
// code names, and for a function those that attached themselves. What a method's
// entry stands in is among its conditions, not its dependencies.
func (a *assembly) needs(name string) []string {
	s, effects := a.symbols[name], a.effects[name]
	if s.When[0] == "" && effects == nil {
		return s.Deps
	}
	all := append(slices.Clone(s.Deps), slices.Sorted(maps.Keys(effects))...)
	if s.When[0] != "" {
		all = append(all, s.When[0])
	}
	return all
}

// gatherWriters moves what assigns a variable into the variable's module: an
// imported binding cannot be written. What it needs moves along.
func (a *assembly) gatherWriters() {
	writes := a.writers()
	for again := true; again; {
		again = false
		for name, vars := range writes {
			for _, v := range vars {
				again = a.widen(name, a.reach[v]) || again
			}
		}
		for name := range a.reach {
			for _, d := range a.needs(name) {
				again = a.reach[d] != nil && a.widen(d, a.reach[name]) || again
			}
		}
	}
}

// widen adds to the functions that reach a symbol, and reports whether it did.
func (a *assembly) widen(name string, by roots) bool {
	before := len(a.reach[name])
	maps.Copy(a.reach[name], by)
	return len(a.reach[name]) > before
}

// writers returns, for each symbol, the variables that it assigns.
func (a *assembly) writers() map[string][]string {
	out := map[string][]string{}
	for _, s := range a.symbols {
		m := declared.FindStringSubmatch(s.JS)
		if m == nil {
			continue
		}
		q := regexp.QuoteMeta(m[1])
		writes := regexp.MustCompile(`(?:^|[^\w$.])(?:` + q + `(?: [-+*/%&|^<>?]*= |\+\+|--)|(?:\+\+|--)` + q + `\b|\[[^\]]*` + q + `[^\]]*\] = )`)
		for name, t := range a.symbols {
			if a.reach[name] != nil && name != s.Name && slices.Contains(t.Deps, s.Name) && writes.MatchString(t.JS) {
				out[name] = append(out[name], s.Name)
			}
		}
	}
	return out
}

// group is one module in the making.
type group struct {
	key     string
	roots   roots
	symbols []*Symbol
	exports map[string]bool
	imports map[string]map[string]bool // names, by the key of the other group
	asset   *Asset
	live    *Asset // the values of its variables, if it has any
}

func (a *assembly) build() (assets []*Asset, functions []*Function) {
	a.fixKeys()
	groups := a.groups()
	a.connect(groups)
	order := slices.SortedFunc(maps.Values(groups), func(x, y *group) int {
		if d := len(y.roots) - len(x.roots); d != 0 {
			return d
		}
		return strings.Compare(x.key, y.key)
	})
	for _, g := range order {
		g.make(groups)
		assets = append(assets, g.asset)
		if g.live != nil {
			assets = append(assets, g.live)
		}
	}
	for i, f := range a.roots {
		g := groups[a.keys[f.Symbol]]
		functions = append(functions, &Function{
			Name: f.Name, Asset: g.asset, Export: g.asset.code.short[f.Symbol], Signature: f.Signature,
			RPCs: slices.Sorted(maps.Keys(a.rpcs[i])),
		})
	}
	return assets, functions
}

// fixKeys names the module of each symbol.
func (a *assembly) fixKeys() {
	a.keys = map[string]string{}
	for name, r := range a.reach {
		a.keys[name] = r.key()
	}
}

func (a *assembly) groups() map[string]*group {
	groups := map[string]*group{}
	for name, r := range a.reach {
		key := a.keys[name]
		g := groups[key]
		if g == nil {
			g = &group{key: key, roots: r, exports: map[string]bool{}, imports: map[string]map[string]bool{}}
			groups[key] = g
		}
		g.symbols = append(g.symbols, a.symbols[name])
	}
	return groups
}

// connect finds out what each group imports. The group of a function imports
// all others that it needs, also for their effects.
func (a *assembly) connect(groups map[string]*group) {
	for name := range a.reach {
		g := groups[a.keys[name]]
		for _, d := range a.needs(name) {
			if a.reach[d] == nil || a.keys[d] == g.key || a.symbols[d].JS == "" {
				continue
			}
			names := g.use(a.keys[d])
			if a.symbols[d].declares() {
				names[d] = true
				groups[a.keys[d]].exports[d] = true
			}
		}
	}
	for i, f := range a.roots {
		g := groups[a.keys[f.Symbol]]
		g.exports[f.Symbol] = true
		for key, other := range groups {
			if other.roots[i] && key != g.key {
				g.use(key)
			}
		}
	}
}

func (g *group) use(key string) map[string]bool {
	if g.imports[key] == nil {
		g.imports[key] = map[string]bool{}
	}
	return g.imports[key]
}

// make writes the module. Groups of more functions are made before.
func (g *group) make(groups map[string]*group) {
	var list []imports
	for _, key := range slices.Sorted(maps.Keys(g.imports)) {
		if dep := groups[key].asset; dep != nil {
			list = append(list, imports{from: dep, names: sortedNames(g.imports[key])})
		}
	}
	body := g.body() // sorts the symbols
	if g.live = newLive(g.symbols); g.live != nil {
		list = append(list, g.live.imports())
	}
	c := newCode(list, body, sortedNames(g.exports))
	c.shorten(g.names())
	g.asset = newCompiled(c)
}

// names are the names of what the module declares, in order.
func (g *group) names() (list []string) {
	for _, s := range g.symbols {
		if s.JS != "" && s.declares() {
			list = append(list, s.Name)
		}
	}
	return list
}

func (g *group) body() string {
	slices.SortFunc(g.symbols, func(x, y *Symbol) int {
		if c := strings.Compare(x.Order, y.Order); c != 0 {
			return c
		}
		return strings.Compare(x.Name, y.Name)
	})
	var b strings.Builder
	for _, s := range g.symbols {
		b.WriteString(s.text())
	}
	return b.String()
}

func shortHash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:6])
}
