package conformance_test

import (
	"flag"
	"os"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/omg-go/omg/internal/leak"

	"github.com/omg-go/omg/dom/conformance"
	"github.com/omg-go/omg/dom/domtest"
	"github.com/omg-go/omg/internal/browsertest"
)

var update = flag.Bool("update", false, "write testdata/results.txt")

func TestMain(m *testing.M) { browsertest.Main(m, leak.Find) }

// The page in memory; a browser's turn comes with the compiler's tests. The cases
// name rows U1 to U4, U6 to U8, U10 to U13.
func TestInMemory(t *testing.T) {
	var got strings.Builder
	synctest.Test(t, func(t *testing.T) {
		domtest.New(t, "")
		for i := 0; ; i++ {
			line := conformance.Run(t.Context(), i)
			if line == "" {
				return
			}
			got.WriteString(line + "\n")
		}
	})
	const file = "testdata/results.txt"
	if *update {
		if err := os.WriteFile(file, []byte(got.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	compare(t, got.String(), string(want))
}
