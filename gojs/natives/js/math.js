// Package math, where the page has the function.
function math$Sqrt(x) { return Math.sqrt(x); }
function math$sqrt(x) { return Math.sqrt(x); }
function math$Floor(x) { return Math.floor(x); }
function math$Ceil(x) { return Math.ceil(x); }
function math$Trunc(x) { return Math.trunc(x); }
function math$Abs(x) { return Math.abs(x); }
function math$Max(x, y) { return x === Infinity || y === Infinity ? Infinity : Math.max(x, y); }
function math$Min(x, y) { return x === -Infinity || y === -Infinity ? -Infinity : Math.min(x, y); }
function math$Mod(x, y) { return x % y; }
function math$Pow(x, y) { return x === 1 ? 1 : x === -1 && Math.abs(y) === Infinity ? 1 : Math.pow(x, y); }
function math$Exp(x) { return Math.exp(x); }
function math$Log(x) { return Math.log(x); }
function math$Log2(x) { return Math.log2(x); }
function math$Log10(x) { return Math.log10(x); }
function math$Log1p(x) { return Math.log1p(x); }
function math$Expm1(x) { return Math.expm1(x); }
function math$Sin(x) { return Math.sin(x); }
function math$Cos(x) { return Math.cos(x); }
function math$Tan(x) { return Math.tan(x); }
function math$Asin(x) { return Math.asin(x); }
function math$Acos(x) { return Math.acos(x); }
function math$Atan(x) { return Math.atan(x); }
function math$Atan2(y, x) { return Math.atan2(y, x); }
function math$Sinh(x) { return Math.sinh(x); }
function math$Cosh(x) { return Math.cosh(x); }
function math$Tanh(x) { return Math.tanh(x); }
function math$Cbrt(x) { return Math.cbrt(x); }
function math$Hypot(x, y) { return Math.hypot(x, y); }
function math$Inf(sign) { return sign >= 0 ? Infinity : -Infinity; }
function math$IsInf(x, sign) { return sign >= 0 && x === Infinity || sign <= 0 && x === -Infinity; }
function math$IsNaN(x) { return x !== x; }
function math$NaN() { return NaN; }
function math$Signbit(x) { return x < 0 || Object.is(x, -0); }
function math$Copysign(x, s) { return (math$Signbit(s) ? -1 : 1) * Math.abs(x); }
function math$Round(x) { return $rounded(x, (whole, rest) => rest >= 0.5); }
function math$RoundToEven(x) { return $rounded(x, (whole, rest) => rest > 0.5 || rest === 0.5 && whole % 2 === 1); }
// From 2**52 on, all floats are whole.
function $rounded(x, up) {
	const a = Math.abs(x), whole = Math.floor(a);
	if (!(a < 4503599627370496)) return x;
	return math$Copysign(up(whole, a - whole) ? whole + 1 : whole, x);
}
// Exact: rounded once.
function math$FMA(x, y, z) {
	if (!Number.isFinite(x * y) && !(Number.isFinite(x) && Number.isFinite(y)) || !Number.isFinite(z) || x === 0 || y === 0) return x * y + z;
	const [a, d] = $mantissa(x), [b, e] = $mantissa(y), [c, f] = $mantissa(z), low = Math.min(d + e, f);
	let sum = (a * b << BigInt(d + e - low)) + (c << BigInt(f - low)), scale = low;
	if (sum === 0n) return x * y + z;
	const cut = Math.max(0, sum.toString(2).length - 900);
	if (cut) { const sticky = BigInt.asUintN(cut, sum) ? 1n : 0n; sum = sum >> BigInt(cut) | sticky; scale += cut; }
	const half = Math.trunc(scale / 2);
	return Number(sum) * 2 ** half * 2 ** (scale - half);
}
// A finite float as an integer and a power of two.
function $mantissa(f) {
	if (f === 0) return [0n, 0];
	const bits = math$Float64bits(Math.abs(f)), e = Number(bits >> 52n), m = BigInt.asUintN(52, bits) + (e ? 1n << 52n : 0n);
	return [f < 0 ? -m : m, Math.max(e, 1) - 1075];
}
const $view = new DataView(new ArrayBuffer(8));
// There is one NaN in a page; it has the bits of Go's.
function math$Float64bits(x) { $view.setFloat64(0, x); return x === x ? $view.getBigUint64(0) : 0x7ff8000000000001n; }
function math$Float64frombits(b) { $view.setBigUint64(0, b); return $view.getFloat64(0); }
function math$Float32bits(x) { $view.setFloat32(0, x); return $view.getUint32(0); }
function math$Float32frombits(b) { $view.setUint32(0, b); return $view.getFloat32(0); }
function $rotate(x, k, bits) {
	const n = (k % bits + bits) % bits, wide = BigInt(x);
	return BigInt.asUintN(bits, wide << BigInt(n) | wide >> BigInt(bits - n));
}
function math_bits$RotateLeft8(x, k) { return Number($rotate(x, k, 8)); }
function math_bits$RotateLeft16(x, k) { return Number($rotate(x, k, 16)); }
function math_bits$RotateLeft32(x, k) { k &= 31; return (x << k | x >>> 32 - k) >>> 0; }
function math_bits$RotateLeft64(x, k) { return $rotate(x, k, 64); }
function math_bits$RotateLeft(x, k) { return $uint(Number($rotate(x, k, 64))); }
function math_bits$LeadingZeros32(x) { return Math.clz32(x); }
function math_bits$Len32(x) { return 32 - Math.clz32(x); }
function math_bits$OnesCount64(x) { return x.toString(2).replaceAll("0", "").length; }
function math_bits$OnesCount(x) { return math_bits$OnesCount64(x); }
