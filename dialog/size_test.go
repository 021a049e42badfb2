package dialog

import (
	"bytes"
	"compress/gzip"
	"strings"
	"testing"

	"github.com/omg-go/omg/module"
)

// zipped returns how many bytes a text has when it is sent.
func zipped(t *testing.T, text string) int {
	t.Helper()
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	w.Write([]byte(text))
	w.Close()
	return b.Len()
}

// most is how many bytes a page fetches to show dialogs: of the 5 KiB that dialogs
// and notifications may have together.
const most = 4700

// TestSize adds up all that a page fetches for its first dialog: code, with what
// the compiler adds, and looks.
func TestSize(t *testing.T) {
	sum := 0
	for _, a := range module.Assets() {
		js, err := a.JavaScript()
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(js, "omg-dialog") {
			continue // of every page; of other tests
		}
		t.Logf("%5d bytes of code: %s", zipped(t, js), a.Name())
		sum += zipped(t, js)
	}
	t.Logf("%5d bytes of looks", zipped(t, css2()))
	sum += zipped(t, css2())
	if sum > most {
		t.Errorf("%d bytes, want at most %d", sum, most)
	}
}

func css2() string {
	for _, s := range module.Stylesheets() {
		if s.Name() == "dialog" {
			return s.CSS()
		}
	}
	return ""
}
