// A map whose keys need hashing: structs, arrays, interfaces, floats.
class $Map {
	constructor(t, pairs) { this.t = t; this.m = new Map(); if (pairs) for (const [k, v] of pairs) this.set(k, v); }
	get size() { return this.m.size; }
	get(k) { return this.m.get($hash(k, this.t))?.[1]; }
	set(k, v) {
		const h = $hash(k, this.t), e = this.m.get(h);
		if (e) e[1] = v; else this.m.set(h, [k, v]);
	}
	has(k) { return this.m.has($hash(k, this.t)); }
	delete(k) { this.m.delete($hash(k, this.t)); }
	clear() { this.m.clear(); }
	[Symbol.iterator]() { return this.m.values(); }
}
const $ids = new WeakMap();
let $lastId = 0;
function $id(x) {
	let i = $ids.get(x);
	if (!i) $ids.set(x, i = ++$lastId);
	return i;
}
function $hash(v, t) {
	switch (t.kind) {
	case 20: {
		if (v === null) return "~";
		const d = $typeOf(v);
		if (!d.comparable) $fault("hash of unhashable type " + d.name);
		return $id(d) + "|" + $hash($plain(v), d);
	}
	case 25: return t.parts.o ? "#" + $id(v) : "{" + t.parts.f.map(([n, ft]) => n[0] === "_" && n !== "_" && /^_\d+$/.test(n) ? "" : $hash(v[n], ft)).join() + "}";
	case 17: return "[" + Array.from(v, x => $hash(x, t.parts.e)).join() + "]";
	case 24: return v.length + ":" + v;
	case 13: case 14: return v !== v ? "N" + ++$lastId : String(v + 0);
	case 15: case 16: return v.re !== v.re || v.im !== v.im ? "N" + ++$lastId : (v.re + 0) + "i" + (v.im + 0);
	case 18: case 19: case 22: case 26: return v === null ? "~" : "#" + $id(v);
	}
	return String(v);
}
function $setKey(m, k, v) {
	if (m === null) throw new $Panic(new $PlainError("assignment to entry in nil map"));
	m.set(k, v);
}
class $PlainError {
	constructor(text) { this.text = text; }
	Error() { return this.text; }
	RuntimeError() {}
}
//omg:when $PlainError $Type
const $PlainErrorType = $nativeType($PlainError, "runtime.plainError", { Error: "func() string", RuntimeError: "func()" });
function $lookup(m, k, zero) {
	const v = m?.get(k);
	return v === undefined ? [zero, false] : [v, true];
}

// The entries of a map, at most as many as there are when the loop begins.
function* $entries(m) {
	if (m === null) return;
	let n = m.size;
	for (const e of m) {
		if (n-- === 0) return;
		yield e;
	}
}
