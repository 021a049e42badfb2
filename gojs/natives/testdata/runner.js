// Runs compiled programs one after the other in one process and notes what each
// wrote and how it ended, as JSON: node runner.js SCRIPTS RESULTS
import fs from "node:fs";

const limit = 5000; // milliseconds a program may take

class Exit {}

async function run(script) {
	const written = { 1: [], 2: [] };
	let finish;
	const ended = new Promise(resolve => finish = resolve);
	const process = { on() {}, exit(code) { finish(code); throw new Exit(); } };
	const require = () => ({ writeSync(fd, b, at = 0) { written[fd].push(b.subarray(at)); return b.length - at; } });
	const fail = e => { if (!(e instanceof Exit)) { written[2].push(Buffer.from(String(e && e.stack || e))); finish(2); } };
	onFail = fail;
	try { new Function("process", "require", script)(process, require); } catch (e) { fail(e); }
	const timer = setTimeout(() => { written[2].push(Buffer.from("no end")); finish(3); }, limit);
	const code = await ended;
	clearTimeout(timer);
	return { Out: Buffer.concat(written[1]).toString("base64"), Err: Buffer.concat(written[2]).toString(), Code: code };
}

let onFail;
process.on("uncaughtException", e => onFail(e));
process.on("unhandledRejection", e => onFail(e));

(async () => {
	const results = [];
	for (const script of JSON.parse(fs.readFileSync(process.argv[2], "utf8")))
		results.push(script ? await run(script) : { Out: "", Err: "", Code: 0 });
	fs.writeFileSync(process.argv[3], JSON.stringify(results));
	process.exit(0);
})();
