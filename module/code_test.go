package module

import (
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/omg-go/omg/client"
)

func TestShortNames(t *testing.T) {
	for n, want := range map[int]string{0: "A", 25: "Z", 26: "$a", 77: "$Z", 78: "$aa", 79: "$ab", 78 + 52*52: "$aaa"} {
		if got := shortName(n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}

func TestRenameLeavesWhatOnlyLooksLikeAName(t *testing.T) {
	to := map[string]string{"pkg$f": "$a", "pkg$C": "$b", "$lib": "$c"}
	source := `
class pkg$C { constructor($lib) { this.pkg$f = $lib } pkg$f() { return "pkg$f" } }
function pkg$f(x) { const o = { pkg$f, pkg$C: x, $lib: $lib(() => ({ pkg$f })) }; return o.pkg$f + ` + "`pkg$f ${pkg$f}`" + ` + /pkg$f/.source }
`
	out, err := rename(source, to)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"class $b", "this.pkg$f = $lib", `"pkg$f"`, "{pkg$f: $a, pkg$C: x, $lib: $c(", "({pkg$f: $a})", "o.pkg$f", "`pkg$f ${$a}`", "/pkg$f/"} {
		if !strings.Contains(spaces.ReplaceAllString(out, " "), want) {
			t.Errorf("%s is not in\n%s", want, out)
		}
	}
}

var spaces = regexp.MustCompile(`\s+`)

// Modules that import each other by short names work, also where a local is called
// as a short name would be, and callWith comes from the runtime.
func TestServedModulesRun(t *testing.T) {
	u := Unit{Symbols: []Symbol{
		{Name: "app$count", JS: "let app$count = 0;\n", Order: "5"},
		{Name: "app$bump", JS: "function app$bump(A) { app$count += A; return { app$count }; }\n", Deps: []string{"app$count"}, Order: "2"},
		{Name: "app$One", JS: "function app$One(B) { return app$bump(1).app$count + B; }\n", Deps: []string{"app$bump"}, Order: "2"},
		{Name: "app$Two", JS: "async function app$Two() { return app$bump(2).app$count + await $callWith(); }\n", Deps: []string{"app$bump"}, Order: "2"},
	}, Functions: []Compiled{{Name: "app.One", Symbol: "app$One"}, {Name: "app.Two", Symbol: "app$Two"}}}
	_, functions := assemble([]Unit{u}, 0)
	dir := t.TempDir()
	var imports strings.Builder
	for i, as := range []string{"One", "Two"} {
		writeAll(t, dir, functions[i].Asset)
		imports.WriteString("import { " + functions[i].Export + " as " + as + ` } from "./` + path.Base(functions[i].Asset.Path()) + "\"\n")
	}
	write(t, dir, path.Base(client.CallsPath()), "export const callWith = async () => 100")
	write(t, dir, "package.json", `{"type":"module"}`)
	write(t, dir, "main.js", imports.String()+"console.log(One(10), await Two())")
	cmd := exec.Command("node", "main.js")
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil || string(out) != "11 103\n" {
		t.Errorf("%v: %s", err, out)
	}
}

func writeAll(t *testing.T, dir string, a *Asset) {
	t.Helper()
	js, err := a.JavaScript()
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(js, "app$bump") {
		t.Errorf("a long name is served: %s", js)
	}
	write(t, dir, path.Base(a.Path()), js)
	for _, d := range a.deps {
		writeAll(t, dir, d)
	}
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
