// What a compiled program expects of node, in a page: it prints to printed.
var printed = "", ended = false;
var process = { on() {}, exit() { ended = true; throw new Error("exit"); } };
var Buffer = { from: s => Uint8Array.from(s, c => c.charCodeAt(0)) };
var require = () => ({ writeSync(fd, b, at = 0) { printed += new TextDecoder().decode(b.subarray(at)); return b.length - at; } });
