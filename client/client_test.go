package client_test

import (
	"bytes"
	"compress/gzip"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/omg-go/omg/client"
	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/js"
)

// What the runtime may cost, as "gzip -9" makes it: every page, and one that has
// calls besides. See docs/adr/runtime-in-two-modules.md.
const (
	limit      = 5 << 10
	callsLimit = 2450
	twinsLimit = 1200
)

func TestRuntimeIsSmall(t *testing.T) {
	core, calls, twins := packed(client.JavaScript()), packed(client.Calls()), packed(client.Twins())
	t.Logf("every page: %d bytes, with calls %d more, with twins %d more", core, calls, twins)
	if twins > twinsLimit {
		t.Errorf("the module of twins takes %d bytes compressed, want at most %d", twins, twinsLimit)
	}
	if core > limit {
		t.Errorf("the runtime takes %d bytes compressed, want at most %d", core, limit)
	}
	if calls > callsLimit {
		t.Errorf("the module of calls takes %d bytes compressed, want at most %d", calls, callsLimit)
	}
}

// packed returns the size of text after "gzip -9".
func packed(text string) int {
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
	w.Write([]byte(text))
	w.Close()
	return b.Len()
}

func TestRuntimeIsASCII(t *testing.T) {
	for i, r := range client.JavaScript() + client.Calls() + client.Twins() {
		if r > 126 || r < 32 && r != '\n' && r != '\t' {
			t.Fatalf("the runtime has %q at byte %d; write it as an escape", r, i)
		}
	}
}

// TestNamesAreDeclaredOnce holds what joining the files into one scope needs.
func TestNamesAreDeclaredOnce(t *testing.T) {
	owner := map[string]string{}
	for name, source := range sources(t) {
		for _, declared := range topLevel(t, name, source) {
			if other, twice := owner[declared]; twice {
				t.Errorf("%s is declared in %s and in %s", declared, other, name)
			}
			owner[declared] = name
		}
	}
}

// TestEveryFileIsUsed finds a file that neither module has.
func TestEveryFileIsUsed(t *testing.T) {
	src, _ := fs.Sub(client.Sources, "src")
	reached := recorder{FS: src, opened: map[string]bool{}}
	for _, entry := range []string{"index.js", "omg.js", "twins.js"} {
		if _, err := client.Assemble(reached, entry); err != nil {
			t.Fatal(err)
		}
	}
	for name := range sources(t) {
		if !reached.opened[name] {
			t.Errorf("%s is reached by no import", name)
		}
	}
}

func TestPathIsTheHashOfTheContent(t *testing.T) {
	want := "_omg/m/" + client.Hash(client.JavaScript()) + ".js"
	if got := client.Path(); got != want {
		t.Errorf("Path() = %q, want %q", got, want)
	}
}

func TestAssemble(t *testing.T) {
	dir := files(map[string]string{
		"index.js": "import { one } from \"./one.js\";\nimport './two.js';\nexport { helper } from \"./two.js\";\n\nexport function run() { return one + helper(); }\n",
		"one.js":   "import {\n  helper,\n} from \"./two.js\";\nexport const one = helper();\n",
		"two.js":   "export async function helper() { return 1; }\nexport { extra };\nfunction extra() {}\n",
	})
	got, err := client.Assemble(dir, "index.js")
	want := "export const { helper, run } = (() => {\n" +
		"async function helper() { return 1; }\nfunction extra() {}\n" +
		"const one = helper();\n" +
		"\nfunction run() { return one + helper(); }\n" +
		"return { helper, run };\n})();\n"
	if err != nil || got != want {
		t.Errorf("got %v:\n%s\nwant:\n%s", err, got, want)
	}
}

func TestAssembleLeavesOutWhatIsOutside(t *testing.T) {
	dir := files(map[string]string{
		"omg.js":   "import { on } from \"./index.js\";\nimport { two } from \"./two.js\";\non(two);\n",
		"two.js":   "import { send, on } from \"./index.js\";\nexport const two = send(on);\n",
		"index.js": "alert(1);\n",
	})
	got, err := client.Assemble(dir, "omg.js", "index.js")
	want := "import { on, send } from \"./index.js\";\nexport const {  } = (() => {\nconst two = send(on);\non(two);\nreturn {  };\n})();\n"
	if err != nil || got != want {
		t.Errorf("got %v:\n%s\nwant:\n%s", err, got, want)
	}
}

// TestCallsImportTheRuntime holds what makes one instance of both.
func TestCallsImportTheRuntime(t *testing.T) {
	if want := `from"./` + path.Base(client.Path()) + `"`; !strings.Contains(client.Calls(), want) {
		t.Errorf("no %s in\n%s", want, client.Calls())
	}
}

func TestAssembleFollowsCycles(t *testing.T) {
	dir := files(map[string]string{
		"a.js": "import { b } from \"./b.js\";\nexport function a() { return b; }\n",
		"b.js": "import { a } from \"./a.js\";\nexport function b() { return a; }\n",
	})
	got, err := client.Assemble(dir, "a.js")
	if err != nil || strings.Count(got, "function") != 2 || strings.Index(got, "function b") > strings.Index(got, "function a") {
		t.Errorf("got %v:\n%s", err, got)
	}
}

