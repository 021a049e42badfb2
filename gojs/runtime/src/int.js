function $int(x) { if (!Number.isSafeInteger(x)) $fault("int beyond 53 bits"); return x; }
function $uint(x) { if (!Number.isSafeInteger(x) || x < 0) $fault("uint beyond 53 bits"); return x; }
function $zeroDivision() { $fault("integer divide by zero"); }
function $divide(a, b) { if (b === 0) $zeroDivision(); return Math.trunc(a / b); }
function $remainder(a, b) { if (b === 0) $zeroDivision(); return a % b; }
function $divideBig(a, b) { if (b === 0n) $zeroDivision(); return a / b; }
function $remainderBig(a, b) { if (b === 0n) $zeroDivision(); return a % b; }
function $both32(a, b) { return (a | 0) === a && (b | 0) === b; }
function $and(a, b) { return $both32(a, b) ? a & b : Number(BigInt(a) & BigInt(b)); }
function $or(a, b) { return $both32(a, b) ? a | b : Number(BigInt(a) | BigInt(b)); }
function $xor(a, b) { return $both32(a, b) ? a ^ b : Number(BigInt(a) ^ BigInt(b)); }
function $andNot(a, b) { return $both32(a, b) ? a & ~b : Number(BigInt(a) & ~BigInt(b)); }
function $complement(a) { return $uint(18446744073709551615 - a); }
function $checkShift(n) { if (n < 0) throw new $Panic(new $RuntimeError("runtime error: negative shift amount")); }
function $shiftLeft(a, n) { $checkShift(n); return a === 0 ? 0 : a * 2 ** Math.min(n, 1000); }
function $shiftRight(a, n) { $checkShift(n); return Math.floor(a / 2 ** Math.min(n, 1000)); }
function $shiftLeft32(a, n) { $checkShift(n); return n > 31 ? 0 : a << n; }
function $shiftRight32(a, n) { $checkShift(n); return a >> (n > 31 ? 31 : n); }
function $shiftRightUnsigned(a, n) { $checkShift(n); return n > 31 ? 0 : a >>> n; }
function $shiftLeftBig(a, n) { $checkShift(n); return n > 63 ? 0n : a << BigInt(n); }
function $shiftRightBig(a, n) { $checkShift(n); return a >> BigInt(n > 64 ? 64 : n); }
function $floatToBig(x) { return x === x && Math.abs(x) < Infinity ? BigInt(Math.trunc(x)) : -9223372036854775808n; }
function $min(a, ...rest) { for (const x of rest) if (x < a) a = x; return a; }
function $max(a, ...rest) { for (const x of rest) if (x > a) a = x; return a; }
