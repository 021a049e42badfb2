function main$main() {
}
function main$boxed(n) {
	n = new $Box(n);
	let p = n;
	p.v = $int(p.v + 1);
	return p;
}
function main$copies(a) {
	let p = a.get(0).$c();
	let q = p.$c();
	main$point$move(q, 1);
	a.get(1).$s(q.$c());
	let ptr = a.get(0);
	ptr.x = main$point$norm(p);
	return $notNil(ptr).$c();
}
function main$maps(m, k) {
	$setKey(m, k, $int((m?.get(k) ?? 0) + 1));
	m?.delete("old");
	let [v, ok] = $lookup(m, k + "!", 0);
	return [v, ok];
}
function main$sums(xs, fs) {
	let n = 0;
	let f = 0;
	for (let i = 0, $1 = xs.l; i < $1; i++) {
		n = $int(n + $int(xs.a[xs.o + i] * i));
	}
	for (let $3 = 0, $2 = fs.l; $3 < $2; $3++) {
		let x = fs.a[fs.o + $3];
		f += x;
	}
	return [n, f];
}
function main$point$move(p, n) {
	p.x = $int(p.x + n);
}
function main$point$norm(p) {
	return $int($int(p.x * p.x) + $int(p.y * p.y));
}
