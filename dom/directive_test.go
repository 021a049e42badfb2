package dom_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// A declared is a function of package dom as its source has it.
type declared struct {
	name     string // with the receiver's type
	decl     *ast.FuncDecl
	js       string // the template of an intrinsic
	composed bool
}

// source parses the package, without its tests.
func source(t *testing.T) (funcs []declared, types map[string]string) {
	t.Helper()
	types = map[string]string{}
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), e.Name(), nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				funcs = append(funcs, declaration(d))
			case *ast.GenDecl:
				for _, s := range d.Specs {
					if ts, ok := s.(*ast.TypeSpec); ok {
						types[ts.Name.Name] = mark(d.Doc)
					}
				}
			}
		}
	}
	return funcs, types
}

func declaration(d *ast.FuncDecl) declared {
	f := declared{name: d.Name.Name, decl: d}
	if d.Recv != nil {
		f.name = d.Recv.List[0].Type.(*ast.Ident).Name + "." + f.name
	}
	m := mark(d.Doc)
	f.composed = m == "//omg:browser"
	f.js, _ = strings.CutPrefix(m, "//omg:js ")
	if !strings.HasPrefix(m, "//omg:js ") {
		f.js = ""
	}
	return f
}

// mark is the directive in a comment.
func mark(doc *ast.CommentGroup) string {
	if doc == nil {
		return ""
	}
	for _, c := range doc.List {
		if strings.HasPrefix(c.Text, "//omg:") {
			return c.Text
		}
	}
	return ""
}

// helpers are what only Go bodies use.
var helpers = strings.Fields("global text number truth object target node element elements texts function fields construct" +
	" touches callback values nullOr ofKind ofList ofMap valueOf valueIn itoa Event.kind Value.object")

func TestEveryFunctionIsAnIntrinsicOrComposed(t *testing.T) {
	funcs, types := source(t)
	intrinsics := 0
	for _, f := range funcs {
		switch marked := f.js != "" || f.composed; {
		case f.decl.Body == nil:
			t.Errorf("%s has no Go body", f.name)
		case marked && slices.Contains(helpers, f.name):
			t.Errorf("%s is a helper and marked", f.name)
		case !marked && !slices.Contains(helpers, f.name):
			t.Errorf("%s has neither //omg:js nor //omg:browser", f.name)
		}
		if f.js != "" {
			intrinsics++
		}
		if f.decl.Name.IsExported() && f.decl.Doc.Text() == "" {
			t.Errorf("%s has no doc comment", f.name)
		}
	}
	for name, m := range types {
		if m != "//omg:browser" && m != "//omg:js type" && m != "//omg:js type undefined" {
			t.Errorf("type %s is marked %q", name, m)
		}
	}
	if len(funcs) < 200 || intrinsics < 150 {
		t.Errorf("only %d functions, %d intrinsics found", len(funcs), intrinsics)
	}
}

// TestTemplates holds the two halves of an intrinsic to each other: operands that
// exist and are used, results as the rules of the compiler allow, and the names
// that the Go body asks the page in memory for.
func TestTemplates(t *testing.T) {
	funcs, _ := source(t)
	operand := regexp.MustCompile(`\$\d`)
	for _, f := range funcs {
		if f.js == "" {
			continue
		}
		used := map[string]bool{}
		for _, op := range operand.FindAllString(f.js, -1) {
			used[op] = true
		}
		want := operands(f.decl)
		for op := range used {
			if !slices.Contains(want, op) {
				t.Errorf("%s: %s uses %s, which it has not", f.name, f.js, op)
			}
		}
		for _, op := range want {
			if !used[op] && !strings.Contains(f.js, "$...") {
				t.Errorf("%s: %s does not use %s", f.name, f.js, op)
			}
		}
		checkResults(t, f)
		for _, name := range asked(f.decl.Body) {
			if !strings.Contains(f.js, name) && !differs[f.name] {
				t.Errorf("%s asks for %s, which is not in %s", f.name, name, f.js)
			}
		}
	}
}

// differs are intrinsics whose Go body goes another way.
var differs = map[string]bool{
	"Element.ComputedStyle": true, "Element.Data": true, "Element.SetData": true, "Element.SelectedValues": true,
	"Storage.Names": true, "elements": true,
}

func operands(d *ast.FuncDecl) (ops []string) {
	if d.Recv != nil {
		ops = append(ops, "$0")
	}
	for _, p := range d.Type.Params.List {
		for range max(1, len(p.Names)) {
			ops = append(ops, "$"+strconv.Itoa(len(ops)))
		}
	}
	return ops
}

func checkResults(t *testing.T, f declared) {
	if f.decl.Type.Results == nil {
		return
	}
	list := f.decl.Type.Results.List
	if len(list) > 1 || len(list[0].Names) > 1 {
		t.Errorf("%s: an intrinsic has one result", f.name)
	}
	if id, ok := list[0].Type.(*ast.Ident); ok && (id.Name == "error" || id.Name == "any") {
		t.Errorf("%s: an intrinsic does not return %s", f.name, id.Name)
	}
}

// asked are the last names of the paths that a body gives Get, Set and Call, and
// the classes that it constructs.
func asked(body *ast.BlockStmt) (names []string) {
	ast.Inspect(body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) == 0 {
			return true
		}
		name := ""
		switch fun := call.Fun.(type) {
		case *ast.SelectorExpr:
			name = fun.Sel.Name
		case *ast.Ident:
			name = fun.Name
		}
		lit, ok := call.Args[0].(*ast.BasicLit)
		if !ok || !slices.Contains([]string{"Get", "Set", "Call", "CallOwn", "construct"}, name) {
			return true
		}
		path, _ := strconv.Unquote(lit.Value)
		for _, part := range strings.Split(path, ".") {
			if part != "length" {
				names = append(names, part)
			}
		}
		return true
	})
	return names
}
