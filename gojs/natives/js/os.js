// What programs under test ask of package os and runtime.
function os$Exit(code) { $exit(code); }
function $exit(code) { throw new Error("exit " + code); }
class os$File { constructor(fd = 0) { this.fd = fd; } }
const os$Stdin = new os$File(0);
const os$Stdout = new os$File(1);
const os$Stderr = new os$File(2);
const os$Args = $slice(["a.out"]);
function os$File$WriteString(f, s) { $write(f.fd, s); return [s.length, null]; }
function os$File$Write(f, b) { $write(f.fd, $bytesToString(b)); return [b.l, null]; }
function os$Getenv(name) { return ""; }
async function runtime$Gosched() { await new Promise(resume => setTimeout(resume, 0)); }
function runtime$Goexit() { throw $goexit; }
function runtime$GC() {}
function runtime$KeepAlive(x) {}
function runtime$SetFinalizer(x, f) {}
function runtime$NumGoroutine() { return 1; }
function runtime$GOMAXPROCS(n) { return 1; }
function runtime$NumCPU() { return 1; }
function runtime$ReadMemStats(m) {}
