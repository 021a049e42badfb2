package module_test

import (
	"os/exec"
	"testing"
)

// The runtime calls the functions of a program's main package main.F, generated
// files call them by the import path.
func TestPackageMain(t *testing.T) {
	out, err := exec.CommandContext(t.Context(), "go", "run", "./testdata/program").CombinedOutput()
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
