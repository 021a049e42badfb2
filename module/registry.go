package module

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
)

var registry = table{functions: map[string]*Function{}, assets: map[string]*Asset{}}

// table holds what was registered, and what was put together of the units.
type table struct {
	mu        sync.RWMutex
	functions map[string]*Function
	assets    map[string]*Asset
	sheets    []*Stylesheet

	main      string // the import path of package main, if it added a unit
	units     []Unit
	assembled int // how many units the two below are made of
	compiled  map[string]*Function
	modules   []*Asset
}

func (t *table) addAsset(a *Asset) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.assets[a.name] != nil {
		panic(fmt.Sprintf("module: %q is registered twice", a.name))
	}
	t.assets[a.name] = a
}

func (t *table) addFunction(f *Function) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.functions[f.Name] != nil {
		panic(fmt.Sprintf("module: function %s is registered twice", f.Name))
	}
	t.functions[f.Name] = f
}

// ready puts the units together, if there are new ones.
func (t *table) ready() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.assembled == len(t.units) {
		return
	}
	assets, functions := assemble(t.units, moduleCost)
	t.assembled, t.modules, t.compiled = len(t.units), assets, map[string]*Function{}
	for _, f := range functions {
		t.compiled[f.Name] = f
	}
}

func (t *table) lookup(name string) *Function {
	t.ready()
	t.mu.RLock()
	defer t.mu.RUnlock()
	if f := t.functions[name]; f != nil {
		return f
	}
	return t.compiled[t.path(name)]
}

// ImportPath returns the import path of a package whose path the runtime gives:
// that of the main package, which it calls "main", if it has code for pages. It is
// known when the packages have registered.
func ImportPath(path string) string {
	registry.mu.RLock()
	defer registry.mu.RUnlock()
	if path == "main" && registry.main != "" {
		return registry.main
	}
	return path
}

// path returns name with the import path of package main in front.
func (t *table) path(name string) string {
	if rest, ok := strings.CutPrefix(name, "main."); ok && t.main != "" {
		return t.main + "." + rest
	}
	return name
}

func (t *table) allFunctions() []*Function {
	t.ready()
	t.mu.RLock()
	defer t.mu.RUnlock()
	return slices.AppendSeq(slices.Collect(maps.Values(t.functions)), maps.Values(t.compiled))
}

func (t *table) allAssets() []*Asset {
	t.ready()
	t.mu.RLock()
	defer t.mu.RUnlock()
	return append(slices.Collect(maps.Values(t.assets)), t.modules...)
}
