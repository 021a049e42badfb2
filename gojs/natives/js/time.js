// Package time: clocks and timers. The rest comes from Go's source.
async function time$Sleep(d) { await new Promise(f => setTimeout(f, Number(d) / 1e6)); }
const $started = BigInt(Date.now()) * 1000000n;
function time$runtimeNano() { return BigInt(Math.round(performance.now() * 1e6)) + 1n; }
function time$runtimeNow() { return time$now(); }
function time$now() {
	const ms = performance.timeOrigin + performance.now(), sec = Math.floor(ms / 1000);
	return [BigInt(sec), Math.floor((ms - sec * 1000) * 1e6), time$runtimeNano()];
}
function time$runtimeIsBubbled() { return false; }
//omg:needs time.localLoc time.zone
function time$initLocal() {
	const zone = new Date(), minutes = -zone.getTimezoneOffset();
	time$localLoc.name = "Local";
	if (minutes) time$localLoc.zone = $slice([new time$zone("", minutes * 60, false)]);
}
// Go lets this wrap around.
function time$absCentury$year(century, year, late) { return Number(BigInt.asIntN(64, BigInt(century) * 100n - 292277022400n)) + Number(year) + Number(late); }
function time$appendInt(b, x, width) {
	const digits = String(Math.abs(x)).padStart(width, "0");
	return $appendAll(b, Uint8Array, $stringToBytes(x < 0 ? "-" + digits : digits));
}
class $RuntimeTimer { constructor() { this.id = null; this.period = 0; this.f = null; } }
class time$Timer {
	constructor(C = null) { this.C = C; this.id = null; this.fire = null; }
}
class time$Ticker {
	constructor(C = null) { this.C = C; this.id = null; this.fire = null; }
}
function $timerChan() { return $makeChan(1, () => null); }
//omg:needs time.Now
function $tick(c) { if (!c.buffer.length) $send(c, time$Now()); }
function $delay(d) { return Math.max(0, Number(d) / 1e6); }
function time$NewTimer(d) {
	const t = new time$Timer($timerChan());
	t.fire = () => { t.id = null; $tick(t.C); };
	t.id = setTimeout(t.fire, $delay(d));
	return t;
}
function time$AfterFunc(d, f) {
	const t = new time$Timer(null);
	t.fire = () => { t.id = null; $go(f); };
	t.id = setTimeout(t.fire, $delay(d));
	return t;
}
function time$After(d) { return time$NewTimer(d).C; }
function time$Timer$Stop(t) {
	const active = t.id !== null;
	clearTimeout(t.id);
	t.id = null;
	if (t.C) t.C.buffer.length = 0;
	return active;
}
function time$Timer$Reset(t, d) {
	const active = time$Timer$Stop(t);
	t.id = setTimeout(t.fire, $delay(d));
	return active;
}
function time$NewTicker(d) {
	if (d <= 0n) $panic("non-positive interval for NewTicker");
	const t = new time$Ticker($timerChan());
	t.fire = () => $tick(t.C);
	t.id = setInterval(t.fire, $delay(d));
	return t;
}
function time$Tick(d) { return d <= 0n ? null : time$NewTicker(d).C; }
function time$Ticker$Stop(t) { clearInterval(t.id); t.id = null; t.C.buffer.length = 0; }
function time$Ticker$Reset(t, d) { time$Ticker$Stop(t); t.id = setInterval(t.fire, $delay(d)); }
