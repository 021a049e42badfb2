package mirror_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/mirror"
)

// Note has slots of the page in the struct that it embeds and in itself.
type Note struct {
	Plain
	Lines []string `omg:"browser"`
	Text  string   `omg:"browser"`
	Title string   `omg:"mirrored"`
}

func init() { mirror.Compiled[Note]() }

// TestBrowserSlotsAreData: lists and texts that look like code arrive as they are,
// also those of a type that embeds another one with twins; and that is one twin.
func TestBrowserSlotsAreData(t *testing.T) {
	p := open(t, newHub(t))
	n := &Note{Lines: []string{"alert(1)", `("a" "b")`, "$x"}, Text: "</script>", Title: `"; x`}
	send(t, p, n)
	send(t, p, n)
	send(t, p, &n.Plain)
	id := p.has(1)
	p.slot(id, "Lines", `["alert(1)","(\"a\" \"b\")","$x"]`)
	p.slot(id, "Text", `"</script>"`)
	p.slot(id, "Title", `"\"; x"`)
	p.slot(id, "Plain.N", "0")
}

// TestScopeIsAValue: it is made anywhere, outside of sessions too, and a type says
// nothing of it.
func TestScopeIsAValue(t *testing.T) {
	hub := newHub(t)
	p, other := open(t, hub), open(t, hub)
	mine, theirs, all := &Plain{}, &Plain{}, &Plain{}
	mine.SetScope(mirror.Session(p.Session().Context()))
	theirs.SetScope(mirror.Session(other.Session().Context()))
	send(t, p, mine)
	send(t, other, theirs)
	send(t, p, all)
	p.has(2)
	other.has(1)
	if err := take.Go(p.Session().Context(), theirs); err == nil {
		t.Error("another's object was sent")
	}
	theirs.SetScope(mirror.Everybody)
	send(t, p, theirs)
	p.has(3)
}

// TestDeafPageDelaysNobody: a page that takes nothing, though it is connected.
func TestDeafPageDelaysNobody(t *testing.T) {
	hub := newHubWith(t, bridge.Limits{Write: time.Hour, Silence: time.Hour}) // it is not given up meanwhile
	o := &Thing{}
	var pages []*page
	for range 20 {
		p := open(t, hub)
		send(t, p, o)
		p.has(1)
		pages = append(pages, p)
	}
	deaf := pages[0]
	deaf.Pipe().Limit(1) // no frame is that short: the first write waits
	text := strings.Repeat("x", 20_000)
	for _, c := range "abcdefghij" {
		o.Update(context.Background(), func() { o.Mood = string(c) + text })
		mirror.SyncSlot(context.Background(), o, &o.Mood)
		for _, p := range pages[1:] {
			p.slot(mirror.ID(p.Session(), o), "Mood", `"`+string(c)+text+`"`)
		}
	}
	deaf.Pipe().Limit(0)
	id := mirror.ID(deaf.Session(), o)
	deaf.slot(id, "Mood", `"j`+text+`"`)
	if n := deaf.applied(id); n > 7 { // three when it was made
		t.Errorf("%d values were sent to a page that took none", n)
	}
}

// TestTwinsAfterRestart: the sessions are gone, and what pages still say of their
// old twins is refused at once; objects that are built anew get new twins.
func TestTwinsAfterRestart(t *testing.T) {
	before := newHub(t)
	p := open(t, before)
	o := &Thing{Mood: "kept"}
	send(t, p, &Plain{})
	send(t, p, o)
	old := p.has(2)
	before.Shutdown(context.Background())

	p = open(t, newHub(t))
	p.Session().Grant("test.Secrets")
	again := &Thing{Mood: o.Mood, Secret: "s"}
	send(t, p, again)
	id := p.has(1)
	p.slot(id, "Mood", `"kept"`)
	if old == id {
		t.Fatal("the test means nothing: the ids are the same")
	}
	for name, args := range map[string][]any{
		"test.Secrets":                      {ref(old), "!"},
		"github.com/omg-go/omg/mirror.pull": {ref(old), "Mood"},
	} {
		if got, err := p.Call(name, args...); err == nil || !strings.Contains(err.Error(), "released") {
			t.Errorf("%s of a twin from before: %s, %v", name, got, err)
		}
	}
	if got, err := p.Call("test.Secrets", ref(id), "!"); got != `"s!"` {
		t.Error(got, err)
	}
}
