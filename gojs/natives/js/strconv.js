// Package strconv: numbers to text. Parsing of integers comes from Go's source.
function strconv$Itoa(n) { return String(n); }

// An int of the page has 53 bits, so more is out of its range.
//omg:needs strconv.syntaxError strconv.rangeError
function strconv$Atoi(s) {
	const n = /^[-+]?\d+$/.test(s) ? Number(s) + 0 : NaN, most = Number.MAX_SAFE_INTEGER;
	if (n !== n) return [0, strconv$syntaxError("Atoi", s)];
	return Number.isSafeInteger(n) ? [n, null] : [n < 0 ? -most : most, strconv$rangeError("Atoi", s)];
}
function strconv$FormatInt(n, base) { return n.toString(base); }
function strconv$FormatUint(n, base) { return n.toString(base); }
function strconv$FormatFloat(f, verb, prec, bits) { return $formatFloat(f, String.fromCharCode(verb), prec, bits); }
function strconv$AppendFloat(b, f, verb, prec, bits) { return $appendAll(b, Uint8Array, $stringToBytes($formatFloat(f, String.fromCharCode(verb), prec, bits))); }
function strconv$AppendInt(b, n, base) { return $appendAll(b, Uint8Array, $stringToBytes(n.toString(base))); }
function strconv$AppendUint(b, n, base) { return $appendAll(b, Uint8Array, $stringToBytes(n.toString(base))); }
function strconv$Quote(s) { return $quote(s, '"', false); }
function strconv$QuoteToASCII(s) { return $quote(s, '"', true); }
function strconv$QuoteRune(r) { return $quote($runeToString(r), "'", false); }
function strconv$IsPrint(r) { return $printable(r); }
function $printable(r) { return r === 32 || /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test($rune(r)); }
const $escapes = { 7: "\\a", 8: "\\b", 9: "\\t", 10: "\\n", 11: "\\v", 12: "\\f", 13: "\\r", 92: "\\\\" };
function $quote(s, q, ascii) {
	let out = q;
	for (let i = 0; i < s.length;) {
		const [r, n] = $decode(s, i), hex = (k, w) => "\\" + k + r.toString(16).padStart(w, "0");
		if (r === 65533 && n === 1) out += "\\x" + s.charCodeAt(i).toString(16).padStart(2, "0");
		else if (r === q.charCodeAt(0)) out += "\\" + q;
		else if ($escapes[r]) out += $escapes[r];
		else if (r < 127 && r >= 32 || !ascii && r > 127 && $printable(r)) out += s.substr(i, n);
		else out += r < 128 ? hex("x", 2) : r < 65536 ? hex("u", 4) : hex("U", 8);
		i += n;
	}
	return out + q;
}

