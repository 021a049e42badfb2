// The frame whose deferred function is about to start.
let $frame = null;

// A function that recovers asks at its start for the frame that runs it.
function $running() { const f = $frame; $frame = null; return f; }
function $recovering(f) { f.$r = true; return f; }
function $recover(frame) {
	if (frame === null || !(frame.thrown instanceof $Panic)) return null;
	const v = frame.thrown.value;
	frame.thrown = null;
	return v;
}

// Frame holds the deferred calls of one run of a function.
class $Frame {
	constructor() { this.calls = []; this.thrown = null; }
	push(fn, ...args) { this.calls.push([fn, args]); }
	panic(e) { this.thrown = $toPanic(e); }
	start() {
		const [fn, args] = this.calls.pop();
		$frame = fn !== null && fn.$r ? this : null;
		return fn(...args);
	}
	run() {
		while (this.calls.length) {
			const outer = $frame;
			try { this.start(); } catch (e) { this.panic(e); }
			$frame = outer;
		}
		if (this.thrown) throw this.thrown;
	}
	async runAsync() {
		while (this.calls.length) {
			const outer = $frame;
			try {
				const r = this.start();
				$frame = outer;
				if (r instanceof Promise) await r;
			} catch (e) { $frame = outer; this.panic(e); }
		}
		if (this.thrown) throw this.thrown;
	}
}
function $rangeEnded(state) {
	$fault(state === -1 ? "range function continued iteration after loop body panic"
		: state === 1 ? "range function continued iteration after function for loop body returned false"
		: "range function continued iteration after function for loop body returned false");
}
function $rangePanicked() { $fault("range function recovered a loop body panic and did not resume panicking"); }
