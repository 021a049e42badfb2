// Package sort, where Go's source uses reflection. less speaks of places in
// the slice, so a merge sort works on a permutation against the slice itself.
//omg:callback
function sort$Slice(x, less) { $sortBy($plain(x), less); }
//omg:callback
function sort$SliceStable(x, less) { $sortBy($plain(x), less); }
function $sortBy(s, less) {
	const src = s.a.slice(s.o, s.o + s.l);
	const order = Array.from(src, (_, i) => i).sort((i, j) => less(i, j) ? -1 : less(j, i) ? 1 : 0);
	for (let i = 0; i < s.l; i++) s.a[s.o + i] = src[order[i]];
}
//omg:callback
function sort$SliceIsSorted(x, less) {
	for (let i = $plain(x).l - 1; i > 0; i--) if (less(i, i - 1)) return false;
	return true;
}
