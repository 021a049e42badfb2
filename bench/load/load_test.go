package load_test

import (
	"errors"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/omg-go/omg/bench/floor"
	"github.com/omg-go/omg/bench/load"
)

func TestFleetOfRawConnections(t *testing.T) {
	srv := httptest.NewServer(floor.Handler())
	defer srv.Close()
	var f load.Fleet
	if err := f.Add(load.Raw, srv.URL, 64, 40); err != nil {
		t.Fatal(err)
	}
	n, err := f.Run(30 * time.Millisecond)
	if err != nil || n < 40 {
		t.Errorf("%d calls, %v", n, err)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
}

func TestFleetTellsWhatFailed(t *testing.T) {
	broken := errors.New("refused")
	var f load.Fleet
	err := f.Add(func(string, int) (load.Conn, error) { return nil, broken }, "http://x", 64, 3)
	if !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}

func TestTextHasTheSize(t *testing.T) {
	for _, n := range []int{0, 1, 64, 1024} {
		if got := len(load.Text(n)); got != n {
			t.Errorf("Text(%d) has %d bytes", n, got)
		}
	}
}
