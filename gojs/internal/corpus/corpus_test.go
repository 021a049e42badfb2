package corpus_test

import (
	"os"
	"testing"

	"github.com/omg-go/omg/gojs/internal/corpus"
)

// every is how many programs the quick run leaves out between two.
const every = 25

// TestSample runs a few programs of the corpus, all of them with OMG_LONG=1.
func TestSample(t *testing.T) {
	r, err := corpus.NewRunner(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	rep := corpus.Judge(r.Run(chosen(os.Getenv("OMG_LONG") != "")))
	for _, b := range rep.Broken {
		t.Errorf("%s: exit %d\n%s", b.Name, b.Outcome.Exit, b.Detail)
	}
	for _, f := range rep.Fixed {
		t.Errorf("%s passes; take it off testdata/failures.txt", f.Name)
	}
	t.Logf("%d of %d pass", rep.Passed, rep.Total)
}

func chosen(all bool) []string {
	if all {
		return corpus.Programs()
	}
	var names []string
	for i, name := range corpus.Programs() {
		if i%every == 0 {
			names = append(names, name)
		}
	}
	return names
}

func TestListsFit(t *testing.T) {
	golden, failures := corpus.Golden(), corpus.Failures()
	listed := map[string]bool{}
	for _, name := range corpus.Programs() {
		listed[name] = true
		if _, ok := golden[name]; !ok {
			t.Errorf("%s has no outcome", name)
		}
	}
	if n := len(listed); n < 720 {
		t.Errorf("%d programs, want at least 720", n)
	}
	for name, reason := range failures {
		if !listed[name] || reason == "" {
			t.Errorf("failure %s: not in the list, or without a reason", name)
		}
	}
	if good := len(listed) - len(failures); good*100 < 95*len(listed) {
		t.Errorf("%d of %d pass, want 95 %%", good, len(listed))
	}
}
