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
function $anyToPage(x) { return typeof x === "string" ? $text(x) : $plain(x); }
function $anyFromPage(x) { return typeof x === "string" ? $bytes(x) : x === undefined ? null : typeof x === "number" ? $box($t_float64, x) : x; }
