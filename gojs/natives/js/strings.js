// Package strings on byte strings.
class strings$Builder {
	constructor() { this.s = ""; this.room = 0; }
	$c() { const b = new strings$Builder(); b.$s(this); return b; }
	$s(o) { this.s = o.s; this.room = o.room; }
}
function strings$Builder$WriteString(b, s) { b.s += s; return [s.length, null]; }
function strings$Builder$WriteByte(b, c) { b.s += String.fromCharCode(c); return null; }
function strings$Builder$WriteRune(b, r) { const s = $runeToString(r); b.s += s; return [s.length, null]; }
function strings$Builder$Write(b, p) { b.s += $bytesToString(p); return [p.l, null]; }
function strings$Builder$String(b) { return b.s; }
function strings$Builder$Len(b) { return b.s.length; }
function strings$Builder$Cap(b) { return Math.max(b.s.length, b.room); }
function strings$Builder$Reset(b) { b.s = ""; b.room = 0; }
// Package strings itself asks by Cap whether it grew a builder.
function strings$Builder$Grow(b, n) {
	if (n < 0) $panic("strings.Builder.Grow: negative count");
	$notNil(b).room = Math.max(b.room, b.s.length + n);
}
function strings$Index(s, t) { return s.indexOf(t); }
function strings$IndexByte(s, c) { return s.indexOf(String.fromCharCode(c)); }
function strings$LastIndex(s, t) { return s.lastIndexOf(t); }
function strings$LastIndexByte(s, c) { return s.lastIndexOf(String.fromCharCode(c)); }
function strings$Contains(s, t) { return s.includes(t); }
function strings$HasPrefix(s, t) { return s.startsWith(t); }
function strings$HasSuffix(s, t) { return s.endsWith(t); }
function strings$TrimPrefix(s, t) { return t && s.startsWith(t) ? s.slice(t.length) : s; }
function strings$TrimSuffix(s, t) { return t && s.endsWith(t) ? s.slice(0, -t.length) : s; }
function strings$Repeat(s, n) { if (n < 0) $panic("strings: negative Repeat count"); return s.repeat(n); }
function strings$ToUpper(s) { return /[^\x00-\x7f]/.test(s) ? $mapRunes(s, unicode$ToUpper) : s.toUpperCase(); }
function strings$ToLower(s) { return /[^\x00-\x7f]/.test(s) ? $mapRunes(s, unicode$ToLower) : s.toLowerCase(); }
function $mapRunes(s, f) {
	let out = "";
	for (let i = 0; i < s.length;) {
		const [r, n] = $decode(s, i);
		out += $runeToString(f(r));
		i += n;
	}
	return out;
}
// White space of Unicode as it is in bytes.
const $spaces = "(?:[\\t-\\r ]|\\xc2[\\x85\\xa0]|\\xe1\\x9a\\x80|\\xe2\\x80[\\x80-\\x8a\\xa8\\xa9\\xaf]|\\xe2\\x81\\x9f|\\xe3\\x80\\x80)+";
const $trimmed = new RegExp("^" + $spaces + "|" + $spaces + "$", "g");
function strings$TrimSpace(s) { return s.replace($trimmed, ""); }
function strings$Join(a, sep) { return a.a.slice(a.o, a.o + a.l).join(sep); }
function strings$Split(s, sep) { return $slice(sep === "" ? $explode(s) : s.split(sep)); }
function $explode(s) {
	const list = [];
	for (let i = 0; i < s.length;) { const n = $decode(s, i)[1]; list.push(s.substr(i, n)); i += n; }
	return list;
}
function strings$ReplaceAll(s, a, b) {
	if (a !== "") return s.split(a).join(b);
	return b + $explode(s).map(c => c + b).join("");
}
function strings$Compare(a, b) { return a < b ? -1 : a > b ? 1 : 0; }
function strings$Clone(s) { return s; }
function internal_stringslite$Index(s, t) { return s.indexOf(t); }
function internal_stringslite$IndexByte(s, c) { return s.indexOf(String.fromCharCode(c)); }
function internal_stringslite$HasPrefix(s, t) { return s.startsWith(t); }
function internal_stringslite$HasSuffix(s, t) { return s.endsWith(t); }
function internal_stringslite$Clone(s) { return s; }
function internal_bytealg$IndexByteString(s, c) { return s.indexOf(String.fromCharCode(c)); }
function internal_bytealg$IndexString(s, t) { return s.indexOf(t); }
function internal_bytealg$CountString(s, c) { return s.split(String.fromCharCode(c)).length - 1; }
function internal_bytealg$LastIndexByteString(s, c) { return s.lastIndexOf(String.fromCharCode(c)); }
function internal_bytealg$IndexByte(b, c) { const i = b.a.indexOf(c, b.o); return i < 0 || i >= b.o + b.l ? -1 : i - b.o; }
function internal_bytealg$Index(a, b) { return $bytesToString(a).indexOf($bytesToString(b)); }
function internal_bytealg$Count(b, c) { let n = 0; for (let i = 0; i < b.l; i++) if (b.a[b.o + i] === c) n++; return n; }
function internal_bytealg$Equal(a, b) { return bytes$Equal(a, b); }
function internal_bytealg$Compare(a, b) { return bytes$Compare(a, b); }
function internal_bytealg$CompareString(a, b) { return a < b ? -1 : a > b ? 1 : 0; }
function internal_bytealg$MakeNoZero(n) { return $make(Uint8Array, n); }
function bytes$Join(list, sep) {
	const parts = list.a.slice(list.o, list.o + list.l).map($bytesToString);
	return $stringToBytes(parts.join($bytesToString(sep)));
}
function bytes$Equal(a, b) {
	if (a.l !== b.l) return false;
	for (let i = 0; i < a.l; i++) if (a.a[a.o + i] !== b.a[b.o + i]) return false;
	return true;
}
function bytes$Compare(a, b) {
	for (let i = 0; i < a.l && i < b.l; i++) { const d = a.a[a.o + i] - b.a[b.o + i]; if (d) return d < 0 ? -1 : 1; }
	return a.l < b.l ? -1 : a.l > b.l ? 1 : 0;
}
