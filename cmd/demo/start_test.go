package main

import (
	"bufio"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"
)

// TestProgramStarts builds the demo and runs it as people do. Its package is
// called main then, which it is not in the other tests.
func TestProgramStarts(t *testing.T) {
	program := filepath.Join(t.TempDir(), "demo")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	demo := exec.Command(program, "-addr", "127.0.0.1:0")
	demo.Stderr = os.Stderr
	out, err := demo.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := demo.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Error(err)
	}
	// Asked before it is ready, it answers when it is, or has ended.
	answer, err := http.Get(regexp.MustCompile(`http://[\d.:]+`).FindString(line) + "/story/twin")
	if err != nil {
		t.Error(err)
	} else if answer.Body.Close(); answer.StatusCode != http.StatusOK {
		t.Errorf("status %d", answer.StatusCode)
	}
	http.DefaultClient.CloseIdleConnections()
	if err := demo.Process.Signal(os.Interrupt); err != nil {
		t.Error(err)
	}
	if err := demo.Wait(); err != nil {
		t.Errorf("the demo ended with %v", err)
	}
}
