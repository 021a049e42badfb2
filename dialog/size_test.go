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

// most is how many bytes a page fetches to show dialogs, of the 5,000 that dialogs
// and notifications may have together. What few dialogs need, see actMore, comes on
// top, with the first of those.
const most, mostMore = 2985, 1000

// TestSize adds up all that a page fetches for its first dialog: code, with what
// the compiler adds, and looks.
func TestSize(t *testing.T) {
	sum := zipped(t, looks())
	t.Logf("%5d bytes of looks", sum)
	for _, a := range module.Assets() {
		js, err := a.JavaScript()
		if err != nil {
			t.Fatal(err)
		}
		size := zipped(t, js)
		switch {
		case strings.Contains(js, "omg-dialog"):
			sum += size
		case strings.Contains(js, "insertText"):
			if size > mostMore {
				t.Errorf("%d bytes for what few dialogs need, want at most %d", size, mostMore)
			}
		default:
			continue // of every page; of other tests
		}
		t.Logf("%5d bytes of code: %s", size, a.Name())
	}
	if sum > most {
		t.Errorf("%d bytes, want at most %d", sum, most)
	}
}

func looks() string {
	for _, s := range module.Stylesheets() {
		if s.Name() == "dialog" {
			return s.CSS()
		}
	}
	return ""
}
