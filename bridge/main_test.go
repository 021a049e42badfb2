package bridge_test

import (
	"io"
	"log/slog"
	"testing"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/bridge/bridgetest"
	"github.com/omg-go/omg/internal/leak"
)

func TestMain(m *testing.M) { leak.Main(m) }

// quiet is a log for tests that provoke what is logged.
var quiet = slog.New(slog.NewTextHandler(io.Discard, nil))

var (
	maths = bridge.Module("test/maths", `export function add(x, y) { return x + y }`, "test.Up", "test.Slow")
	add   = bridge.Import2[int, int, int](maths, "add")
	shout = bridge.Import1[string, string](maths, "shout")
	note  = bridge.ImportProc1[string](maths, "note")
)

// open returns a page of a hub of its own.
func open(t testing.TB, o bridge.Options, layers ...bridge.Layer) *bridgetest.Page {
	t.Helper()
	if o.Log == nil {
		o.Log = quiet
	}
	return bridgetest.Open(t, bridgetest.NewHub(t, o), layers...)
}
