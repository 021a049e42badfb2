package widget

import (
	"fmt"
	"maps"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
)

// literals finds function literals that are drawn twice under one key. It is a
// set of pairs (code, node of the key), kept between drawings for its memory.
type literals struct {
	drawing uint32
	count   int
	table   []literal
	recent  [4]codeKind
}

// A codeKind remembers whether a code is that of a function literal.
type codeKind struct {
	code uintptr
	is   bool
}

type literal struct {
	code    uintptr
	scope   uint32
	drawing uint32
}

func (l *literals) reset() {
	l.count = 0
	if l.drawing++; l.drawing == 0 {
		clear(l.table)
		l.drawing = 1
	}
}

// check adds the handlers from hooks on, which stand under scope.
func (l *literals) check(o *outline, from uint32, scope int) error {
	for _, h := range o.hooks[from:] {
		handler := &o.ons[h.ordinal]
		at := codeOf(handler.fn)
		if at == 0 || !l.isLiteral(at) {
			continue
		}
		if !l.add(literal{at, uint32(scope), l.drawing}) {
			return fmt.Errorf("function literal %s is drawn twice under one key: give the items keys (Base.Key), or use a method", runtime.FuncForPC(at).Name())
		}
	}
	return nil
}

// add reports false if x is there already.
func (l *literals) add(x literal) bool {
	if l.count++; 2*l.count > len(l.table) {
		l.grow()
	}
	for i := x.slot(len(l.table)); ; i = (i + 1) & (len(l.table) - 1) {
		switch y := &l.table[i]; {
		case y.drawing != x.drawing:
			*y = x
			return true
		case *y == x:
			return false
		}
	}
}

func (x literal) slot(size int) int {
	h := (uint64(x.code)*31 + uint64(x.scope)) * 0x9E3779B97F4A7C15
	return int(h>>32) & (size - 1)
}

func (l *literals) grow() {
	old := l.table
	l.table = make([]literal, max(64, 2*len(old)))
	for _, x := range old {
		if x.drawing == l.drawing {
			l.count--
			l.add(x)
		}
	}
}

func (l *literals) isLiteral(code uintptr) bool {
	k := &l.recent[code>>5&3]
	if k.code != code {
		*k = codeKind{code, isLiteral(code)}
	}
	return k.is
}

// isLiteral reports whether the code belongs to a function literal; a method
// value or a function that has a name may be drawn as often as one likes.
func isLiteral(code uintptr) bool {
	if known, ok := (*literalCodes.Load())[code]; ok {
		return known
	}
	name := runtime.FuncForPC(code).Name()
	is := strings.Contains(name, ".func") && !strings.HasSuffix(name, "-fm")
	literalMu.Lock()
	defer literalMu.Unlock()
	all := maps.Clone(*literalCodes.Load())
	all[code] = is
	literalCodes.Store(&all)
	return is
}

var (
	literalMu    sync.Mutex
	literalCodes = func() *atomic.Pointer[map[uintptr]bool] {
		p := new(atomic.Pointer[map[uintptr]bool])
		p.Store(&map[uintptr]bool{})
		return p
	}()
)
