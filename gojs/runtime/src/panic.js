// A Go panic travels as a JavaScript exception that carries its value.
class $Panic extends Error {
	constructor(value) { super(); this.value = value; }
	get message() { const v = this.value; return v?.Error?.() ?? "panic: " + (v?.v ?? v); }
}

// Go's own errors at run time.
class $RuntimeError {
	constructor(text) { this.text = text; }
	Error() { return this.text; }
	RuntimeError() {}
}
//omg:when $RuntimeError $Type
const $RuntimeErrorType = $nativeType($RuntimeError, "runtime.Error", { Error: "func() string", RuntimeError: "func()" });

function $fault(text) { throw new $Panic(new $RuntimeError("runtime error: " + text)); }
function $panic(value) {
	if (value === null) $fault("panic called with nil argument (use GODEBUG=panicnil=1 to disable)");
	throw new $Panic(value);
}
//omg:methods Error String
function $panicText(v) {
	if (v === null) return "nil";
	if (typeof v === "object" && v.Error) return v.Error();
	if (typeof v === "object" && v.String) return v.String();
	const t = $typeOf(v);
	let x = $plain(v);
	if (t.kind === 24) return t.named ? t.name + '("' + x + '")' : x;
	if (t.kind >= 13 && t.kind <= 14) x = $formatFloat(x, "g", -1, 64);
	if (t.kind <= 14) return t.named ? t.name + "(" + x + ")" : String(x);
	return "(" + t.name + ") 0xc000012345";
}

// What JavaScript itself throws, as the panic that Go would have made of it.
function $toPanic(e) {
	if (e instanceof TypeError) return new $Panic($because(new $RuntimeError("runtime error: invalid memory address or nil pointer dereference"), e));
	if (e instanceof RangeError && /length|BigInt|count/i.test(e.message)) return new $Panic($because(new $RuntimeError("runtime error: makeslice: len out of range"), e));
	if (e instanceof Error && !(e instanceof $Panic)) return new $Panic($because(new $RuntimeError(e.name + ": " + e.message), e));
	return e;
}
function $because(error, cause) { error.cause = cause; return error; }
function $notNil(p) { if (p === null) $nilPointer(); return p; }
function $nilPointer() { $fault("invalid memory address or nil pointer dereference"); }
