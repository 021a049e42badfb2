package svg_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/a-h/templ"
	"github.com/omg-go/omg/internal/browsertest"
	"github.com/omg-go/omg/internal/leak"
	"github.com/omg-go/omg/svg"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestMain(m *testing.M) {
	flag.Parse()
	browsertest.Main(m, leak.Find)
}

func draw(t testing.TB, c templ.Component) string {
	t.Helper()
	var b bytes.Buffer
	if err := c.Render(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// drawErr wants the drawing to fail, and nothing to be written.
func drawErr(t testing.TB, c templ.Component) string {
	t.Helper()
	var b bytes.Buffer
	err := c.Render(t.Context(), &b)
	if err == nil {
		t.Fatalf("no error, drew %s", b.String())
	}
	if b.Len() > 0 {
		t.Errorf("failed and still drew %s", b.String())
	}
	return err.Error()
}

// golden compares with a file of testdata, one element a line.
func golden(t *testing.T, name, got string) {
	t.Helper()
	got = strings.ReplaceAll(got, "><", ">\n<") + "\n"
	path := filepath.Join("testdata", "golden", name+".html")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs (go test ./svg -update writes it anew); got\n%s", path, got)
	}
}

func box(kids ...svg.Node) *svg.Element { return svg.New(svg.Box(0, 0, 100, 100), kids...) }
