package widget

// places finds skips by key. What it needs is made when it is asked.
type places struct {
	keys []uint64
	list map[uint64]int
}

func (p *places) reset() {
	p.keys = p.keys[:0]
	clear(p.list)
}

// find returns where the skip with that key is, -1 if nowhere. Most are asked for
// in order: it looks from next on first.
func (o *outline) find(key uint64, next int) int {
	p := &o.index
	if len(o.skips) == 0 {
		return -1
	}
	if len(p.keys) == 0 {
		p.read(o)
	}
	for i := next; i < min(next+skipItems, len(p.keys)); i++ {
		if p.keys[i] == key {
			return i
		}
	}
	if len(p.list) == 0 {
		p.fill()
	}
	if i, ok := p.list[key]; ok {
		return i
	}
	return -1
}

func (p *places) read(o *outline) {
	for i := range o.skips {
		_, key := itemAt(o.old, int(o.skips[i].at))
		p.keys = append(p.keys, key)
	}
}

func (p *places) fill() {
	if p.list == nil {
		p.list = make(map[uint64]int, len(p.keys))
	}
	for i, key := range p.keys {
		p.list[key] = i
	}
}
