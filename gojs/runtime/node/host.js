// What stands in for the page when compiled programs run under node.
let $output = "";
let $errors = "";
let $finished = false;
function $write(file, s) {
	if (file === 1) $output += s; else $errors += s;
	if ($output.length + $errors.length > 65536) $flush();
}
function $flush() {
	const fs = require("fs");
	for (const [fd, s] of [[1, $output], [2, $errors]]) {
		const b = Buffer.from(s, "latin1");
		for (let at = 0; at < b.length;) try { at += fs.writeSync(fd, b, at); } catch (e) { if (e.code !== "EAGAIN") throw e; }
	}
	$output = $errors = "";
}
function $exit(code) { $finished = true; $flush(); process.exit(code); }
function $fatal(e) {
	if (e instanceof $Panic) {
		const nil = e.value instanceof $RuntimeError && /nil pointer/.test(e.value.text);
		$write(2, "panic: " + $panicText(e.value) + (nil ? "\n[signal SIGSEGV: segmentation violation]" : "") + "\n\ngoroutine 1 [running]:\n" + (e.value?.cause?.stack ?? e.stack) + "\n");
	} else $write(2, "fatal error: " + (e instanceof RangeError ? "stack overflow" : e && e.stack || e) + "\n");
	$exit(2);
}
function $main(f) {
	process.on("beforeExit", () => {
		if ($finished) return;
		$write(2, "fatal error: all goroutines are asleep - deadlock!\n");
		$exit(2);
	});
	const end = () => $exit(0);
	const fail = e => { if (e !== $goexit) $fatal($toPanic(e)); };
	try {
		const r = f();
		if (r instanceof Promise) r.then(end, fail); else end();
	} catch (e) { fail(e); }
}