func TestAssembleRefuses(t *testing.T) {
	for name, source := range map[string]string{
		"renamed imports":  "import { a as b } from \"./other.js\";\n",
		"renamed exports":  "const a = 1;\nexport { a as b };\n",
		"default exports":  "export default function () {}\n",
		"default imports":  "import a from \"./other.js\";\n",
		"namespaces":       "import * as a from \"./other.js\";\n",
		"everything":       "export * from \"./other.js\";\n",
		"packages":         "import { a } from \"left-pad\";\n",
		"a missing file":   "import { a } from \"./missing.js\";\n",
		"another folder":   "import { a } from \"../other.js\";\n",
		"several bindings": "export const { a, b } = f();\n",
	} {
		t.Run(name, func(t *testing.T) {
			dir := files(map[string]string{"index.js": source, "other.js": "export const a = 1;\n"})
			if got, err := client.Assemble(dir, "index.js"); err == nil {
				t.Errorf("accepted, as\n%s", got)
			}
		})
	}
}

// The minifier makes x|0 of Math.trunc(x), which loses all beyond 32 bits.
func TestMinifyKeepsMaths(t *testing.T) {
	for _, call := range []string{"Math.trunc(x)", "Math.abs(x)", "Math.sqrt(x)", "Math.pow(x,3)"} {
		out, err := client.Minify("export const f = x => " + call)
		if err != nil || !strings.Contains(out, "=>"+strings.ReplaceAll(call, "x", "e")) {
			t.Errorf("%s became %s, %v", call, out, err)
		}
	}
}

// The minifier puts what takes an array apart in front of what stands before it.
func TestMinifyKeepsOrder(t *testing.T) {
	for source, want := range map[string]string{
		"function m() { let c = f(); let [a, b] = q(); p(a, b, c) }":              "let e=f();0;let[t,n]=q();",
		"function m() { const c = f(), { a, b } = q(); p(a, b, c) }":              "const e=f();0;const{a:t,b:n}=q();",
		"function m() { let [a, b] = q(), c = f(); p(a, b, c) }":                  "let[e,t]=q(),n=f();",
		"switch (x) { case 1: let c = f(); let [a] = q(() => c); p(a, c) }":       "let e=f();0;let[t]=q(()=>e);",
		"export const m = () => { let c = 4; let [a] = (i => [c])(2); p(a, c) }":  "let e=4;0;let[t]=(t=>[e])(2);",
		"function m() { const c = f(); let [a, b] = q(); let d = 1; p(a, b, c) }": "const e=f();let[t,n]=q(),s=1;",
	} {
		out, err := client.Minify(source)
		if err != nil || !strings.Contains(out, want) {
			t.Errorf("%s\nbecame %s, %v", source, out, err)
		}
	}
}

func TestMinifyNamesTheMistake(t *testing.T) {
	if _, err := client.Minify("const = 1"); err == nil || !strings.HasPrefix(err.Error(), "client: minify: ") {
		t.Errorf("got %v", err)
	}
}

func TestLink(t *testing.T) {
	omg := path.Base(client.CallsPath())
	resolve := func(name string) (string, bool) { return "_omg/m/abc.js", name == "./other.js" }
	for _, c := range []struct{ name, in, want string }{
		{"calls", `import { call } from "omg";`, `import { call } from "./` + omg + `";`},
		{"minified", `import{call}from"omg";f()`, `import{call}from"./` + omg + `";f()`},
		{"handed on", `export { call } from 'omg';`, `export { call } from "./` + omg + `";`},
		{"a neighbour", `import { f } from "./other.js";`, `import { f } from "./abc.js";`},
		{"over lines", "import {\n  call,\n} from \"omg\";", "import {\n  call,\n} from \"./" + omg + "\";"},
		{"a stranger", `import { f } from "./stranger.js";`, `import { f } from "./stranger.js";`},
		{"no import", `const s = "omg";`, `const s = "omg";`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := client.Link(c.in, resolve); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func files(contents map[string]string) fs.FS {
	dir := fstest.MapFS{}
	for name, content := range contents {
		dir[name] = &fstest.MapFile{Data: []byte(content)}
	}
	return dir
}

func sources(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{}
	entries, err := client.Sources.ReadDir("src")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		content, err := client.Sources.ReadFile("src/" + e.Name())
		if err != nil {
			t.Fatal(err)
		}
		all[e.Name()] = string(content)
	}
	return all
}

// topLevel returns the names that a module declares for the whole file.
func topLevel(t *testing.T, name, source string) (names []string) {
	t.Helper()
	ast, err := js.Parse(parse.NewInputString(source), js.Options{})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	for _, v := range ast.Declared {
		if !slices.Contains(importedNames(ast), string(v.Data)) {
			names = append(names, string(v.Data))
		}
	}
	return names
}

// recorder notes which files were opened.
type recorder struct {
	fs.FS
	opened map[string]bool
}

func (r recorder) Open(name string) (fs.File, error) {
	r.opened[name] = true
	return r.FS.Open(name)
}

// importedNames returns the names that a module has from others.
func importedNames(ast *js.AST) (names []string) {
	for _, statement := range ast.List {
		if s, ok := statement.(*js.ImportStmt); ok {
			for _, alias := range s.List {
				names = append(names, string(alias.Binding))
			}
		}
	}
	return names
}

// Rule 2.6: hidden pages get no animation frames, so nothing may wait for one.
func TestNothingWaitsForAFrame(t *testing.T) {
	for name, source := range map[string]string{"the runtime": client.JavaScript(), "calls": client.Calls()} {
		if strings.Contains(source, "requestAnimationFrame") || strings.Contains(source, "requestIdleCallback") {
			t.Errorf("%s: waits for what hidden pages do not get", name)
		}
	}
}
