package widget

// settle marks the nodes of news that need not move: a longest run of old ones
// that are in the right order already. size is the number of old ones.
func (d *differ) settle(news []child, size int) {
	tails, prev := d.scratch.tails[:0], d.scratch.prev[:0]
	for i := range news {
		prev = append(prev, -1)
		if news[i].from < 0 {
			continue
		}
		at := firstNotBelow(news, tails, news[i].from)
		if at > 0 {
			prev[i] = tails[at-1]
		}
		if at == len(tails) {
			tails = append(tails, int32(i))
		} else {
			tails[at] = int32(i)
		}
	}
	if len(tails) > 0 {
		for i := tails[len(tails)-1]; i >= 0; i = prev[i] {
			news[i].stay = true
		}
	}
	d.scratch.tails, d.scratch.prev = tails, prev
}

// firstNotBelow returns the first of tails that does not come before from.
func firstNotBelow(news []child, tails []int32, from int32) int {
	lo, hi := 0, len(tails)
	for lo < hi {
		if mid := (lo + hi) / 2; news[tails[mid]].from < from {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}
