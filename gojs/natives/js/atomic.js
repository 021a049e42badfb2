// Package sync/atomic: with one goroutine at a time every operation is atomic.
function sync_atomic$AddInt32(p, d) { return p.v = (p.v + d)|0; }
function sync_atomic$LoadInt32(p) { return p.v; }
function sync_atomic$StoreInt32(p, x) { p.v = x; }
function sync_atomic$SwapInt32(p, x) { const old = p.v; p.v = x; return old; }
function sync_atomic$CompareAndSwapInt32(p, a, b) { if (p.v !== a) return false; p.v = b; return true; }
function sync_atomic$AndInt32(p, x) { const old = p.v; p.v = (old & x)|0; return old; }
function sync_atomic$OrInt32(p, x) { const old = p.v; p.v = (old | x)|0; return old; }
function sync_atomic$AddUint32(p, d) { return p.v = (p.v + d)>>>0; }
function sync_atomic$LoadUint32(p) { return p.v; }
function sync_atomic$StoreUint32(p, x) { p.v = x; }
function sync_atomic$SwapUint32(p, x) { const old = p.v; p.v = x; return old; }
function sync_atomic$CompareAndSwapUint32(p, a, b) { if (p.v !== a) return false; p.v = b; return true; }
function sync_atomic$AndUint32(p, x) { const old = p.v; p.v = (old & x)>>>0; return old; }
function sync_atomic$OrUint32(p, x) { const old = p.v; p.v = (old | x)>>>0; return old; }
function sync_atomic$AddInt64(p, d) { return p.v = BigInt.asIntN(64, p.v + d); }
function sync_atomic$LoadInt64(p) { return p.v; }
function sync_atomic$StoreInt64(p, x) { p.v = x; }
function sync_atomic$SwapInt64(p, x) { const old = p.v; p.v = x; return old; }
function sync_atomic$CompareAndSwapInt64(p, a, b) { if (p.v !== a) return false; p.v = b; return true; }
function sync_atomic$AndInt64(p, x) { const old = p.v; p.v = BigInt.asIntN(64, old & x); return old; }
function sync_atomic$OrInt64(p, x) { const old = p.v; p.v = BigInt.asIntN(64, old | x); return old; }
function sync_atomic$AddUint64(p, d) { return p.v = BigInt.asUintN(64, p.v + d); }
function sync_atomic$LoadUint64(p) { return p.v; }
function sync_atomic$StoreUint64(p, x) { p.v = x; }
function sync_atomic$SwapUint64(p, x) { const old = p.v; p.v = x; return old; }
function sync_atomic$CompareAndSwapUint64(p, a, b) { if (p.v !== a) return false; p.v = b; return true; }
function sync_atomic$AndUint64(p, x) { const old = p.v; p.v = BigInt.asUintN(64, old & x); return old; }
function sync_atomic$OrUint64(p, x) { const old = p.v; p.v = BigInt.asUintN(64, old | x); return old; }
function sync_atomic$AddUintptr(p, d) { return p.v = (p.v + d); }
function sync_atomic$LoadUintptr(p) { return p.v; }
function sync_atomic$StoreUintptr(p, x) { p.v = x; }
function sync_atomic$SwapUintptr(p, x) { const old = p.v; p.v = x; return old; }
function sync_atomic$CompareAndSwapUintptr(p, a, b) { if (p.v !== a) return false; p.v = b; return true; }
function sync_atomic$AndUintptr(p, x) { const old = p.v; p.v = (old & x); return old; }
function sync_atomic$OrUintptr(p, x) { const old = p.v; p.v = (old | x); return old; }
class sync_atomic$Value {
	constructor(v = null) { this.v = v; }
	$c() { return new sync_atomic$Value(this.v); }
	$s(o) { this.v = o.v; }
}
function sync_atomic$Value$Load(a) { return a.v; }
function sync_atomic$Value$Store(a, x) {
	if (x === null) $panic("sync/atomic: store of nil value into Value");
	if (a.v !== null && $typeOf(a.v) !== $typeOf(x)) $panic("sync/atomic: store of inconsistently typed value into Value");
	a.v = x;
}
function sync_atomic$Value$Swap(a, x) { const old = a.v; sync_atomic$Value$Store(a, x); return old; }
function sync_atomic$Value$CompareAndSwap(a, x, y) { if (!$equal(a.v, x)) return false; a.v = y; return true; }
class sync_atomic$Pointer {
	constructor() { this.v = null; }
	$c() { const p = new sync_atomic$Pointer(); p.v = this.v; return p; }
	$s(o) { this.v = o.v; }
}
function sync_atomic$Pointer$Load(a) { return a.v; }
function sync_atomic$Pointer$Store(a, x) { a.v = x; }
function sync_atomic$Pointer$Swap(a, x) { const old = a.v; a.v = x; return old; }
function sync_atomic$Pointer$CompareAndSwap(a, x, y) { if (a.v !== x) return false; a.v = y; return true; }
