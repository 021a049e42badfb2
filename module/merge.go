package module

import (
	"maps"
	"slices"
	"strings"
)

// moduleCost is what a module costs beside its text, in bytes of source: a
// request, imports and exports, and a compression of its own. A module is
// worth having if it spares other pages more than that.
const moduleCost = 1000

// A cluster is a set of symbols that the same functions reach, on its way to
// become a module.
type cluster struct {
	key     string
	by      bitset // the functions
	size    int
	symbols []string
	needs   map[*cluster]bool
	// starts says that something runs when the module is there; no page may
	// have it that does not need it.
	starts bool
}

// coarsen puts together what is too small to be fetched by itself, where those
// who need the one mostly need the other too. What belongs together then is
// reached by the functions of both.
func (a *assembly) coarsen(cost int) {
	list := a.clusters()
	for again := true; again; {
		again = false
		for _, c := range list {
			if c.symbols == nil {
				continue
			}
			if d := c.partner(list, cost); d != nil {
				c.absorb(d, list)
				again = true
			}
		}
	}
	for _, c := range list {
		for _, name := range c.symbols {
			a.reach[name] = c.by.roots()
		}
	}
}

func (a *assembly) clusters() []*cluster {
	byKey := map[string]*cluster{}
	of := map[string]*cluster{}
	for _, name := range slices.Sorted(maps.Keys(a.reach)) {
		key := a.reach[name].key()
		c := byKey[key]
		if c == nil {
			c = &cluster{key: key, by: bitsOf(a.reach[name], len(a.roots)), needs: map[*cluster]bool{}}
			byKey[key] = c
		}
		c.symbols = append(c.symbols, name)
		c.size += len(a.symbols[name].JS)
		c.starts = c.starts || a.symbols[name].runs()
		of[name] = c
	}
	for name, c := range of {
		for _, d := range a.needs(name) {
			if o := of[d]; o != nil && o != c {
				c.needs[o] = true
			}
		}
	}
	return slices.SortedFunc(maps.Values(byKey), func(x, y *cluster) int {
		if d := x.size - y.size; d != 0 {
			return d
		}
		return strings.Compare(x.key, y.key)
	})
}

// partner returns the cluster that c is best put together with, nil if it
// stands best alone.
func (c *cluster) partner(list []*cluster, cost int) *cluster {
	var best *cluster
	most := 0
	for _, d := range list {
		if d == c || d.symbols == nil {
			continue
		}
		if gain := c.gain(d, cost); gain > most && c.joins(d) {
			best, most = d, gain
		}
	}
	return best
}

// gain is how many bytes all functions, each fetched alone, cost less in all.
func (c *cluster) gain(d *cluster, cost int) int {
	both, onlyC, onlyD := c.by.compare(d.by)
	return cost*both - onlyC*d.size - onlyD*c.size
}

// joins reports whether all that c and d need is needed by the functions of
// both, so that a module never imports one of fewer functions, and that nothing
// runs in a page of other functions.
func (c *cluster) joins(d *cluster) bool {
	by := c.by.union(d.by)
	for _, x := range []*cluster{c, d} {
		if x.starts && !slices.Equal(x.by, by) {
			return false
		}
		for n := range x.needs {
			if n != c && n != d && !n.by.contains(by) {
				return false
			}
		}
	}
	return true
}

// absorb takes the symbols of d, and of what is reached by the same functions
// then.
func (c *cluster) absorb(d *cluster, list []*cluster) {
	c.by = c.by.union(d.by)
	c.take(d, list)
	for _, e := range list {
		if e != c && e.symbols != nil && slices.Equal(e.by, c.by) {
			c.take(e, list)
		}
	}
}

func (c *cluster) take(d *cluster, list []*cluster) {
	c.size, c.starts = c.size+d.size, c.starts || d.starts
	c.symbols, d.symbols = append(c.symbols, d.symbols...), nil
	maps.Copy(c.needs, d.needs)
	for _, e := range list {
		if e.needs[d] {
			delete(e.needs, d)
			e.needs[c] = true
		}
	}
	delete(c.needs, c)
	delete(c.needs, d)
}
