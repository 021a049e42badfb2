package words_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/omg-go/omg/words"
)

func ExampleIn() {
	words.Add("eo", words.Table{"Close": "Fermi", "%d more": "%d pliaj"})
	ctx := words.With(context.Background(), "eo")
	fmt.Println(words.In(ctx, "Close"))
	fmt.Printf(words.In(ctx, "%d more")+"\n", 3)
	fmt.Println(words.In(ctx, "Loading"))
	// Output:
	// Fermi
	// 3 pliaj
	// Loading
}

func TestIn(t *testing.T) {
	words.Add("de", words.Table{"Close": "Schließen", "Cancel": "Abbrechen"})
	words.Add("de-AT", words.Table{"Cancel": "Storno"})
	for _, c := range []struct{ lang, name, want string }{
		{"de-AT", "Cancel", "Storno"},
		{"de-at", "Close", "Schließen"},
		{"de-Latn-AT", "Close", "Schließen"},
		{"fr", "Close", "Close"},
		{"", "Close", "Close"},
	} {
		if got := words.In(words.With(t.Context(), c.lang), c.name); got != c.want {
			t.Errorf("%s of %q: %q, want %q", c.name, c.lang, got, c.want)
		}
	}
	if got := words.In(t.Context(), "Close"); got != "Close" {
		t.Errorf("without a language: %q", got)
	}
}
