// Values as the page's runtime encodes and decodes them. What depends on a type
// is written by the compiler; here is what several types share.
function $orNull(x, f) { return x == null ? null : f(x); }
function $bytesFromWire(x) { return x ? $slice(x) : $nil; }
function $listFromWire(x, kind, f) { return x ? $listFrom(x, kind, f) : $nil; }
function $arrayFromWire(cls, x, f) { return x && cls.from(x, f); }
function $bytesToWire(s) { return s === $nil ? null : $viewOf(s); }
function $listToWire(s, f) { return s === $nil ? null : $listOf(s, f); }
function $anyToWire(x) { return x === null ? null : $toWire($plain(x), $typeOf(x)); }
function $anyFromWire(x) {
	if (typeof x === "string") return $bytes(x);
	if (typeof x === "number") return $box($t_float64, x);
	return x === undefined ? null : typeof x === "bigint" ? $box($t_int64, x) : x;
}
// What is in an interface, by the descriptor of its type.
function $toWire(v, t) {
	switch (t.kind) {
	case 24: return $text(v);
	case 23: return v === $nil ? null : t.parts.e.kind === 8 ? $viewOf(v) : Array.from(v.a.slice(v.o, v.o + v.l), x => $toWire(x, t.parts.e));
	case 17: return Array.from(v, x => $toWire(x, t.parts.e));
	case 21: return v === null ? null : new Map(Array.from(v, ([k, x]) => [$toWire(k, t.parts.k), $toWire(x, t.parts.e)]));
	case 22: return v === null ? null : $toWire(t.parts.e.kind === 25 ? v : v.v, t.parts.e);
	case 25: return $structToWire(v, t);
	case 20: return $anyToWire(v);
	}
	return v;
}
function $structToWire(v, t) {
	if (t.parts.x) return v;
	if (t.parts.x) return v;
	if (t.name === "time.Time") return new Date(Number(t.parts.ms(v)));
	const o = {};
	for (const [name, ft, , wire = name] of t.parts.f) if (wire && /^\p{Lu}/u.test($text(name))) o[wire] = $toWire(v[name], ft);
	return o;
}
function $funcFromWire(f, make) { return f === null || f === undefined ? null : make(f); }

// Errors that cross.
class $WireError {
	constructor(cause) { this.cause = cause; }
	Error() { return $bytes(String(this.cause?.message ?? this.cause)); }
}
//omg:when $WireError $Type
const $WireErrorType = $nativeType($WireError, "*gojs.Error", { Error: "func() string" });
function $wireError(e) { if (e instanceof $Panic) throw e; return new $WireError(e); }
function $wirePanic(e) { return e instanceof $Panic ? e : new $Panic(new $WireError(e)); }
//omg:methods Error
function $throwError(e) { if (e !== null) throw new Error($text(e.Error()), { cause: e }); }

// A context that ends with an AbortSignal. Its methods come where they are called;
// the compiler adds Err and Deadline, which give values of Go's.
class $PageContext { constructor(signal) { this.signal = signal; } }
function $contextMethod(name, signature, f) { f.$s = signature; $PageContext.prototype[name] = f; }
//omg:when $PageContext im:Done
const $contextDone = $contextMethod("Done", "func() <-chan struct {}", function () {
	if (!this.done) {
		const c = this.done = $makeChan(0, () => $pageKey), end = () => $close(c), s = this.signal;
		if (s?.aborted) end(); else s?.addEventListener("abort", end, { once: true });
	}
	return this.done;
});
//omg:when $PageContext im:Value
const $contextValue = $contextMethod("Value", "func(interface {}) interface {}", function (key) { return key === $pageKey ? this : null; });
//omg:when $PageContext $Type
const $PageContextType = $nativeType($PageContext, "*gojs.context", {});
const $pageKey = {};

// The AbortSignal that ends with a context, or a promise of it: methods of contexts
// that Go made may wait.
function $signalOf(ctx) { return ctx instanceof $PageContext ? ctx.signal : $signalOf.own?.(ctx); }
//omg:when $signalOf $ownContexts
const $ownSignal = $signalOf.own = async ctx => {
	if (ctx === null) return;
	const run = new AbortController(), done = await $methodsOfContext(ctx).Done();
	run.signal.depth = (await ctx.Value($pageKey))?.signal?.depth;
	if (await ctx.Err() !== null) run.abort(); else if (done !== null) Promise.resolve($receive(done)).then(() => run.abort());
	return run.signal;
};
//omg:methods Done Err Value
function $methodsOfContext(ctx) { return ctx; }
