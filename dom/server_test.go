package dom_test

import (
	"os/exec"
	"strings"
	"testing"
)

// Rules §7.9: on a server every call panics and says so.
func TestOnAServerEachCallPanicsAndSaysSo(t *testing.T) {
	out, err := exec.Command("go", "run", "./testdata/server").CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	for i, name := range []string{"dom.Body", "dom.Node.SetText", "dom.Of", "dom.After"} {
		want := strings.Replace(name, "dom.", "dom: ", 1) + " was called outside the page. On a server there is none"
		if !strings.HasPrefix(lines[i], want) {
			t.Errorf("%s: %s", name, lines[i])
		}
	}
}
