// Package sort, where Go's source uses reflection. less speaks of places in
// the slice, so a merge sort works on a permutation against the slice itself.
//omg:callback
function sort$Slice(x, less) { $sortBy(x, less); }
//omg:callback
function sort$SliceStable(x, less) { $sortBy(x, less); }
function $sortBy(x, less) {
	const s = $plain(x), struct = $typeOf(x).parts.e.kind === 25;
	const old = Array.from(s.a.slice(s.o, s.o + s.l), struct ? $copyStruct : undefined);
	const order = $mergeSort(s.l, less);
	for (let i = 0; i < s.l; i++) if (struct) s.a[s.o + i].$s(old[order[i]]); else s.a[s.o + i] = old[order[i]];
}
function $copyStruct(v) { return v.$c(); }
// The places 0 … n-1 in order: merges runs of 1, 2, 4 … places.
function $mergeSort(n, less) {
	let a = Int32Array.from({ length: n }, (_, i) => i), b = new Int32Array(n);
	for (let w = 1; w < n; w *= 2) {
		for (let lo = 0; lo < n; lo += 2 * w) {
			const mid = Math.min(lo + w, n), hi = Math.min(lo + 2 * w, n);
			for (let i = lo, j = mid, k = lo; k < hi; k++) b[k] = i < mid && (j >= hi || !less(a[j], a[i])) ? a[i++] : a[j++];
		}
		[a, b] = [b, a];
	}
	return a;
}
//omg:callback
function sort$SliceIsSorted(x, less) {
	for (let i = $plain(x).l - 1; i > 0; i--) if (less(i, i - 1)) return false;
	return true;
}
