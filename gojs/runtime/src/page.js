// Values between compiled code and the page.
function $viewOf(b) { return b.a.subarray(b.o, b.o + b.l); }
function $listOf(s, f) { const a = s.a.slice(s.o, s.o + s.l); return f ? Array.from(a, x => f(x)) : Array.from(a); }
function $listFrom(a, kind, f) {
	a = Array.from(a, f && (x => f(x)));
	return $slice(typeof kind === "function" && kind.BYTES_PER_ELEMENT ? kind.from(a) : a);
}
const $pageFuncs = new WeakMap();
function $funcToPage(f, wrap) {
	if (f === null) return null;
	let w = $pageFuncs.get(f);
	if (!w) $pageFuncs.set(f, w = wrap(f));
	return w;
}
function $objectOf(m, f) { return Object.fromEntries(Array.from(m ?? [], ([k, v]) => [$text(k), f ? f(v) : v])); }

// What the page has for a value in an interface: see dom.Of.
function $of(x) {
	switch (typeof x) {
	case "string": return $text(x);
	case "object": if (x) return $ofKind(x instanceof $Boxed ? x.v : x, x.$t);
	}
	return x;
}
function $ofKind(v, t) {
	switch (t?.kind) {
	case 1: case 2: case 3: case 4: case 5: case 7: case 8: case 9: case 10: case 12: case 13: case 14: case 26: return v;
	case 6: case 11: return Number(v);
	case 19: if (t.name === "func()" || t.name === "func(dom.Event)") return v; break;
	case 20: return $of(v);
	case 21: if (t.parts.k.kind === 24) return $objectOf(v, x => $ofKind(x, t.parts.e)); break;
	case 23: return $listOf(v, x => $ofKind(x, t.parts.e));
	case 24: return $text(v);
	}
	$panic("dom: Of of a type that no page knows");
}
function $anyFromPage(x) { return typeof x === "string" ? $bytes(x) : x === undefined ? null : typeof x === "number" ? $box($t_float64, x) : x; }
