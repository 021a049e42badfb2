function $box(t, v) { return new t.box(v); }
function $boxPointer(t, p) { return p === null ? new t.box(null) : p; }
function $unbox(x) { return x instanceof $Boxed ? x.v : x; }
function $plain(x) { return x instanceof $Boxed ? x.v : x; }
function $typeOf(x) {
	switch (typeof x) {
	case "number": return $t_int;
	case "string": return $t_string;
	case "boolean": return $t_bool;
	}
	return x.$t;
}

// Gives the values of a type, in their boxes and as objects of cls, a method.
function $method(t, name, fn, signature, cls) {
	const boxed = function (...a) { return fn(this.v, ...a); };
	boxed.$s = signature; boxed.$r = fn.$r;
	t.box.prototype[name] = boxed;
	if (!cls) return;
	const own = function (...a) { return fn(this, ...a); };
	own.$s = signature; own.$r = fn.$r;
	cls.prototype[name] = own;
}
function $missing(x, t) {
	const m = t.parts.m;
	for (let i = 0; i < m.length; i += 2) if (typeof x !== "object" || x[m[i]]?.$s !== m[i + 1]) return m[i];
	return "";
}
function $implements(x, t) { return x !== null && !$missing(x, t); }
function $is(x, t) { return x !== null && $typeOf(x) === t; }
class $TypeAssertionError {
	constructor(text) { this.text = text; }
	Error() { return this.text; }
	RuntimeError() {}
}
//omg:when $TypeAssertionError $Type
const $TypeAssertionErrorType = $nativeType($TypeAssertionError, "*runtime.TypeAssertionError", { Error: "func() string", RuntimeError: "func()" });
function $badAssertion(x, t, from, missing) {
	const name = from.named || from.parts.m.length === 0 ? from.name : "interface";
	let text = "interface conversion: " + (x === null ? (t.kind === 20 ? "interface" : name) + " is nil, not " + t.name
		: missing ? $typeOf(x).name + " is not " + t.name + ": missing method " + missing
		: name + " is " + $typeOf(x).name + ", not " + t.name);
	if (x !== null && !missing && $typeOf(x).name === t.name) text += " (types from different scopes)";
	throw new $Panic(new $TypeAssertionError(text));
}
function $assert(x, t, from) { if (x === null || $typeOf(x) !== t) $badAssertion(x, t, from); return $plain(x); }
function $assertInterface(x, t, from) {
	if (x === null) $badAssertion(x, t, from);
	const m = $missing(x, t);
	if (m) $badAssertion(x, t, from, m);
	return x;
}
function $try(x, t, zero) { return x !== null && $typeOf(x) === t ? [$plain(x), true] : [zero, false]; }
function $tryInterface(x, t) { return $implements(x, t) ? [x, true] : [null, false]; }
function $equal(a, b) {
	if (a === null || b === null) return a === b;
	const t = $typeOf(a);
	if (t !== $typeOf(b)) return false;
	if (!t.comparable) $fault("comparing uncomparable type " + t.name);
	return $equalAs($plain(a), $plain(b), t);
}
function $equalAs(a, b, t) {
	switch (t.kind) {
	case 25: return t.parts.o ? a === b : $equalFields(a, b, t);
	case 17: return $equalArrays(a, b, (x, y) => $equalAs(x, y, t.parts.e));
	case 20: return $equal(a, b);
	case 15: case 16: return $equalComplex(a, b);
	}
	return a === b;
}
function $equalFields(a, b, t) {
	for (const [name, ft] of t.parts.f) if (!/^_\d+$/.test(name) && !$equalAs(a[name], b[name], ft)) return false;
	return true;
}
function $equalArrays(a, b, eq) {
	for (let i = 0; i < a.length; i++) if (!eq(a[i], b[i])) return false;
	return true;
}
