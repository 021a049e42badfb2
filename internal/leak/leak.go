package leak

import (
	"fmt"
	"os"
	"testing"
	"time"

	"go.uber.org/goleak"
)

// patience is how long goroutines may take to end. A test shortens it.
var patience = 30 * time.Second

// Find returns an error that shows the goroutines that still run after half a
// minute, other than the caller's.
func Find() (err error) {
	for late := time.Now().Add(patience); ; {
		if err = goleak.Find(); err == nil || time.Now().After(late) {
			return err
		}
	}
}

// Main runs the tests of a package and exits. They fail if they pass and leave
// goroutines.
func Main(m *testing.M) {
	code := m.Run()
	if code == 0 {
		if err := Find(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			code = 1
		}
	}
	os.Exit(code)
}
