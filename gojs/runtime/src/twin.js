// Objects with twins. Their slots are in a record, $, that outlives the object
// that code has of it.
function $slots(c, names) {
	for (const n of names) Object.defineProperty(c.prototype, n, { get() { return this.$[n]; }, set(v) { this.$[n] = v; } });
}
// A twin, or what it embeds, as an object of class c.
function $twinAs(x, c) {
	if (x instanceof c) return x;
	for (const k in x) {
		const y = k !== "$whole" && x[k]?.$whole && $twinAs(x[k], c);
		if (y) return y;
	}
	return null;
}
function $twinFromWire(x, c, name) {
	if (x == null) return null;
	const y = $twinAs(x, c);
	if (!y) throw new Error("want a twin of a " + name);
	return y;
}
