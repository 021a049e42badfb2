package probe_test

import (
	"context"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// TestUncompiledHandle starts a program with a handle of a function that was
// never compiled: its server says which one and does not start.
func TestUncompiledHandle(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	defer cancel()
	out, err := exec.CommandContext(ctx, "go", "run", "./testdata/uncompiled").CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if got := string(out); !strings.Contains(got, "no such function in the page") || !strings.Contains(got, ".Forgotten") {
		t.Errorf("the server said %q", got)
	}
}
