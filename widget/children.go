package widget

// scratch is memory of the differ, used again.
type scratch struct {
	text  []byte
	attrs []attr
	olds  []kept
	news  []child
	index map[uint64]int32
	tails []int32
	prev  []int32
	spots []spot
	runs  []run
}

// A child is a node of a list, and what it was.
type child struct {
	node int   // index in the outline
	from int32 // in the list of old ones, -1 if it is new
	stay bool  // need not move
}

// children compares the content of k with that of node i. It works from the end
// to the front, and enters what stays where it is last, so that of two things
// that come to one place the page has the later one first.
func (d *differ) children(k *kept, i int, moved bool) {
	end := i + int(d.o.nodes[i].span)
	at, next := k.body, i+1
	var a kept
	if k.size > 1 {
		a.enter(d.old, k)
	}
	var first kept
	firstNode, last := 0, 0
	for at < k.next && next < end && d.pair(&a, next) {
		n := &d.o.nodes[next]
		if a.sub == n.sub {
			d.same(&a, next)
			a.next, a.hooks = a.at+int(n.record), len(d.o.hooksOf(next))
		} else {
			if firstNode == 0 {
				first, firstNode = a, next
			}
			last = a.at
			a.finish(d.old)
		}
		next += int(n.span)
		if at = a.next; at < k.next {
			a.step(d.old)
		}
	}
	if at < k.next || next < end {
		d.reshaped = true
		d.rest(k, a, at, next, end, moved)
	}
	if firstNode > 0 {
		d.prefix(&first, last, firstNode, moved)
	}
}

// prefix enters those of the common beginning that differ.
func (d *differ) prefix(a *kept, last, i int, moved bool) {
	for {
		n := &d.o.nodes[i]
		if n.same == 0 {
			d.node(a, i, moved)
			a.finish(d.old)
		} else {
			a.next, a.hooks = a.at+int(n.record), len(d.o.hooksOf(i))
		}
		if a.at == last {
			return
		}
		i += int(n.span)
		a.step(d.old)
	}
}

// pair reports whether k and node i are the same thing, changed or not.
func (d *differ) pair(k *kept, i int) bool {
	n := &d.o.nodes[i]
	return k.kind == n.kind && k.key == n.key && k.tag == n.tag
}

// rest compares what follows the common beginning of two lists.
func (d *differ) rest(k *kept, a kept, at, next, end int, moved bool) {
	olds, news := len(d.scratch.olds), len(d.scratch.news)
	for at < k.next {
		a.finish(d.old)
		d.scratch.olds = append(d.scratch.olds, a)
		if at = a.next; at < k.next {
			a.step(d.old)
		}
	}
	for i := next; i < end; i += int(d.o.nodes[i].span) {
		d.scratch.news = append(d.scratch.news, child{node: i, from: -1})
	}
	d.list(k, d.scratch.olds[olds:], d.scratch.news[news:], moved)
	d.scratch.olds, d.scratch.news = d.scratch.olds[:olds], d.scratch.news[:news]
}

// list turns olds into news.
func (d *differ) list(k *kept, olds []kept, news []child, moved bool) {
	o, n := len(olds), len(news)
	for o > 0 && n > 0 && d.pair(&olds[o-1], news[n-1].node) {
		o, n = o-1, n-1
		news[n].from, news[n].stay = int32(o), true
	}
	if o > 0 && n > 0 {
		d.match(olds[:o], news[:n])
		d.settle(news[:n], o)
	}
	d.removeUnused(k, olds, news)
	d.place(k, olds, news, moved)
}

// match finds for each new node the old one that it was: by key, and one
// without a key by what stands before it.
func (d *differ) match(olds []kept, news []child) {
	index := d.scratch.index
	if index == nil {
		index = map[uint64]int32{}
		d.scratch.index = index
	}
	clear(index)
	var id pairing
	for i := range olds {
		k := &olds[i]
		name := id.next(k.kind, k.tag, k.key)
		if _, twice := index[name]; twice {
			index[name] = -1
		} else {
			index[name] = int32(i)
		}
	}
	id = pairing{}
	for i := range news {
		n := &d.o.nodes[news[i].node]
		name := id.next(n.kind, n.tag, n.key)
		if from, ok := index[name]; ok && from >= 0 {
			news[i].from = from
			index[name] = -1
		}
	}
}

// pairing names the nodes of a list. A node without a key is named by the key
// before it and by how many of its tag came since: so the blanks between the
// items of a list move with the items.
type pairing struct {
	key   uint64
	count uint64
}

func (p *pairing) next(kind nodeKind, tag tagID, key uint64) uint64 {
	what := uint64(kind)<<16 | uint64(tag)
	if key != 0 {
		p.key, p.count = key, 0
		return mix(key, what+1)
	}
	p.count++
	return mix(mix(p.key+hashSalt, what), p.count)
}

// removeUnused takes away the old nodes that no new one was, neighbours at once.
func (d *differ) removeUnused(k *kept, olds []kept, news []child) {
	used := d.used(len(olds), news)
	for i := len(olds) - 1; i >= 0; i-- {
		if used[i] >= 0 {
			continue
		}
		last := i
		for i > 0 && used[i-1] < 0 {
			i--
		}
		d.op(opRemove, k.index)
		d.number(olds[i].index)
		d.number(olds[last].index + olds[last].size - olds[i].index)
	}
}

func (d *differ) used(n int, news []child) []int32 {
	used := d.scratch.prev[:0]
	for range n {
		used = append(used, -1)
	}
	for i := range news {
		if news[i].from >= 0 {
			used[news[i].from] = int32(i)
		}
	}
	d.scratch.prev = used
	return used
}

// place brings the new nodes into order, from the last to the first: before is
// what the next one stands in front of, pos where that is in the old order.
func (d *differ) place(k *kept, olds []kept, news []child, moved bool) {
	before, pos := 0, k.index+k.size
	for i := len(news) - 1; i >= 0; i-- {
		c := &news[i]
		if c.from < 0 {
			from := i
			for from > 0 && news[from-1].from < 0 {
				from--
			}
			d.insert(k, before, d.pos(pos, moved), news[from].node, c.node)
			before = -d.inserted
			i = from
			continue
		}
		old := &olds[c.from]
		d.node(old, c.node, moved || !c.stay)
		if c.stay {
			pos = old.index
		} else {
			d.op(opMove, k.index)
			d.number(before)
			d.number(d.pos(pos, moved))
			d.number(old.index)
			d.number(old.size)
		}
		before = old.index
	}
}

func (d *differ) pos(pos int, moved bool) int {
	if moved {
		return 0
	}
	return pos
}

// insert writes the new nodes from first to last.
func (d *differ) insert(k *kept, before, pos, first, last int) {
	for i := first; i <= last; i += int(d.o.nodes[i].span) {
		d.fresh(i)
	}
	runs := d.runs(first, last)
	for i := len(runs) - 1; i >= 0; i-- {
		r := runs[i]
		if r.alike {
			d.op(opCopies, k.index)
		} else {
			d.op(opInsert, k.index)
		}
		d.number(before)
		d.number(pos)
		if r.alike {
			d.copies(r.first, d.alike(r.first, r.last))
		} else {
			d.piece(d.o.nodes[r.first].start, d.o.nodes[r.last].end)
		}
		d.inserted++
		before = -d.inserted
	}
}
