class $Chan { constructor(n, zero) { this.n = n; this.zero = zero; this.buffer = []; this.readers = []; this.writers = []; this.closed = false; } }
function $makeChan(n, zero) { if (!(n >= 0 && n < 2 ** 32)) throw new $Panic(new $PlainError("makechan: size out of range")); return new $Chan(n, zero); }
function $forever() { return new Promise(() => {}); }

// The first waiter that no other case of its select has served yet.
function $next(queue) {
	while (queue.length) {
		const w = queue.shift();
		if (!w.turn.done) { w.turn.done = true; return w; }
	}
	return null;
}
function $live(queue) {
	while (queue.length && queue[0].turn.done) queue.shift();
	return queue.length > 0;
}
function $closedSend() { return new $Panic(new $PlainError("send on closed channel")); }
function $send(c, v) {
	if (c === null) return $forever();
	if (c.closed) throw $closedSend();
	const w = $next(c.readers);
	if (w) { w.resume([v, true]); return; }
	if (c.buffer.length < c.n) { c.buffer.push(v); return; }
	return new Promise((resume, fail) => c.writers.push({ turn: {}, v, resume, fail }));
}
function $receive(c) {
	if (c === null) return $forever();
	return $ready(c) ?? new Promise(resume => c.readers.push({ turn: {}, resume }));
}
// What can be received without waiting, undefined if nothing can.
function $ready(c) {
	if (c.buffer.length) {
		const v = c.buffer.shift(), w = $next(c.writers);
		if (w) { c.buffer.push(w.v); w.resume(); }
		return [v, true];
	}
	const w = $next(c.writers);
	if (w) { w.resume(); return [w.v, true]; }
	if (c.closed) return [c.zero(), false];
}
function $close(c) {
	if (c === null) throw new $Panic(new $PlainError("close of nil channel"));
	if (c.closed) throw new $Panic(new $PlainError("close of closed channel"));
	c.closed = true;
	for (let w; (w = $next(c.readers));) w.resume([c.zero(), false]);
	for (let w; (w = $next(c.writers));) w.fail($closedSend());
}
function $chanLen(c) { return c === null ? 0 : c.buffer.length; }
function $chanCap(c) { return c === null ? 0 : c.n; }

// Cases are [channel] or [channel, value]; the answer is [case, value, ok],
// [undefined] for default.
function $select(cases, hasDefault) {
	const n = cases.length, start = Math.floor(Math.random() * n);
	for (let k = 0; k < n; k++) {
		const i = (start + k) % n, r = $tryCase(cases[i]);
		if (r) return [i, ...r];
	}
	if (hasDefault) return $breathe;
	return new Promise((resume, fail) => {
		const turn = {};
		cases.forEach(([c, ...v], i) => {
			if (c === null) return;
			if (v.length) c.writers.push({ turn, v: v[0], resume: () => resume([i]), fail });
			else c.readers.push({ turn, resume: r => resume([i, ...r]) });
		});
	});
}
const $breathe = Promise.resolve([undefined]);
function $tryCase([c, ...v]) {
	if (c === null) return;
	if (!v.length) return $live(c.writers) || c.buffer.length || c.closed ? $ready(c) : undefined;
	if (c.closed) throw $closedSend();
	if ($live(c.readers) || c.buffer.length < c.n) { $send(c, v[0]); return []; }
}
const $goexit = {};
function $go(fn, ...args) {
	if (fn === null) $nilPointer();
	queueMicrotask(() => {
		try {
			const p = fn(...args);
			if (p instanceof Promise) p.catch($crash);
		} catch (e) { $crash(e); }
	});
}
function $crash(e) { if (e !== $goexit) $fatal($toPanic(e)); }
function $fatal(e) { queueMicrotask(() => { throw e; }); }
