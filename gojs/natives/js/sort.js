// Package sort, where Go's source uses reflection. less speaks of places in
// the slice, so a merge sort works on a permutation against the slice itself.
//omg:callback
function sort$Slice(x, less) { $sortBy(x, (i, j) => less(i, j) ? -1 : 1); }
//omg:callback
function sort$SliceStable(x, less) { $sortBy(x, (i, j) => less(i, j) ? -1 : less(j, i) ? 1 : 0); }
function $sortBy(x, compare) {
	const s = $plain(x), struct = $typeOf(x).parts.e.kind === 25;
	const old = Array.from(s.a.slice(s.o, s.o + s.l), struct ? v => v.$c() : undefined);
	const order = old.map((_, i) => i).sort(compare);
	for (let i = 0; i < s.l; i++) if (struct) s.a[s.o + i].$s(old[order[i]]); else s.a[s.o + i] = old[order[i]];
}
//omg:callback
function sort$SliceIsSorted(x, less) {
	for (let i = $plain(x).l - 1; i > 0; i--) if (less(i, i - 1)) return false;
	return true;
}
