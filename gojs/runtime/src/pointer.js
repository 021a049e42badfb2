// A variable whose address is taken.
class $Box { constructor(v) { this.v = v; } }

// A pointer to a place in an object or array. There is one for each place, so
// that pointers compare.
class $Place {
	constructor(o, k) { this.o = o; this.k = k; }
	get v() { return this.o[this.k]; }
	set v(x) { this.o[this.k] = x; }
}
function $fieldPointer(o, k) {
	if (o === null) $nilPointer();
	return (o.$places ??= {})[k] ??= new $Place(o, k);
}
function $arrayPointer(a, i) { if (i < 0 || i >= a.length) $outOfRange(i, a.length); return $fieldPointer(a, i); }
function $elementPointer(s, i) { if (i < 0 || i >= s.l) $outOfRange(i, s.l); return $fieldPointer(s.a, s.o + i); }

// Methods as values: the receiver is fixed.
function $bound(fn, r) { const f = (...a) => fn(r, ...a); f.$r = fn.$r; return f; }
function $boundMethod(x, m) {
	if (x === null) $nilPointer();
	const f = (...a) => x[m](...a);
	f.$r = x[m].$r;
	return f;
}
