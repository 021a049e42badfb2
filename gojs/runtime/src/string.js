function $byteAt(s, i) { const c = s.charCodeAt(i); if (c !== c || i < 0) $outOfRange(i, s.length); return c; }
function $substring(s, lo, hi = s.length) {
	if (lo < 0 || lo > hi || hi > s.length) {
		if (hi < 0 || hi > s.length) $fault("slice bounds out of range [:" + hi + "]" + (hi < 0 ? "" : " with length " + s.length));
		$fault("slice bounds out of range [" + lo + ":" + (lo < 0 ? "" : hi) + "]");
	}
	return s.substring(lo, hi);
}

// The rune at s[i] and how many bytes it takes.
function $decode(s, i) {
	const c = s.charCodeAt(i), bad = [65533, 1];
	if (c < 128) return [c, 1];
	if (c < 0xc2 || c > 0xf4) return bad;
	const c1 = i + 1 < s.length ? s.charCodeAt(i + 1) : 0;
	if ((c1 & 0xc0) !== 0x80) return bad;
	if (c < 0xe0) return [(c & 31) << 6 | c1 & 63, 2];
	const c2 = i + 2 < s.length ? s.charCodeAt(i + 2) : 0;
	if (c === 0xe0 && c1 < 0xa0 || c === 0xed && c1 > 0x9f || (c2 & 0xc0) !== 0x80) return bad;
	if (c < 0xf0) return [(c & 15) << 12 | (c1 & 63) << 6 | c2 & 63, 3];
	const c3 = i + 3 < s.length ? s.charCodeAt(i + 3) : 0;
	if (c === 0xf0 && c1 < 0x90 || c === 0xf4 && c1 > 0x8f || (c3 & 0xc0) !== 0x80) return bad;
	return [(c & 7) << 18 | (c1 & 63) << 12 | (c2 & 63) << 6 | c3 & 63, 4];
}
function $runeToString(r) {
	if (!(r >= 0 && r <= 0x10ffff) || r >= 0xd800 && r < 0xe000) r = 65533;
	const f = String.fromCharCode;
	return r < 128 ? f(r) : r < 2048 ? f(192 | r >> 6, 128 | r & 63)
		: r < 65536 ? f(224 | r >> 12, 128 | r >> 6 & 63, 128 | r & 63)
		: f(240 | r >> 18, 128 | r >> 12 & 63, 128 | r >> 6 & 63, 128 | r & 63);
}
function $bytesToString(b) {
	let s = "";
	for (let i = b.o, end = b.o + b.l; i < end; i += 8192) s += String.fromCharCode.apply(null, b.a.subarray(i, Math.min(end, i + 8192)));
	return s;
}
function $stringToBytes(s) {
	const n = s.length, a = new Uint8Array(n);
	for (let i = 0; i < n; i++) a[i] = s.charCodeAt(i);
	return new $Slice(a, 0, n, n);
}
function $stringToRunes(s) {
	const a = [];
	for (let i = 0; i < s.length;) { const [r, n] = $decode(s, i); a.push(r); i += n; }
	return $slice(Int32Array.from(a));
}
function $runesToString(r) {
	let s = "";
	for (let i = 0; i < r.l; i++) s += $runeToString(r.a[r.o + i]);
	return s;
}

// Byte strings and the page's strings.
const $ascii = /^[\x00-\x7f]*$/;
function $text(s) { return $ascii.test(s) ? s : new TextDecoder().decode(Uint8Array.from(s, c => c.charCodeAt(0))); }
function $bytes(s) {
	if ($ascii.test(s)) return s;
	let b = "";
	for (const c of new TextEncoder().encode(s)) b += String.fromCharCode(c);
	return b;
}
