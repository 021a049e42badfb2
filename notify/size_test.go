package notify

import (
	"bytes"
	"compress/gzip"
	"strings"
	"testing"

	"github.com/omg-go/omg/module"
)

func zipped(t *testing.T, s string) int {
	t.Helper()
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	z.Write([]byte(s))
	z.Close()
	return b.Len()
}

// TestSize holds what a page with notifications fetches for them: its behaviour
// and its style. What a Center or a Local needs comes only with those.
func TestSize(t *testing.T) {
	total := 0
	for _, a := range module.Assets() {
		js, err := a.JavaScript()
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(js, "notify") {
			continue
		}
		t.Log(a.Name(), zipped(t, js))
		total += zipped(t, js)
	}
	for _, s := range module.Stylesheets() {
		if s.Name() == "notify" {
			t.Log(s.Name(), zipped(t, s.CSS()))
			total += zipped(t, s.CSS())
		}
	}
	if total > 2015 {
		t.Errorf("%d bytes", total)
	}
}
