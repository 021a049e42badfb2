class $Complex { constructor(re, im) { this.re = re; this.im = im; } }
const $zeroComplex = new $Complex(0, 0);
function $addComplex(a, b) { return new $Complex(a.re + b.re, a.im + b.im); }
function $subtractComplex(a, b) { return new $Complex(a.re - b.re, a.im - b.im); }
function $multiplyComplex(a, b) { return new $Complex(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re); }
function $negateComplex(a) { return new $Complex(-a.re, -a.im); }
function $equalComplex(a, b) { return a.re === b.re && a.im === b.im; }
function $roundComplex(a) { return new $Complex(Math.fround(a.re), Math.fround(a.im)); }
// As runtime.complex128div does it, infinities and NaN included.
function $divideComplex(n, m) {
	let e, f;
	if (Math.abs(m.re) >= Math.abs(m.im)) {
		const ratio = m.im / m.re, denom = m.re + ratio * m.im;
		e = (n.re + n.im * ratio) / denom; f = (n.im - n.re * ratio) / denom;
	} else {
		const ratio = m.re / m.im, denom = m.im + ratio * m.re;
		e = (n.re * ratio + n.im) / denom; f = (n.im * ratio - n.re) / denom;
	}
	if (e === e || f === f) return new $Complex(e, f);
	let a = n.re, b = n.im, c = m.re, d = m.im;
	const unit = x => (Math.abs(x) === Infinity ? 1 : 0) * (x < 0 || Object.is(x, -0) ? -1 : 1);
	const inf = x => Math.abs(x) === Infinity, finite = x => x === x && !inf(x);
	if (c === 0 && d === 0 && (a === a || b === b)) {
		const s = Object.is(c, -0) ? -Infinity : Infinity;
		e = s * a; f = s * b;
	} else if ((inf(a) || inf(b)) && finite(c) && finite(d)) {
		a = unit(a); b = unit(b);
		e = Infinity * (a * c + b * d); f = Infinity * (b * c - a * d);
	} else if ((inf(c) || inf(d)) && finite(a) && finite(b)) {
		c = unit(c); d = unit(d);
		e = 0 * (a * c + b * d); f = 0 * (b * c - a * d);
	}
	return new $Complex(e, f);
}
