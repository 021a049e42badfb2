// A window of c places from o in the array a, of which l are in use.
class $Slice {
	constructor(a, o, l, c) { this.a = a; this.o = o; this.l = l; this.c = c; }
	get(i) { if (i < 0 || i >= this.l) $outOfRange(i, this.l); return this.a[this.o + i]; }
	set(i, v) { if (i < 0 || i >= this.l) $outOfRange(i, this.l); this.a[this.o + i] = v; }
}
function $sub(s, lo, hi = s.l, max = s.c) {
	if (lo < 0 || lo > hi || hi > max || max > s.c) $badBounds(lo, hi, max, s.c, arguments.length - 1);
	if (s === $nil) return s;
	if (hi > s.l && s.a.kind) $materialise(s.a, s.o + s.l, s.o + hi);
	return new $Slice(s.a, s.o + lo, hi - lo, max - lo);
}
const $nil = new $Slice([], 0, 0, 0);
function $outOfRange(i, length) { $fault("index out of range [" + i + "]" + (i < 0 ? "" : " with length " + length)); }
function $badBounds(lo, hi, max, cap, n) {
	if (n > 2 && (max < 0 || max > cap)) $fault("slice bounds out of range [::" + max + "]" + (max < 0 ? "" : " with capacity " + cap));
	if (n > 2 && hi > max) $fault("slice bounds out of range [:" + hi + ":" + max + "]");
	if (hi < 0 || hi > cap) $fault("slice bounds out of range [:" + hi + "]" + (hi < 0 ? "" : " with capacity " + cap));
	$fault("slice bounds out of range [" + lo + ":" + (lo < 0 ? "" : hi) + "]");
}
function $slice(a) { return new $Slice(a, 0, a.length, a.length); }

// An array type as an element: arrays of n elements of kind.
class $ArrayKind {
	constructor(n, kind) { this.n = n; this.kind = kind; }
	zero() { return $array(this.n, this.kind); }
	clone(v) { return $cloneArray(v, this.kind); }
	set(d, v) { $setArray(d, v, this.kind); }
}
function $isValue(kind) { return typeof kind === "function" ? !kind.BYTES_PER_ELEMENT : kind instanceof $ArrayKind; }
function $zeroOf(kind) { return typeof kind === "function" ? new kind() : kind.zero(); }
function $cloneOf(kind, v) { return typeof kind === "function" ? v.$c() : kind.clone(v); }
function $setTo(kind, d, v) { if (typeof kind === "function") d.$s(v); else kind.set(d, v); }
function $array(n, kind) {
	if (typeof kind === "function" && kind.BYTES_PER_ELEMENT) return new kind(n);
	if (!$isValue(kind)) return new Array(n).fill(kind);
	const a = new Array(n);
	for (let i = 0; i < n; i++) a[i] = $zeroOf(kind);
	return a;
}
function $cloneArray(a, kind) { return $isValue(kind) ? a.map(v => $cloneOf(kind, v)) : a.slice(); }
function $setArray(d, s, kind) {
	if (d === s) return;
	const value = $isValue(kind);
	for (let i = 0; i < d.length; i++) if (value) $setTo(kind, d[i], s[i]); else d[i] = s[i];
}
function $fill(a, pairs) { for (let i = 0; i < pairs.length; i += 2) a[pairs[i]] = pairs[i + 1]; return a; }

// Spare places of value kinds are made when a slice grows over them.
function $materialise(a, from, to) { for (let i = from; i < to; i++) a[i] ??= $zeroOf(a.kind); }
function $make(kind, l, c = l) {
	if (!(l >= 0 && l < 2 ** 32)) $fault("makeslice: len out of range");
	if (!(c >= l && c < 2 ** 32)) $fault("makeslice: cap out of range");
	return new $Slice($array(c, kind), 0, l, c);
}
function $grow(s, kind, n) {
	const twice = s.c * 2, c = n > twice ? n : s.c < 256 ? twice : s.c + ((s.c + 768) >> 2);
	if (typeof kind === "function" && kind.BYTES_PER_ELEMENT) {
		const a = new kind(Math.max(c, 8));
		a.set(s.a.subarray(s.o, s.o + s.l));
		return new $Slice(a, 0, s.l, a.length);
	}
	let a = s.a.slice(s.o, s.o + s.l);
	if ($isValue(kind)) { a = a.map(v => $cloneOf(kind, v)); a.kind = kind; }
	else while (a.length < c) a.push(kind);
	return new $Slice(a, 0, s.l, c);
}
function $append(s, kind, v) {
	const n = s.l + 1;
	if (n > s.c) s = s === $nil && kind?.BYTES_PER_ELEMENT ? new $Slice(new kind(8), 0, 0, 8) : $grow(s, kind, n);
	const at = s.o + s.l;
	if (s.a[at] !== undefined && $isValue(kind)) $setTo(kind, s.a[at], v);
	else s.a[at] = v;
	return new $Slice(s.a, s.o, n, s.c);
}
function $appendAll(s, kind, t) {
	const n = s.l + t.l;
	if (t.l === 0) return s;
	if (n > s.c) s = s === $nil && kind?.BYTES_PER_ELEMENT ? new $Slice(new kind(n), 0, 0, n) : $grow(s, kind, n);
	const r = new $Slice(s.a, s.o, n, s.c);
	if ($isValue(kind) && s.a.kind) $materialise(s.a, s.o + s.l, s.o + n);
	$copy(new $Slice(s.a, s.o + s.l, t.l, t.l), t, kind);
	return r;
}
function $copy(d, s, kind = null) {
	const n = Math.min(d.l, s.l);
	if (n === 0) return 0;
	if ($isValue(kind)) {
		const from = s.a.slice(s.o, s.o + n).map(v => $cloneOf(kind, v));
		for (let i = 0; i < n; i++) $setTo(kind, d.a[d.o + i], from[i]);
	} else if (d.a === s.a) d.a.copyWithin(d.o, s.o, s.o + n);
	else if (d.a.set && s.a.set) d.a.set(s.a.subarray(s.o, s.o + n), d.o);
	else for (let i = 0; i < n; i++) d.a[d.o + i] = s.a[s.o + i];
	return n;
}
function $clear(s, kind) {
	for (let i = s.o; i < s.o + s.l; i++) {
		if ($isValue(kind)) $setTo(kind, s.a[i], $zeroOf(kind));
		else s.a[i] = typeof kind === "function" ? (typeof s.a[i] === "bigint" ? 0n : 0) : kind;
	}
}
function $within(i, n) { if (i < 0 || i >= n) $outOfRange(i, n); return i; }
function $sliceArray(a, lo, hi = a.length, max = a.length) {
	if (lo < 0 || lo > hi || hi > max || max > a.length) $badBounds(lo, hi, max, a.length, arguments.length - 1);
	return new $Slice(a, lo, hi - lo, max - lo);
}
function $sliceToArray(s, n) {
	if (s.l < n) $fault("cannot convert slice with length " + s.l + " to array or pointer to array with length " + n);
	return s.a.slice(s.o, s.o + n);
}
// A pointer to an array inside a slice shares its storage if that is all of
// it, or if the storage is a typed array.
function $sliceToArrayPointer(s, n) {
	if (s === $nil && n === 0) return null;
	if (s.l >= n && s.o === 0 && s.a.length === n) return s.a;
	if (s.l >= n && s.a.subarray) return s.a.subarray(s.o, s.o + n);
	return $sliceToArray(s, n);
}
