// print and println write to the console.
function $print(...list) { $write(2, list.join("")); }
function $println(...list) { $write(2, list.join(" ") + "\n"); }
let $line = "";
function $write(file, s) {
	const lines = ($line + s).split("\n");
	$line = lines.pop();
	for (const l of lines) console.log($text(l));
}
function $printFloat(x) {
	if (x !== x) return "NaN";
	if (x === Infinity) return "+Inf";
	if (x === -Infinity) return "-Inf";
	let [m, e] = Math.abs(x).toExponential(6).split("e");
	e = Number(e);
	return (x < 0 || Object.is(x, -0) ? "-" : "+") + m + "e" + (e < 0 ? "-" : "+") + String(Math.abs(e)).padStart(3, "0");
}
function $printComplex(x) { return "(" + $printFloat(x.re) + $printFloat(x.im) + "i)"; }
function $printOther(x) { return x === null ? "0x0" : x instanceof $Slice ? "[" + x.l + "/" + x.c + "]0xc000012345" : "0xc000012345"; }
