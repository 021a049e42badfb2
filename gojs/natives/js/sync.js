// Package sync. Only one goroutine runs at a time, so locks are queues.
class sync$Mutex {
	constructor() { this.locked = false; this.queue = []; }
	$c() { const m = new sync$Mutex(); m.locked = this.locked; return m; }
	$s(o) { this.locked = o.locked; }
}
async function sync$Mutex$Lock(m) { if (m.locked) await new Promise(f => m.queue.push(f)); else m.locked = true; }
function sync$Mutex$TryLock(m) { if (m.locked) return false; return m.locked = true; }
function sync$Mutex$Unlock(m) {
	if (!m.locked) throw new Error("fatal error: sync: unlock of unlocked mutex");
	const next = m.queue.shift();
	if (next) next(); else m.locked = false;
}
class sync$RWMutex {
	constructor() { this.readers = 0; this.writing = false; this.queue = []; }
	$c() { return new sync$RWMutex(); }
	$s() { this.readers = 0; this.writing = false; }
}
async function sync$RWMutex$Lock(m) { while (m.writing || m.readers) await new Promise(f => m.queue.push(f)); m.writing = true; }
async function sync$RWMutex$RLock(m) { while (m.writing) await new Promise(f => m.queue.push(f)); m.readers++; }
function sync$RWMutex$TryLock(m) { if (m.writing || m.readers) return false; return m.writing = true; }
function sync$RWMutex$TryRLock(m) { if (m.writing) return false; m.readers++; return true; }
function $wakeAll(m) { const q = m.queue; m.queue = []; for (const f of q) f(); }
function sync$RWMutex$Unlock(m) { if (!m.writing) throw new Error("fatal error: sync: Unlock of unlocked RWMutex"); m.writing = false; $wakeAll(m); }
function sync$RWMutex$RUnlock(m) { if (!m.readers) throw new Error("fatal error: sync: RUnlock of unlocked RWMutex"); if (--m.readers === 0) $wakeAll(m); }
class sync$WaitGroup {
	constructor() { this.n = 0; this.queue = []; }
	$c() { return new sync$WaitGroup(); }
	$s() { this.n = 0; }
}
function sync$WaitGroup$Add(w, n) {
	w.n += n;
	if (w.n < 0) $panic("sync: negative WaitGroup counter");
	if (w.n === 0) $wakeAll(w);
}
function sync$WaitGroup$Done(w) { sync$WaitGroup$Add(w, -1); }
async function sync$WaitGroup$Wait(w) { if (w.n > 0) await new Promise(f => w.queue.push(f)); }
function sync$WaitGroup$Go(w, f) {
	sync$WaitGroup$Add(w, 1);
	$go(() => {
		const r = f();
		if (r instanceof Promise) return r.then(() => sync$WaitGroup$Done(w));
		sync$WaitGroup$Done(w);
	});
}
class sync$Once {
	constructor() { this.done = false; this.running = null; }
	$c() { const o = new sync$Once(); o.done = this.done; return o; }
	$s(o) { this.done = o.done; }
}
//omg:callback
function sync$Once$Do(o, f) { if (!o.done) try { f(); } finally { o.done = true; } }
async function sync$Once$Do$$async(o, f) {
	if (o.done) return;
	if (o.running) { await o.running; return; }
	let finish;
	o.running = new Promise(r => finish = r);
	try { await f(); } finally { o.done = true; finish(); }
}
class sync$Cond {
	constructor(_, L = null) { this.L = L; this.queue = []; }
	$c() { return new sync$Cond(0, this.L); }
	$s(o) { this.L = o.L; }
}
function sync$NewCond(l) { return new sync$Cond(0, l); }
//omg:methods Lock Unlock
async function sync$Cond$Wait(c) { const p = new Promise(f => c.queue.push(f)); await c.L.Unlock(); await p; await c.L.Lock(); }
function sync$Cond$Signal(c) { c.queue.shift()?.(); }
function sync$Cond$Broadcast(c) { $wakeAll(c); }
class sync$Pool {
	constructor(_a, _b, _c, _d, _e, New = null) { this.New = New; this.free = []; }
	$c() { return new sync$Pool(0, 0, 0, 0, 0, this.New); }
	$s(o) { this.New = o.New; }
}
function sync$Pool$Put(p, x) { if (x !== null) p.free.push(x); }
function sync$Pool$Get(p) { return p.free.length ? p.free.pop() : p.New ? p.New() : null; }
class sync$Map {
	constructor() { this.m = new $Map($anyType); }
	$c() { return new sync$Map(); }
	$s() { this.m.clear(); }
}
const $anyType = new $Type("interface {}", 20, 0, 1, () => ({ m: [] }));
function sync$Map$Load(m, k) { return $lookup(m.m, k, null); }
function sync$Map$Store(m, k, v) { m.m.set(k, v); }
function sync$Map$LoadOrStore(m, k, v) { const old = m.m.get(k); if (old !== undefined) return [old, true]; m.m.set(k, v); return [v, false]; }
function sync$Map$LoadAndDelete(m, k) { const r = $lookup(m.m, k, null); m.m.delete(k); return r; }
function sync$Map$Delete(m, k) { m.m.delete(k); }
function sync$Map$Swap(m, k, v) { const r = $lookup(m.m, k, null); m.m.set(k, v); return r; }
function sync$Map$CompareAndSwap(m, k, a, b) { if (!$equal(m.m.get(k) ?? null, a)) return false; m.m.set(k, b); return true; }
function sync$Map$Clear(m) { m.m.clear(); }
//omg:callback
function sync$Map$Range(m, f) { for (const [k, v] of [...m.m]) if (!f(k, v)) return; }
async function sync$Map$Range$$async(m, f) { for (const [k, v] of [...m.m]) if (!await f(k, v)) return; }