// Shortest digits that give the same float32.
function $shortest(f, bits) {
	if (bits !== 32) return f.toExponential();
	for (let p = 0; p < 9; p++) { const s = $digits(f, p); if (Math.fround(Number(s)) === f) return s; }
	return f.toExponential(8);
}
// Exact decimal digits: toExponential(p) for any p.
function $digits(f, p) {
	if (p > 100) return f.toExponential(100).replace("e", "0".repeat(p - 100) + "e");
	return $even(f.toExponential(p), $tail(f.toExponential(Math.min(p + 30, 100)), p));
}
// The page rounds a tie up, Go to even: takes a tie back whose last digit is odd.
// A tie has no digits after its 5, so that 30 digits show one.
function $even(s, tail) {
	const [m, e] = s.split("e"), last = m.at(-1);
	if (!/^50*$/.test(tail) || last % 2 === 0) return s;
	return m.slice(0, -1) + (last - 1) + (e === undefined ? "" : "e" + e);
}
// The digits of a number after its p decimals.
function $tail(s, p) { return (s.split("e")[0].split(".")[1] ?? "").slice(p); }
function $positional(x) {
	const [m, e] = x.split("e"), [a, b = ""] = m.split("."), n = Number(e), d = a + b;
	if (n < 0) return "0." + "0".repeat(-n - 1) + d;
	const padded = d.padEnd(n + 1, "0"), rest = padded.slice(n + 1);
	return padded.slice(0, n + 1) + (rest ? "." + rest : "");
}
function $exponent(x) {
	const [m, e] = x.split("e"), n = Math.abs(Number(e));
	return m + "e" + (e[0] === "-" ? "-" : "+") + (n < 10 ? "0" : "") + n;
}
function $fixed(f, prec) {
	if (f < 1e21 && prec <= 100) return $even(f.toFixed(prec), $tail(f.toFixed(Math.min(prec + 30, 100)), prec));
	const s = BigInt(f).toString();
	return prec > 0 ? s + "." + "0".repeat(prec) : s;
}
function $formatFloat(f, verb, prec, bits) {
	if (bits === 32) f = Math.fround(f);
	if (f !== f) return "NaN";
	if (Math.abs(f) === Infinity) return f > 0 ? "+Inf" : "-Inf";
	const sign = f < 0 || Object.is(f, -0) ? "-" : "";
	f = Math.abs(f);
	let s;
	switch (verb) {
	case "e": case "E": s = $exponent(prec < 0 ? $shortest(f, bits) : $digits(f, prec)); break;
	case "f": case "F": s = prec < 0 ? $positional($shortest(f, bits)) : $fixed(f, prec); break;
	case "b": s = $binary(f, bits); break;
	case "x": case "X": s = $hexFloat(f, prec); break;
	default: s = $general(f, prec, bits);
	}
	return sign + (verb === "E" || verb === "G" || verb === "X" ? s.toUpperCase() : s);
}
// The mantissa as an integer and the power of two.
function $binary(f, bits) {
	const [size, bias] = bits === 32 ? [23, 150] : [52, 1075], all = bits === 32 ? BigInt(math$Float32bits(f)) : math$Float64bits(f);
	const raw = Number(all >> BigInt(size)), mantissa = BigInt.asUintN(size, all) + (raw ? 1n << BigInt(size) : 0n), e = Math.max(raw, 1) - bias;
	return mantissa + "p" + (e < 0 ? "" : "+") + e;
}
function $general(f, prec, bits) {
	const shortest = prec < 0;
	if (prec === 0) prec = 1;
	let x = shortest ? $shortest(f, bits) : $digits(f, prec - 1);
	const [m, e] = x.split("e"), n = Number(e), digits = m.replace(".", "").replace(/0+$/, "").length || 1;
	let limit = shortest ? 6 : prec;
	if (!shortest && limit > digits && digits >= n + 1) limit = digits;
	const trim = t => t.includes(".") ? t.replace(/\.?0+$/, "") : t;
	if (n < -4 || n >= limit) return $exponent(trim(m) + "e" + e);
	return trim($positional(x));
}
function $hexFloat(f, prec) {
	if (f === 0) return "0x0" + (prec > 0 ? "." + "0".repeat(prec) : "") + "p+00";
	const one = 1n << 52n, bits = math$Float64bits(f);
	let e = Number(bits >> 52n) - 1023, m = BigInt.asUintN(52, bits);
	if (e > -1023) m += one;
	else for (e = -1022; m < one; e--) m <<= 1n;
	if (prec >= 0 && prec < 13) {
		const cut = BigInt(52 - 4 * prec), rest = BigInt.asUintN(Number(cut), m), half = 1n << cut - 1n;
		m >>= cut;
		if (rest > half || rest === half && m % 2n) m++;
		m <<= cut;
		if (m === one << 1n) { m = one; e++; }
	}
	const digits = (m - one).toString(16).padStart(13, "0");
	const frac = prec < 0 ? digits.replace(/0+$/, "") : digits.padEnd(prec, "0").slice(0, prec);
	return "0x1" + (frac ? "." + frac : "") + "p" + (e < 0 ? "-" : "+") + String(Math.abs(e)).padStart(2, "0");
}
function internal_strconv$float64bits(f) { return math$Float64bits(f); }
function internal_strconv$float32bits(f) { return math$Float32bits(f); }
function internal_strconv$float64frombits(b) { return math$Float64frombits(b); }
function internal_strconv$float32frombits(b) { return math$Float32frombits(b); }
// Reading floats: Go's source splits the text, the page makes the number. What
// Go tries first, for speed and with tables of 11 kB, is left out.
function internal_strconv$atof64exact() { return [0, false]; }
function internal_strconv$atof32exact() { return [0, false]; }
function internal_strconv$eiselLemire64() { return [0, false]; }
function internal_strconv$eiselLemire32() { return [0, false]; }
function internal_strconv$decimal$set(d, s) { d.text = s.replace(/_/g, ""); return true; }
function internal_strconv$decimal$floatBits(d, info) {
	const x = Number(d.text);
	if (info.mantbits > 23) return [math$Float64bits(x), Math.abs(x) === Infinity];
	const f = $toFloat32(d.text, x);
	return [BigInt(math$Float32bits(f)), Math.abs(f) === Infinity];
}
// Rounding twice is wrong where x lies between two float32 exactly and the text
// does not.
function $toFloat32(text, x) {
	const f = Math.fround(x);
	if (Number.isFinite(x) && (math$Float64bits(x) & 0x1fffffffn) === 0x10000000n) {
		const side = $compareDecimal(text, x);
		if (side) {
			const step = math$Float64frombits(math$Float64bits(x) + (side > 0 === x > 0 ? 1n : -1n));
			return Math.fround(step);
		}
	}
	return f;
}
// Compares a decimal text with a float64, both exact.
function $compareDecimal(text, x) {
	const ratio = t => {
		const [m, e = "0"] = t.toLowerCase().split("e"), [a, b = ""] = m.split("."), n = Number(e) - b.length;
		return n < 0 ? [BigInt(a + b), 10n ** BigInt(-n)] : [BigInt(a + b) * 10n ** BigInt(n), 1n];
	};
	const sign = x < 0 ? -1 : 1, [p, q] = ratio(text.replace(/^[-+]/, "")), [r, s] = ratio($exact(Math.abs(x)));
	return p * s === r * q ? 0 : p * s > r * q ? sign : -sign;
}
// All digits of a float64: by halves it becomes whole.
function $exact(f) {
	let shift = 0;
	while (!Number.isInteger(f)) { f *= 2; shift++; }
	return (BigInt(f) * 5n ** BigInt(shift)).toString() + "e-" + shift;
}
// What %.2f gives: toFixed, but for the large and the odd.
function $fixedFloat(f, prec) {
	if (!(Math.abs(f) < Infinity)) return f !== f ? "NaN" : f > 0 ? "+Inf" : "-Inf";
	return (Object.is(f, -0) || f < 0 ? "-" : "") + $fixed(Math.abs(f), prec);
}
