// print and println write to the console.
function $print(...list) { $write(2, list.join("")); }
function $println(...list) { $write(2, list.join(" ") + "\n"); }
let $line = "";
function $write(file, s) {
	const lines = ($line + s).split("\n");
	$line = lines.pop();
	for (const l of lines) console.log($text(l));
}
function $printFloat(x, bits) { return $formatFloat(x, "g", -1, bits); }
function $printComplex(x, bits) {
	const im = $printFloat(x.im, bits);
	return "(" + $printFloat(x.re, bits) + (/^[-+]/.test(im) ? "" : "+") + im + "i)";
}
function $printPointer(x) { return x === null ? "0x0" : "0xc000012345"; }
function $printSlice(x) { return "[" + x.l + "/" + x.c + "]" + (x === $nil ? "0x0" : "0xc000012345"); }
function $printInterface(x) { return x === null ? "(0x0,0x0)" : "(0x45e0a0,0xc000012345)"; }
