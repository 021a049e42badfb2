// Package fmt. A printer writes values by their type descriptors.
class $Printer {
	constructor() { this.out = ""; this.flags = {}; this.wrapped = null; }

	// Pads by runes, as fmt counts them.
	pad(s) {
		const f = this.flags, w = f.width;
		if (w === undefined) { this.out += s; return; }
		let n = 0;
		for (let i = 0; i < s.length; i++) if ((s.charCodeAt(i) & 0xc0) !== 0x80) n++;
		if (n >= w) this.out += s;
		else this.out += f.minus ? s + " ".repeat(w - n) : (f.zero && !f.noZero ? "0" : " ").repeat(w - n) + s;
	}
	bad(verb, x, t) {
		this.out += "%!" + verb + "(";
		if (x === null && !t) this.out += "<nil>";
		else {
			this.out += t.name + "=";
			this.value(x, t, "v", 0, true);
		}
		this.out += ")";
	}
	arg(x, verb) {
		if (x === null) { if (verb === "v" || verb === "T") this.pad("<nil>"); else this.bad(verb, null); return; }
		const t = $typeOf(x);
		if (verb === "T") { this.string(t.name, "s", t); return; }
		if (verb === "p") { this.pointer($plain(x), t, verb); return; }
		if (typeof x === "object" && this.methods(x, verb)) return;
		this.value($plain(x), t, verb, 0, true);
	}

