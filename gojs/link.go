package gojs

import (
	"sort"

	"github.com/omg-go/omg/gojs/js"
	"github.com/omg-go/omg/gojs/lower"
)

// linked returns the symbols that the entries need, in the order in which
// they are to be written.
func linked(r *lower.Result, entries []string) []*lower.Symbol {
	l := linker{byName: map[string]*lower.Symbol{}, in: map[string]bool{}, rank: map[string]int{}}
	for i, name := range r.Library.Names() {
		l.rank[name] = i
	}
	for i, s := range r.Symbols {
		l.byName[s.Name] = s
		if _, known := l.rank[s.Name]; !known {
			l.rank[s.Name] = len(l.rank) + i
		}
	}
	for _, e := range entries {
		l.take(e)
	}
	for l.attach(r.Symbols) {
	}
	return l.sorted(r.Symbols)
}

type linker struct {
	byName map[string]*lower.Symbol
	in     map[string]bool
	rank   map[string]int
}

// take adds a symbol and what it needs.
func (l *linker) take(name string) {
	s := l.byName[name]
	if s == nil || l.in[name] {
		return
	}
	l.in[name] = true
	for d := range s.Deps {
		l.take(d)
	}
}

// attach adds the methods whose type and name are both there. It reports
// whether that was news.
func (l *linker) attach(all []*lower.Symbol) bool {
	news := false
	for _, s := range all {
		if s.When[0] != "" && !l.in[s.Name] && l.in[s.When[0]] && l.in[s.When[1]] {
			l.take(s.Name)
			news = true
		}
	}
	return news
}

func (l *linker) sorted(all []*lower.Symbol) []*lower.Symbol {
	var list []*lower.Symbol
	for _, s := range all {
		if l.in[s.Name] {
			list = append(list, s)
		}
	}
	sort.SliceStable(list, func(i, j int) bool { return l.before(list[i], list[j]) })
	return list
}

func (l *linker) before(a, b *lower.Symbol) bool {
	if a.Kind != b.Kind {
		return a.Kind < b.Kind
	}
	if a.Kind == lower.KindInit {
		if a.Rank != b.Rank {
			return a.Rank < b.Rank
		}
		if a.Package != b.Package {
			return a.Package < b.Package
		}
		return a.Index < b.Index
	}
	return l.rank[a.Name] < l.rank[b.Name]
}

// text prints one symbol.
func text(r *lower.Result, s *lower.Symbol) string {
	if s.Kind == lower.KindLibrary {
		return r.Library.Section(s.Name).Text
	}
	return js.PrintStmt(s.Body...)
}
