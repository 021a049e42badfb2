// Odd functions that have no Go body.
function maps$clone(m) { return new m.$t.box($cloneMap(m.v)); }
function $cloneMap(m) {
	if (m === null) return null;
	return m instanceof $Map ? new $Map(m.t, [...m]) : new Map(m);
}
//omg:methods String
function context$contextName(c) { return typeof c === "object" && c.String ? c.String() : $typeOf(c).name; }
// What package context asks of a key.
class $ReflectType {
	constructor(t) { this.t = t; }
	Comparable() { return !!this.t.comparable; }
	String() { return this.t.name; }
}
function internal_reflectlite$TypeOf(x) { return x === null ? null : new $ReflectType($typeOf(x)); }
// Package slices asks for addresses.
function slices$overlaps(a, b) { return a.a === b.a && a.l > 0 && b.l > 0 && a.o < b.o + b.l && b.o < a.o + a.l; }
function slices$startIdx(haystack, needle) { return needle.o - haystack.o; }
// Go closes it in an init function.
const context$closedchan = $closedChan();
function $closedChan() {
	const c = $makeChan(0, () => null);
	$close(c);
	return c;
}
function math_rand$runtime_rand() { return crypto.getRandomValues(new BigUint64Array(1))[0]; }
function math_rand_v2$runtime_rand() { return crypto.getRandomValues(new BigUint64Array(1))[0]; }
function internal_godebug$New(name) { return {}; }
function internal_godebug$Setting$Value(s) { return ""; }
function internal_godebug$Setting$IncNonDefault(s) {}
