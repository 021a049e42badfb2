package module

import (
	"regexp"
	"slices"
)

// distinct returns the units with symbols renamed where two units mean
// different things by one name, as files made by two versions of the compiler
// may, or by compilations that coloured a function differently.
func distinct(units []Unit) []Unit {
	texts := map[string]string{} // what each name means so far
	out := make([]Unit, 0, len(units))
	for _, u := range units {
		renamed := clashes(u, texts)
		if len(renamed) > 0 {
			u = u.renamed(renamed)
		}
		for _, s := range u.Symbols {
			texts[s.Name] = s.JS
		}
		out = append(out, u)
	}
	return out
}

// clashes returns the names of u that must change: those with another text,
// and those of its symbols that mention them.
func clashes(u Unit, texts map[string]string) map[string]string {
	renamed := map[string]string{}
	suffix := "$" + shortHash(u.Package)
	for again := true; again; {
		again = false
		for _, s := range u.Symbols {
			old, taken := texts[s.Name]
			mentions := slices.ContainsFunc(append(s.Deps, s.When[:]...), func(d string) bool { return renamed[d] != "" })
			if renamed[s.Name] == "" && taken && (old != s.JS || mentions) {
				renamed[s.Name], again = s.Name+suffix, true
			}
		}
	}
	return renamed
}

var identifier = regexp.MustCompile(`[\w$]+`)

func (u Unit) renamed(to map[string]string) Unit {
	swap := func(s string) string {
		if n := to[s]; n != "" {
			return n
		}
		return s
	}
	u.Symbols, u.Functions = slices.Clone(u.Symbols), slices.Clone(u.Functions)
	for i, s := range u.Symbols {
		s.Deps = slices.Clone(s.Deps)
		for k, d := range s.Deps {
			s.Deps[k] = swap(d)
		}
		s.Name, s.When = swap(s.Name), [2]string{swap(s.When[0]), swap(s.When[1])}
		s.JS = identifier.ReplaceAllStringFunc(s.JS, swap)
		u.Symbols[i] = s
	}
	for i, f := range u.Functions {
		u.Functions[i].Symbol = swap(f.Symbol)
	}
	return u
}
