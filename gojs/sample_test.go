package gojs_test

import (
	"bytes"
	"compress/gzip"
	"go/types"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/omg-go/omg/client"
	"github.com/omg-go/omg/gojs"
	"github.com/omg-go/omg/gojs/load"
	_ "github.com/omg-go/omg/gojs/testdata/sample"
	_ "github.com/omg-go/omg/gojs/testdata/started"
	"github.com/omg-go/omg/module"
)

const samplePath = "github.com/omg-go/omg/gojs/testdata/sample."

// fullName completes the name of a sample function.
func fullName(name string) string {
	if strings.Contains(name, "/") {
		return name
	}
	return samplePath + name
}

// modules returns the file name and text of every module that a function needs.
func modules(t *testing.T, names ...string) map[string]string {
	t.Helper()
	byName := map[string]*module.Asset{}
	for _, a := range module.Assets() {
		byName[path.Base(a.Path())] = a
	}
	files := map[string]string{}
	var take func(a *module.Asset)
	take = func(a *module.Asset) {
		js, err := a.JavaScript()
		if err != nil {
			t.Fatal(err)
		}
		files[path.Base(a.Path())] = js
		for _, m := range regexp.MustCompile(`"\./([^"]+)"`).FindAllStringSubmatch(js, -1) {
			if d := byName[m[1]]; d != nil && files[m[1]] == "" {
				take(d)
			}
		}
	}
	for _, name := range names {
		name, _, _ = strings.Cut(name, "=")
		f, ok := module.Lookup(fullName(name))
		if !ok {
			t.Fatal("not compiled: ", name)
		}
		take(f.Asset)
	}
	return files
}

func gzipped(text string) int {
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, 9)
	w.Write([]byte(text))
	w.Close()
	return b.Len()
}

var sampleWorld = sync.OnceValues(func() (*load.World, error) { return load.Load(".", "./testdata/sample") })

// compiled returns the minified module of sample functions.
func compiled(t *testing.T, names ...string) string {
	t.Helper()
	w, err := sampleWorld()
	if err != nil {
		t.Fatal(err)
	}
	var functions []*types.Func
	for _, name := range names {
		functions = append(functions, w.Roots[0].Types.Scope().Lookup(name).(*types.Func))
	}
	text, err := gojs.Module(w, functions...)
	if err != nil {
		t.Fatal(err)
	}
	if dir := os.Getenv("OMG_KEEP"); dir != "" {
		os.WriteFile(filepath.Join(dir, names[0]+".mjs"), []byte(text), 0o644)
	}
	js, err := client.Minify(text)
	if err != nil {
		t.Fatal(err)
	}
	return js
}

func TestSizes(t *testing.T) {
	tests := []struct {
		limit int
		names []string
	}{
		{300, []string{"Add"}},
		{1300, []string{"FilterNumber"}},
		{6000, []string{"FilterNumber", "MakeDraggable", "ShowTable"}},
	}
	for _, tt := range tests {
		if n := gzipped(compiled(t, tt.names...)); n > tt.limit {
			t.Errorf("%v: %d bytes gzip, want at most %d", tt.names, n, tt.limit)
		} else {
			t.Logf("%v: %d bytes gzip", tt.names, n)
		}
	}
}

// inNode writes the modules of the functions to a folder and runs a script
// there that imports them by name.
func inNode(t *testing.T, script string, names ...string) string {
	t.Helper()
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, text := range modules(t, names...) {
		write(name, text)
	}
	write("package.json", `{"type":"module"}`)
	write(path.Base(client.CallsPath()), "export const callWith = (ctx, name, args) => globalThis.backend(ctx, name, args);\n")
	var head strings.Builder
	for _, name := range names {
		name, as, renamed := strings.Cut(name, "=")
		if !renamed {
			as = name
		}
		f, _ := module.Lookup(fullName(name))
		head.WriteString("import { " + f.Export + " as " + as + " } from './" + path.Base(f.Asset.Path()) + "'\n")
	}
	write("main.js", head.String()+script)
	cmd := exec.Command("node", "main.js")
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return string(out)
}

