function main$main() {
}
function main$calls() {
	let stop = main$later();
	stop();
}
async function main$each(xs, f) {
	for (let $2 = 0, $1 = xs.l; $2 < $1; $2++) {
		let x = xs.a[xs.o + $2];
		await f(x);
	}
}
function main$later() {
	let done = $makeChan(0, () => false);
	$go(async () => {
		(await $receive(done))[0];
	});
	return () => {
		$close(done);
	};
}
function main$pure(xs, f) {
	let n = 0;
	for (let $2 = 0, $1 = xs.l; $2 < $1; $2++) {
		let x = xs.a[xs.o + $2];
		n = $int(n + f(x));
	}
	return n;
}
async function main$sends(c, xs) {
	await main$each(xs, async x => {
		await $send(c, x);
	});
	return main$pure(xs, x => $int(x * 2));
}
