package dialog

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/words"
)

func TestValid(t *testing.T) {
	for _, c := range []struct {
		line Line
		text string
		want string // the error
	}{
		{Line{}, "", ""},
		{Line{Required: true}, "", "Please fill in this field."},
		{Line{MaxLength: 3}, "äöü", ""},
		{Line{MaxLength: 3}, "äöüß", "Please use at most 3 characters."},
		{Line{Pattern: "a|b"}, "b", ""},
		{Line{Pattern: "a|b"}, "ab", "Please match the requested format."},
		{Line{Type: Email}, "ada@example.org", ""},
		{Line{Type: Email}, "Ada <ada@example.org>", "Please enter an email address."},
		{Line{Type: URL}, "https://example.org/a", ""},
		{Line{Type: URL}, "example", "Please enter a URL."},
		{Line{Type: Number, Min: "1", Max: "2.5"}, "2.5", ""},
		{Line{Type: Number, Min: "1", Max: "2.5"}, "0", "Please enter at least 1."},
		{Line{Type: Number, Min: "1", Max: "2.5"}, "3", "Please enter at most 2.5."},
		{Line{Type: Number}, "NaN", "Please enter a number."},
		{Line{Type: Date, Min: "2026-01-02"}, "2026-01-02", ""},
		{Line{Type: Date, Min: "2026-01-02"}, "2026-01-01", "Please enter 2026-01-02 or later."},
		{Line{Type: Date}, "yesterday", "Please enter a date."},
		{Line{Type: Select, Options: []Option{{Value: "a"}}}, "a", ""},
		{Line{Type: Radio, Options: []Option{{Value: "a"}}}, "b", "Please choose one of the options."},
	} {
		c.line.Key = "k"
		_, err := newField(c.line, 0).final(context.Background(), c.text)
		if got := text(err); got != c.want {
			t.Errorf("%+v, %q: %q, want %q", c.line, c.text, got, c.want)
		}
	}
}

func text(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func TestWordsOfChecks(t *testing.T) {
	words.Add("xx", words.Table{"Please use at most %d characters.": "%d!"})
	ctx := words.With(context.Background(), "xx")
	if _, err := newField(Line{Key: "k", MaxLength: 1}, 0).final(ctx, "long"); text(err) != "1!" {
		t.Errorf("%v", err)
	}
}

// TestFilterShapes runs every kind of filter and check here, as before an answer.
func TestFilterShapes(t *testing.T) {
	no := errors.New("no")
	for name, line := range map[string]Line{
		"text":    {Filter: strings.ToUpper},
		"error":   {Filter: func(s string) (string, error) { return strings.ToUpper(s), nil }},
		"context": {Filter: func(_ context.Context, s string) (string, error) { return strings.ToUpper(s), nil }},
		"check":   {Filter: strings.ToUpper, Check: func(string) error { return nil }},
	} {
		line.Key = "k"
		if got, err := newField(line, 0).final(context.Background(), "abc"); got != "ABC" || err != nil {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	for name, line := range map[string]Line{
		"filter": {Filter: func(string) (string, error) { return "", no }},
		"check":  {Check: func(context.Context, string) error { return no }},
	} {
		line.Key = "k"
		if _, err := newField(line, 0).final(context.Background(), "abc"); !errors.Is(err, no) {
			t.Errorf("%s: %v", name, err)
		}
	}
	disabled := Line{Key: "k", Default: "kept", Disabled: true, Filter: func(string) (string, error) { return "", no }}
	if got, err := newField(disabled, 0).final(context.Background(), "forged"); got != "kept" || err != nil {
		t.Errorf("disabled: %q, %v", got, err)
	}
}

// TestFiltersOfThePageRunHere is about the Go that handles were made of. These
// were never compiled, so no server would start any more: the test has a process
// of its own.
func TestFiltersOfThePageRunHere(t *testing.T) {
	if os.Getenv("OMG_ALONE") == "" {
		alone := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$")
		alone.Env = append(os.Environ(), "OMG_ALONE=1")
		if out, err := alone.CombinedOutput(); err != nil {
			t.Errorf("%v\n%s", err, out)
		}
		return
	}
	filter := newField(Line{Key: "k", Filter: bridge.Func1(strings.ToUpper)}, 0)
	if got, err := filter.final(context.Background(), "abc"); got != "ABC" || err != nil {
		t.Errorf("filter: %q, %v", got, err)
	}
	no := errors.New("no")
	check := newField(Line{Key: "k", Check: bridge.Proc1F(func(string) error { return no })}, 0)
	if _, err := check.final(context.Background(), "abc"); !errors.Is(err, no) {
		t.Errorf("check: %v", err)
	}
}

func TestButtons(t *testing.T) {
	for _, c := range []struct {
		buttons       []Button
		usual, safest int
	}{
		{OKCancel, 1, 0},
		{[]Button{{Label: "Close"}}, 0, 0},
		{[]Button{{Label: "a"}, {Label: "b"}}, -1, 0},
		{[]Button{{Label: "Delete", Variant: Danger}, {Label: "Keep"}}, -1, 1},
		{[]Button{{Label: "a", Variant: Primary}, {Label: "b", Default: true}}, 1, 0},
	} {
		if u, s := defaultButton(c.buttons), safestButton(c.buttons); u != c.usual || s != c.safest {
			t.Errorf("%v: default %d, safest %d, want %d, %d", c.buttons, u, s, c.usual, c.safest)
		}
	}
}
