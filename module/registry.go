package module

import (
	"fmt"
	"sync"
)

var registry = table{functions: map[string]*Function{}, assets: map[string]*Asset{}}

type table struct {
	mu        sync.RWMutex
	functions map[string]*Function
	assets    map[string]*Asset
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