func TestVariablesStartFromTheBackend(t *testing.T) {
	script := `console.log(Greet("żółw")); console.log(Greet("b"))`
	if got, want := inNode(t, script, "Greet"), "hello żółw\nhello żółw b\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestMarkedInitRunsInThePage(t *testing.T) {
	name := "github.com/omg-go/omg/gojs/testdata/started.times=Times"
	if got := inNode(t, "console.log(Times())", name); got != "1\n" {
		t.Errorf("init ran %s times", got)
	}
}

func TestLiteralsAreHandles(t *testing.T) {
	script := "console.log(twice('é'))"
	for _, f := range module.Functions() {
		if strings.HasPrefix(f.Name, samplePath+"sample.go:") {
			if got := inNode(t, script, strings.TrimPrefix(f.Name, samplePath)+"=twice"); got != "éé\n" {
				t.Errorf("got %q", got)
			}
			return
		}
	}
	t.Error("no function named by its place")
}

func TestCallsCrossTheBorder(t *testing.T) {
	script := `
globalThis.backend = async (ctx, name, args) => {
	console.log(name, args, ctx instanceof AbortSignal);
	if (!args[0]) throw new Error("no city");
	return { City: args[0], Temp: 21.5, Days: ["Mon", "Tué"] };
};
const run = new AbortController();
console.log(Add.call(run.signal, 1, 2));
console.log(await Ask.call(run.signal, " Kraków "));
try { await Ask.call(run.signal, " ") } catch (e) { console.log("error:", e.message) }
globalThis.backend = async ctx => { run.abort(); throw ctx.reason };
try { await Ask.call(run.signal, "x") } catch (e) { console.log("error:", e.message) }
`
	want := `3
github.com/omg-go/omg/gojs/testdata/sample.Know [ 'Kraków' ] true
Kraków: 21.5 Mon,Tué
github.com/omg-go/omg/gojs/testdata/sample.Know [ '' ] true
error: no city
error: context canceled
`
	if got := inNode(t, script, "Add", "Ask"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A context that the page's code made of the call's own ends the calls that it makes.
func TestContextsOfThePage(t *testing.T) {
	script := `
globalThis.backend = (ctx, name, args) => new Promise((done, failed) => {
	const end = () => failed(ctx.reason);
	if (ctx.aborted) end(); else ctx.addEventListener("abort", end);
	if (args[0] !== "slow") done({ City: args[0], Temp: 1, Days: null });
});
const run = new AbortController();
console.log(await ask.call(run.signal, "x", 60000));
try { await ask.call(run.signal, "slow", 5) } catch (e) { console.log("error:", e.message) }
setTimeout(() => run.abort(), 5);
try { await ask.call(run.signal, "slow", 60000) } catch (e) { console.log("error:", e.message) }
process.exit();
`
	if got, want := inNode(t, script, "AskWithin=ask"), "x: 1.0 \nerror: context deadline exceeded\nerror: context canceled\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestFunctionsCrossBothWays(t *testing.T) {
	script := `
const run = new AbortController();
console.log(await Apply.call(run.signal, async (n, back) => n + await back(5), 1));
try { await Apply.call(run.signal, async () => { throw new Error("refused") }, 1) } catch (e) { console.log(e.message) }
`
	if got, want := inNode(t, script, "apply=Apply"), "52\napply: refused\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestValuesCross(t *testing.T) {
	script := `
const s = { Name: "żółw", big: 9007199254740993n, When: new Date(0), Raw: new Uint8Array([9]), Parts: [null, { Name: "part" }], Counts: new Map([["n", 1]]), Grid: [1, 2.5] };
console.log(Shapes([s]).get("żółw"));
console.log(Shapes(null));
`
	want := `{
  Name: 'żółw',
  big: 9007199254740994n,
  When: 1970-01-01T01:00:00.000Z,
  Raw: Uint8Array(2) [ 9, 1 ],
  Parts: [
    null,
    {
      Name: 'part',
      big: 0n,
      When: 0001-01-01T00:00:00.000Z,
      Raw: null,
      Parts: null,
      Counts: null,
      Grid: [Array]
    }
  ],
  Counts: Map(1) { 'n' => 8 },
  Grid: [ 1, 2.5 ]
}
Map(0) {}
`
	if got := inNode(t, script, "shapes=Shapes"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
