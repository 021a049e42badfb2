package leak

import (
	"strings"
	"testing"
	"time"
)

func TestMain(m *testing.M) { Main(m) }

// TestFind: what ends late is no leak, what does not end is one.
func TestFind(t *testing.T) {
	go time.Sleep(time.Second) // twice as long as goleak waits
	if err := Find(); err != nil {
		t.Error(err)
	}
	defer func(d time.Duration) { patience = d }(patience)
	patience = 0
	end := make(chan struct{})
	defer close(end)
	go func() { <-end }()
	if err := Find(); err == nil || !strings.Contains(err.Error(), "TestFind") {
		t.Errorf("got %v", err)
	}
}