	// Error, String and their like. It reports whether one was called.
	methods(x, verb) {
		if (verb === "w") {
			if (!x.Error || !this.wrapped) { this.bad(verb, $plain(x), $typeOf(x)); return true; }
			verb = "v";
		}
		if (x.Format?.$s?.startsWith("func(fmt.State")) { this.attempt(x, verb, "Format", () => x.Format(new $FmtState(this), verb.codePointAt(0)) ?? ""); return true; }
		if (this.flags.sharpV) {
			if (!x.GoString) return false;
			this.attempt(x, verb, "GoString", () => x.GoString());
			return true;
		}
		if (!"vsxXq".includes(verb)) return false;
		const name = x.Error?.$s === "func() string" ? "Error" : x.String?.$s === "func() string" ? "String" : "";
		if (!name) return false;
		this.attempt(x, verb, name, () => x[name](), true);
		return true;
	}
	attempt(x, verb, name, call, format) {
		let s;
		try { s = call(); } catch (e) {
			const p = $toPanic(e);
			if (!(p instanceof $Panic)) throw e;
			if ($plain(x) === null) { this.out += "<nil>"; return; }
			this.out += "%!" + verb + "(PANIC=" + name + " method: " + $sprint(p.value) + ")";
			return;
		}
		if (format) this.string(s, verb, $t_string); else this.out += name === "GoString" ? s : "";
	}
	value(v, t, verb, depth, usable) {
		if (depth > 0 && usable && v !== undefined && t.kind !== 20 && (t.named || t.kind === 22)) {
			const x = $asInterface(v, t);
			if (typeof x === "object" && x !== null && this.methods(x, verb)) return;
		}
		switch (t.kind) {
		case 1: if (verb === "v" || verb === "t") this.pad(String(v)); else this.bad(verb, v, t); return;
		case 13: case 14: this.float(v, verb, t); return;
		case 15: case 16: this.complex(v, verb, t); return;
		case 24: this.string(v, verb, t); return;
		case 20:
			if (v === null) this.out += this.flags.sharpV ? t.name + "(nil)" : "<nil>";
			else if (usable && typeof v === "object" && this.methods(v, verb)) return;
			else this.value($plain(v), $typeOf(v), verb, depth + 1, usable);
			return;
		case 25: this.struct(v, t, verb, depth, usable); return;
		case 21: this.map(v, t, verb, depth, usable); return;
		case 17: case 23: this.list(v, t, verb, depth, usable); return;
		case 22: this.pointerValue(v, t, verb, depth, usable); return;
		case 18: case 19: case 26: this.pointer(v, t, verb); return;
		}
		this.integer(v, verb, t);
	}
	struct(v, t, verb, depth, usable) {
		const f = this.flags;
		if (f.sharpV) this.out += t.name;
		this.out += "{";
		t.parts.f.forEach(([name, ft], i) => {
			if (i) this.out += f.sharpV ? ", " : " ";
			if (f.plusV || f.sharpV) this.out += (/^_\d+$/.test(name) ? "_" : name.replace(/\$$/, "")) + ":";
			this.value(v[name], ft, verb, depth + 1, usable && /^\p{Lu}/u.test($text(name)));
		});
		this.out += "}";
	}
	map(v, t, verb, depth, usable) {
		const { k, e } = t.parts, sharp = this.flags.sharpV;
		if (sharp) { this.out += t.name; if (v === null) { this.out += "(nil)"; return; } }
		this.out += sharp ? "{" : "map[";
		const all = v === null ? [] : [...v].sort((a, b) => $compareKeys(a[0], b[0], k));
		all.forEach(([key, x], i) => {
			if (i) this.out += sharp ? ", " : " ";
			this.value(key, k, verb, depth + 1, usable);
			this.out += ":";
			this.value(x, e, verb, depth + 1, usable);
		});
		this.out += sharp ? "}" : "]";
	}
	list(v, t, verb, depth, usable) {
		const e = t.parts.e, sharp = this.flags.sharpV;
		const all = t.kind === 17 ? v : v.a.slice(v.o, v.o + v.l);
		if (e.kind === 8 && "sqxX".includes(verb)) { this.string(String.fromCharCode(...all), verb, $t_string); return; }
		if (sharp) {
			this.out += depth === 0 && t.name === "[]uint8" ? "[]byte" : t.name;
			if (v === $nil) { this.out += "(nil)"; return; }
		}
		this.out += sharp ? "{" : "[";
		for (let i = 0; i < all.length; i++) {
			if (i) this.out += sharp ? ", " : " ";
			this.value(all[i], e, verb, depth + 1, usable);
		}
		this.out += sharp ? "}" : "]";
	}
	pointerValue(v, t, verb, depth, usable) {
		const e = t.parts.e;
		if (depth === 0 && v !== null && [17, 21, 23, 25].includes(e.kind)) {
			this.out += "&";
			this.value(e.kind === 25 || e.kind === 17 ? v : v.v, e, verb, depth + 1, usable);
			return;
		}
		this.pointer(v, t, verb);
	}
	pointer(v, t, verb) {
		const nil = v === null || v === $nil, address = nil ? 0 : 0xc000000000 + 16 * $id(v);
		if (verb === "v") {
			if (this.flags.sharpV) this.out += "(" + t.name + ")(" + (nil ? "nil" : "0x" + address.toString(16)) + ")";
			else this.pad(nil ? "<nil>" : "0x" + address.toString(16));
		} else if (verb === "p") this.pad(this.flags.sharp ? address.toString(16) : "0x" + address.toString(16));
		else if ("bodxX".includes(verb)) this.integer(address, verb, t);
		else this.bad(verb, v, t);
	}
	string(s, verb, t) {
		const f = this.flags;
		if (f.prec !== undefined && verb !== "x" && verb !== "X") s = $explode(s).slice(0, f.prec).join("");
		switch (verb) {
		case "v": if (f.sharpV) this.pad($quote(s, '"', false)); else this.pad(s); return;
		case "s": this.pad(s); return;
		case "q": this.pad(f.sharp && $backquotes(s) ? "`" + s + "`" : $quote(s, '"', f.plus)); return;
		case "x": case "X": this.pad($hexDump(s, verb, f)); return;
		}
		this.bad(verb, s, t);
	}
	integer(v, verb, t) {
		const f = this.flags, unsigned = t.kind >= 7;
		switch (verb) {
		case "v": if (f.sharpV && unsigned) { const s = f.sharp; f.sharp = true; this.digits(v, 16, verb); f.sharp = s; } else this.digits(v, 10, verb); return;
		case "d": this.digits(v, 10, verb); return;
		case "b": this.digits(v, 2, verb); return;
		case "o": case "O": this.digits(v, 8, verb); return;
		case "x": case "X": this.digits(v, 16, verb); return;
		case "c": this.pad($runeToString(Number(v))); return;
		case "q": this.pad($quote($runeToString(Number(v)), "'", f.plus)); return;
		case "U": this.unicode(v); return;
		}
		this.bad(verb, v, t);
	}
	unicode(v) {
		const code = (v < 0 ? BigInt.asUintN(64, BigInt(v)) : v).toString(16).toUpperCase().padStart(Math.max(4, this.flags.prec ?? 0), "0");
		this.padPlain("U+" + code + (this.flags.sharp && $printable(Number(v)) ? " '" + $runeToString(Number(v)) + "'" : ""));
	}
	digits(v, base, verb) {
		const f = this.flags, negative = v < 0;
		let s = (negative ? -v : v).toString(base);
		if (verb === "X") s = s.toUpperCase();
		if (f.prec !== undefined) { s = f.prec === 0 && v == 0 ? "" : s.padStart(f.prec, "0"); if (!s) { this.out += " ".repeat(f.width ?? 0); return; } }
		const prefix = verb === "O" ? "0o" : f.sharp && base !== 10 ? { 2: "0b", 8: "0", 16: verb === "X" ? "0X" : "0x" }[base] : "";
		const sign = negative ? "-" : f.plus ? "+" : f.space ? " " : "";
		if (f.zero && f.width !== undefined && !f.minus && f.prec === undefined) s = s.padStart(f.width - sign.length, "0");
		if (prefix === "0" && s[0] === "0") { this.padPlain(sign + s); return; }
		this.padPlain(sign + prefix + s);
	}
	padPlain(s) { const z = this.flags.noZero; this.flags.noZero = true; this.pad(s); this.flags.noZero = z; }
	float(v, verb, t) {
		if (!"vbgGxXfFeE".includes(verb)) { this.bad(verb, v, t); return; }
		const f = this.flags, bits = t.kind === 13 ? 32 : 64;
		let s = $formatFloat(v, verb === "v" ? "g" : verb === "F" ? "f" : verb, f.prec ?? ("eEfF".includes(verb) ? 6 : -1), bits);
		if (f.sharp && verb !== "b" && !f.sharpV) s = $sharpFloat(s, verb, f.prec);
		if (s[0] !== "-" && s[0] !== "+") s = (f.plus ? "+" : f.space ? " " : "") + s;
		else if (s[0] === "+" && !f.plus) s = f.space ? " " + s.slice(1) : s;
		if (f.zero && f.width !== undefined && !f.minus && !/[NI]/.test(s)) {
			const sign = /^[-+ ]/.test(s) ? s[0] : "";
			s = sign + s.slice(sign.length).padStart(f.width - sign.length, "0");
		}
		this.padPlain(s);
	}
	complex(v, verb, t) {
		if (!"vbgGxXfFeE".includes(verb)) { this.bad(verb, v, t); return; }
		const part = t.kind === 15 ? $t_float32 : $t_float64, plus = this.flags.plus;
		this.out += "(";
		this.float(v.re, verb, part);
		this.flags.plus = true;
		this.float(v.im, verb, part);
		this.out += "i)";
		this.flags.plus = plus;
	}
	printf(format, args) {
		const list = args.a.slice(args.o, args.o + args.l);
		let n = 0, reordered = false;
		const number = m => m === undefined || m === "" ? undefined : Number(m);
		const star = (text, index) => {
			if (text !== "*") return number(text);
			if (index) { n = index - 1; reordered = true; }
			const x = n < list.length ? list[n++] : null;
			return typeof x === "number" ? x : undefined;
		};
		const verbs = /([^%]+)|%([-+# 0]*)(?:(?:\[(\d+)\])?(\*|\d+))?(?:(\.)(?:(?:\[(\d+)\])?(\*|\d*))?)?(?:\[([^\]]*)\])?(%|[\xc2-\xf4][\x80-\xbf]+|[^]|$)/g;
		for (const m of format.matchAll(verbs)) {
			if (m[1] !== undefined) { this.out += m[1]; continue; }
			const [, , flags, wi, width, dot, pi, prec, index, verb] = m, f = this.flags = {};
			for (const c of flags) f[{ "-": "minus", "+": "plus", "#": "sharp", " ": "space", 0: "zero" }[c]] = true;
			f.width = star(width, Number(wi));
			if (f.width < 0) { f.minus = true; f.width = -f.width; }
			if (width === "*" && f.width === undefined) this.out += "%!(BADWIDTH)";
			if (f.minus) f.zero = false;
			if (dot) { f.prec = star(prec, Number(pi)) ?? (prec === "*" ? undefined : 0); if (prec === "*" && f.prec === undefined) this.out += "%!(BADPREC)"; if (f.prec < 0) f.prec = undefined; }
			if (index !== undefined) { n = /^\d+$/.test(index) ? Number(index) - 1 : -1; reordered = true; }
			if (verb === "%") { this.out += "%"; continue; }
			if (verb === "") { this.out += "%!(NOVERB)"; continue; }
			if (index !== undefined && (n < 0 || n >= list.length)) { this.out += "%!" + verb + "(BADINDEX)"; continue; }
			if (n >= list.length) { this.out += "%!" + verb + "(MISSING)"; continue; }
			const x = list[n++];
			if (verb === "w" && x !== null) this.wrapped?.push(x);
			if (verb === "v") { if (f.sharp) { f.sharpV = true; f.sharp = false; } if (f.plus) { f.plusV = true; f.plus = false; } }
			this.arg(x, verb);
		}
		if (!reordered && n < list.length) {
			this.flags = {};
			this.out += "%!(EXTRA ";
			list.slice(n).forEach((x, i) => {
				if (i) this.out += ", ";
				if (x === null) this.out += "<nil>"; else { this.out += $typeOf(x).name + "="; this.arg(x, "v"); }
			});
			this.out += ")";
		}
		return this.out;
	}
	print(args, line) {
		let text = true;
		for (let i = 0; i < args.l; i++) {
			const x = args.a[args.o + i], isText = x !== null && $typeOf(x).kind === 24;
			if (i > 0 && (line || !text && !isText)) this.out += " ";
			this.arg(x, "v");
			text = isText;
		}
		if (line) this.out += "\n";
		return this.out;
	}
}
class $FmtState {
	constructor(p) { this.p = p; this.f = p.flags; }
	Write(b) { this.p.out += $bytesToString(b); return [b.l, null]; }
	WriteString(s) { this.p.out += s; return [s.length, null]; }
	Width() { return [this.f.width ?? 0, this.f.width !== undefined]; }
	Precision() { return [this.f.prec ?? 0, this.f.prec !== undefined]; }
	Flag(c) { const f = this.f; return !!{ 45: f.minus, 43: f.plus || f.plusV, 35: f.sharp || f.sharpV, 32: f.space, 48: f.zero }[c]; }
}
//omg:when $FmtState $Type
const $FmtStateType = $nativeType($FmtState, "*fmt.pp", { Write: "func([]uint8) (int, error)", WriteString: "func(string) (int, error)", Width: "func() (int, bool)", Precision: "func() (int, bool)", Flag: "func(int) bool" });
function $backquotes(s) { return !/[`\x00-\x08\x0a-\x1f\x7f]|\xef\xbb\xbf/.test(s) && unicode_utf8$ValidString(s); }
function $asInterface(v, t) {
	if (!t.named && t.kind === 22 && t.parts.e.kind === 25 && v !== null) return v;
	if (t === $t_int || t === $t_string || t === $t_bool) return v;
	return new t.box(v);
}
function $compareKeys(a, b, t) {
	switch (t.kind) {
	case 20:
		if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
		if ($typeOf(a) !== $typeOf(b)) return $typeOf(a).kind - $typeOf(b).kind;
		return $compareKeys($plain(a), $plain(b), $typeOf(a));
	case 25: for (const [n, ft] of t.parts.f) { const c = $compareKeys(a[n], b[n], ft); if (c) return c; } return 0;
	case 17: for (let i = 0; i < a.length; i++) { const c = $compareKeys(a[i], b[i], t.parts.e); if (c) return c; } return 0;
	case 13: case 14: if (a !== a || b !== b) return a !== a ? b !== b ? 0 : -1 : 1; break;
	case 15: case 16: return $compareKeys(a.re, b.re, $t_float64) || $compareKeys(a.im, b.im, $t_float64);
	case 18: case 22: case 26: return (a === null ? 0 : $id(a)) - (b === null ? 0 : $id(b));
	}
	return a < b ? -1 : a > b ? 1 : 0;
}
function $hexDump(s, verb, f) {
	let out = "";
	for (let i = 0; i < s.length && (f.prec === undefined || i < f.prec); i++) {
		if (f.space && i) out += " ";
		if (f.sharp && (f.space || i === 0)) out += verb === "x" ? "0x" : "0X";
		const h = s.charCodeAt(i).toString(16).padStart(2, "0");
		out += verb === "X" ? h.toUpperCase() : h;
	}
	return out;
}
// The flag # keeps the point, and with %g the zeros up to the precision.
function $sharpFloat(s, verb, prec) {
	if (/[NI]/.test(s)) return s;
	const [, sign, number, tail] = (/x/i.test(verb) ? /^([-+]?)([^p]*)(.*)$/i : /^([-+]?)([^e]*)(.*)$/i).exec(s);
	let digits = "vgGxX".includes(verb) ? prec ?? 6 : 0, body = number;
	if (number.replace(/^[0.]+/, "")) digits -= (number[1] === "x" || number[1] === "X" ? number.slice(1) : number.replace(/^[0.]+/, "")).replace(".", "").length;
	if (!body.includes(".")) {
		if (body === "0") digits--;
		body += ".";
	}
	return sign + body + "0".repeat(Math.max(0, digits)) + tail;
}
//omg:methods Error String GoString Format
function $sprint(x) { const p = new $Printer(); p.arg(x, "v"); return p.out; }
//omg:methods Error String GoString Format
function fmt$Sprintf(format, args) { return new $Printer().printf(format, args); }
//omg:methods Error String GoString Format
function fmt$Sprint(args) { return new $Printer().print(args, false); }
//omg:methods Error String GoString Format
function fmt$Sprintln(args) { return new $Printer().print(args, true); }
function fmt$Print(args) { const s = fmt$Sprint(args); $write(1, s); return [s.length, null]; }
function fmt$Println(args) { const s = fmt$Sprintln(args); $write(1, s); return [s.length, null]; }
function fmt$Printf(format, args) { const s = fmt$Sprintf(format, args); $write(1, s); return [s.length, null]; }
//omg:methods Write
function fmt$Fprint(w, args) { return w.Write($stringToBytes(fmt$Sprint(args))); }
//omg:methods Write
function fmt$Fprintln(w, args) { return w.Write($stringToBytes(fmt$Sprintln(args))); }
//omg:methods Write
function fmt$Fprintf(w, format, args) { return w.Write($stringToBytes(fmt$Sprintf(format, args))); }
function fmt$Append(b, args) { return $appendAll(b, Uint8Array, $stringToBytes(fmt$Sprint(args))); }
function fmt$Appendf(b, format, args) { return $appendAll(b, Uint8Array, $stringToBytes(fmt$Sprintf(format, args))); }
function fmt$Appendln(b, args) { return $appendAll(b, Uint8Array, $stringToBytes(fmt$Sprintln(args))); }
class $FmtWrapError {
	constructor(s, e) { this.s = s; this.e = e; }
	Error() { return this.s; }
	Unwrap() { return this.e; }
}
//omg:when $FmtWrapError $Type
const $FmtWrapErrorType = $nativeType($FmtWrapError, "*fmt.wrapError", { Error: "func() string", Unwrap: "func() error" });
class $FmtWrapErrors {
	constructor(s, e) { this.s = s; this.e = e; }
	Error() { return this.s; }
	Unwrap() { return $slice(this.e); }
}
//omg:when $FmtWrapErrors $Type
const $FmtWrapErrorsType = $nativeType($FmtWrapErrors, "*fmt.wrapErrors", { Error: "func() string", Unwrap: "func() []error" });
//omg:methods Error String GoString Format
function fmt$Errorf(format, args) {
	const p = new $Printer();
	p.wrapped = [];
	const s = p.printf(format, args), w = p.wrapped.filter(e => e.Error);
	return w.length === 0 ? new $ErrorString(s) : w.length === 1 ? new $FmtWrapError(s, w[0]) : new $FmtWrapErrors(s, w);
}
