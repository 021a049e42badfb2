package compute_test

import (
	"encoding/json"
	"os/exec"
	"testing"

	"github.com/omg-go/omg/bench/compute"
)

// TestHandWrittenJavaScriptDoesTheSame keeps the two sides of the figures equal.
func TestHandWrittenJavaScriptDoesTheSame(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Fatalf("the floors are JavaScript: %v", err)
	}
	const script = `import("../floor/page/compute.mjs").then((m) => console.log(JSON.stringify([
		m.GCD(5000), m.Hash(5000), m.ScanInts(700, 3), m.ScanInt32s(700, 3), m.ScanFloats(700, 3), m.ScanStrings(700, 3)])))`
	out, err := exec.Command(node, "-e", script).Output()
	if err != nil {
		t.Fatal(err)
	}
	var got []float64
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatal(err)
	}
	want := []float64{
		float64(compute.GCD(5000)), float64(compute.Hash(5000)), float64(compute.ScanInts(700, 3)),
		float64(compute.ScanInt32s(700, 3)), compute.ScanFloats(700, 3), float64(compute.ScanStrings(700, 3)),
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("function %d: JavaScript %v, Go %v", i, got[i], want[i])
		}
	}
}
