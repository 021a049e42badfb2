package chrome_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/omg-go/omg/bench/chrome"
	"github.com/omg-go/omg/bench/floor"
)

func open(t *testing.T, path string) *chrome.Page { return openOn(t, floor.Handler(), path) }

func openOn(t *testing.T, h http.Handler, path string) *chrome.Page {
	t.Helper()
	srv := httptest.NewServer(h)
	t.Cleanup(srv.Close)
	b, err := chrome.Start(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Close)
	p, err := b.Open(srv.URL + path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.Close)
	return p
}

func TestCounterClicksAreTimedAndCounted(t *testing.T) {
	p := open(t, floor.CounterPath)
	traffic, err := p.Count()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Call(nil, "() => bench.wait(() => socket.readyState === 1)"); err != nil {
		t.Fatal(err)
	}
	var took []float64
	if err := p.Call(&took, "bench.clicks", 5); err != nil {
		t.Fatal(err)
	}
	if len(took) != 5 || took[0] <= 0 {
		t.Errorf("took %v", took)
	}
	if up, down := traffic.Up(), traffic.Down(); up != 5*int64(len(`[1,"inc"]`)) || down != 5*int64(len(`["n","1"]`)) {
		t.Errorf("%d bytes up, %d down", up, down)
	}
}

func TestRowOperations(t *testing.T) {
	p := open(t, floor.RowsPath)
	for _, op := range []string{"run", "replace", "update", "select", "swaprows", "remove", "add", "clear"} {
		var took struct{ DOM, Paint float64 }
		if err := p.Call(&took, "bench.operate", op); err != nil {
			t.Fatalf("%s: %v", op, err)
		}
		if took.DOM <= 0 || took.Paint < took.DOM {
			t.Errorf("%s: %+v", op, took)
		}
	}
}

func TestErrorsOfThePageAreErrors(t *testing.T) {
	p := open(t, floor.BlankPath)
	if err := p.Call(nil, "() => { throw new Error('on purpose') }"); err == nil {
		t.Error("no error")
	}
}

func TestPagesOfAnyServerAreIsolated(t *testing.T) {
	for name, h := range map[string]http.Handler{
		"strict policy": http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Security-Policy", "default-src 'self'; require-trusted-types-for 'script'")
			io.WriteString(w, "<!doctype html><title>plain</title>")
		}),
		"isolated by itself": floor.Handler(),
	} {
		var isolated bool
		p := openOn(t, h, floor.BlankPath)
		if err := p.Call(&isolated, "() => crossOriginIsolated"); err != nil || !isolated {
			t.Errorf("%s: isolated: %v, %v", name, isolated, err)
		}
	}
}
