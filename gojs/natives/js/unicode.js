// Package unicode: the page knows the tables.
function $rune(r) { return r >= 0 && r <= 0x10ffff ? String.fromCodePoint(r) : "\uffff"; }
function unicode$IsLetter(r) { return /\p{L}/u.test($rune(r)); }
function unicode$IsUpper(r) { return /\p{Lu}/u.test($rune(r)); }
function unicode$IsLower(r) { return /\p{Ll}/u.test($rune(r)); }
function unicode$IsTitle(r) { return /\p{Lt}/u.test($rune(r)); }
function unicode$IsDigit(r) { return /\p{Nd}/u.test($rune(r)); }
function unicode$IsNumber(r) { return /\p{N}/u.test($rune(r)); }
function unicode$IsPunct(r) { return /\p{P}/u.test($rune(r)); }
function unicode$IsSymbol(r) { return /\p{S}/u.test($rune(r)); }
function unicode$IsMark(r) { return /\p{M}/u.test($rune(r)); }
function unicode$IsControl(r) { return /\p{Cc}/u.test($rune(r)); }
function unicode$IsSpace(r) { return /[\t\n\v\f\r \x85\p{Zs}\u2028\u2029]/u.test($rune(r)); }
function unicode$IsPrint(r) { return $printable(r); }
function unicode$IsGraphic(r) { return /[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]/u.test($rune(r)); }
// Go maps a rune to a rune. What the page maps to several has, in a few cases, a
// simple mapping all the same: Greek with iota below, and the dotted I.
function unicode$ToUpper(r) {
	const s = $rune(r).toUpperCase();
	if ([...s].length === 1) return r < 0 || r > 0x10ffff ? r : s.codePointAt(0);
	return r >= 0x1f80 && r < 0x1fb0 && !(r & 8) ? r + 8 : r === 0x1fb3 || r === 0x1fc3 || r === 0x1ff3 ? r + 9 : r;
}
function unicode$ToLower(r) { return r < 0 || r > 0x10ffff ? r : r === 0x130 ? 0x69 : $rune(r).toLowerCase().codePointAt(0); }
function unicode_utf8$ValidString(s) {
	for (let i = 0; i < s.length;) {
		if (s.charCodeAt(i) < 128) { i++; continue; }
		const [r, n] = $decode(s, i);
		if (r === 65533 && n === 1) return false;
		i += n;
	}
	return true;
}
function unicode_utf8$Valid(b) { return unicode_utf8$ValidString($bytesToString(b)); }
