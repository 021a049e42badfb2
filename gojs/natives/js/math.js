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
function math$Round(x) { return x < 0 ? -Math.floor(0.5 - x) : x < 0.5 ? x * 0 : x >= 4503599627370496 ? x : Math.floor(x + 0.5); }
function math$FMA(x, y, z) { return x * y + z; }
const $view = new DataView(new ArrayBuffer(8));
function math$Float64bits(x) { $view.setFloat64(0, x); return $view.getBigUint64(0); }
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
