package mirror_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/internal/leak"
	"github.com/omg-go/omg/mirror"
)

func TestMain(m *testing.M) {
	mirror.Compiled[Thing]()
	mirror.Compiled[Part]()
	mirror.Compiled[Text]()
	mirror.Compiled[Plain]()
	leak.Main(m)
}

// Thing has a slot of each kind.
type Thing struct {
	mirror.Object
	Secret string
	Hue    int    `omg:"browser"`
	Mood   string `omg:"mirrored"`
	Peer   *Thing `omg:"mirrored"`
	made   []string
}

// Secrets is a method for pages.
func (t *Thing) Secrets(ctx context.Context, more string) (string, error) {
	return t.Secret + more, nil
}

type Part struct {
	Thing
	Size int `omg:"mirrored"`
}

type Plain struct {
	mirror.Object
	N int `omg:"mirrored"`
}

var (
	source = bridge.Module("mirror/test", "export const take = (x) => x")
	take   = bridge.ImportProc1[any](source, "take")
)

func init() { bridge.RPCMethod("test.Secrets", (*Thing).Secrets) }

func newHub(t testing.TB) *bridge.Hub { return newHubWith(t, bridge.Limits{}) }

func newHubWith(t testing.TB, l bridge.Limits) *bridge.Hub {
	h := bridge.NewHub(bridge.Options{Log: slog.New(slog.DiscardHandler), Limits: l})
	t.Cleanup(func() { h.Shutdown(context.Background()) })
	return h
}

// until waits for a condition.
func until(t testing.TB, cond func() bool) {
	t.Helper()
	for end := time.Now().Add(patience); !cond(); time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("not within %v", patience)
		}
	}
}

// send passes o to the page, which answers nothing.
func send(t testing.TB, p *page, o any) {
	t.Helper()
	if err := take.Go(p.Session().Context(), o); err != nil {
		t.Fatal(err)
	}
}

func TestOneTwinASession(t *testing.T) {
	hub := newHub(t)
	one, two := open(t, hub), open(t, hub)
	o := &Thing{Secret: "s", Hue: 7, Mood: "calm"}
	send(t, one, o)
	send(t, one, o)
	send(t, two, []*Thing{o, o})
	for _, p := range []*page{one, two} {
		id := p.has(1)
		p.slot(id, "Mood", `"calm"`)
		p.slot(id, "Hue", "7")
		p.slot(id, "Peer", "null")
	}
	if strings.Contains(one.dump(), `"s"`) || strings.Contains(one.dump(), "Secret") {
		t.Error("the backend's slot left it:", one.dump())
	}
	if n := mirror.Twins(o); n != 2 {
		t.Errorf("%d twins", n)
	}
}

func TestCycle(t *testing.T) {
	p := open(t, newHub(t))
	a, b := &Thing{Mood: "a"}, &Thing{Mood: "b"}
	a.Peer, b.Peer = b, a
	send(t, p, a)
	p.has(2)
}

// TestReceiving is what a page may send where an object is wanted.
func TestReceiving(t *testing.T) {
	hub := newHub(t)
	p, other := open(t, hub), open(t, hub)
	p.Session().Grant("test.Secrets")
	o, wrong := &Thing{Secret: "s"}, &Plain{}
	send(t, p, o)
	id := p.has(1)
	send(t, p, wrong)
	wrongID := p.has(2)
	part := &Part{Thing: Thing{Secret: "p"}}
	send(t, p, part)
	partID := p.has(3)
	private := &Thing{Secret: "other's"}
	private.SetScope(mirror.Session(other.Session().Context()))
	send(t, other, private)
	other.has(1)
	for _, c := range []struct {
		name string
		arg  any
		want string
	}{
		{"the twin", ref(id), `"s!"`},
		{"a part of the twin", ref(partID), `"p!"`},
		{"a forged id", ref(id + 1000), "released"},
		{"another type", ref(wrongID), "want *mirror_test.Thing"},
		{"nothing", nil, "want *mirror_test.Thing, got null"},
		{"an object", map[string]any{"Mood": "x"}, "want *mirror_test.Thing, got object"},
		{"a text", "x", "want *mirror_test.Thing, got string"},
	} {
		got, err := p.Call("test.Secrets", c.arg, "!")
		if err != nil {
			got = err.Error()
		}
		if !strings.Contains(got, c.want) {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

func TestScopes(t *testing.T) {
	hub := newHub(t)
	in, out := open(t, hub), open(t, hub)
	in.Session().Grant("test.Secrets")
	ctx := in.Session().Context()

	o := &Thing{Secret: "s"}
	o.SetScope(mirror.Session(ctx))
	send(t, in, o)
	id := in.has(1)
	if err := take.Go(out.Session().Context(), o); !errors.Is(err, mirror.ErrScope) {
		t.Errorf("another session: %v", err)
	}
	if err := take.Go(out.Session().Context(), []any{1, o}); !errors.Is(err, mirror.ErrScope) {
		t.Errorf("within something: %v", err)
	}

	g := &Thing{Secret: "g"}
	g.SetScope(mirror.Group("team"))
	if err := take.Go(ctx, g); !errors.Is(err, mirror.ErrScope) {
		t.Errorf("not in the group: %v", err)
	}
	mirror.Join(ctx, "team")
	send(t, in, g)
	gid := in.has(2)
	if got, err := in.Call("test.Secrets", ref(gid), ""); got != `"g"` {
		t.Error(got, err)
	}
	mirror.Leave(ctx, "team")
	in.has(1)
	if got, err := in.Call("test.Secrets", ref(gid), ""); err == nil {
		t.Error("after leaving: ", got)
	}
	if got, err := in.Call("test.Secrets", ref(id), ""); got != `"s"` {
		t.Error(got, err)
	}
	o.SetScope(mirror.Session(out.Session().Context()))
	in.has(0)
}

func TestSentAsTwoThings(t *testing.T) {
	p := open(t, newHub(t))
	d := &Part{}
	send(t, p, &d.Thing)
	p.has(1)
	if err := take.Go(p.Session().Context(), d); err == nil || !strings.Contains(err.Error(), "send the whole first") {
		t.Error(err)
	}
	e := &Part{Size: 3, Thing: Thing{Mood: "m"}}
	send(t, p, e)
	id := p.has(2)
	p.slot(id, "Thing.Mood", `"m"`)
	p.slot(id, "Size", "3")
	send(t, p, &e.Thing)
	p.has(2)
}

func TestSyncSlotNamesItsSlot(t *testing.T) {
	p := open(t, newHub(t))
	o, ctx := &Thing{}, context.Background()
	send(t, p, o)
	var foreign string
	for _, c := range []struct {
		slot any
		want string
	}{{&o.Secret, "no mirrored slot"}, {&foreign, "no mirrored slot"}, {o.Mood, "&obj.Field"}, {&o.Hue, "in the page only"}, {(*string)(nil), "&obj.Field"}} {
		if err := mirror.SyncSlot(ctx, o, c.slot); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got %v, want %s", err, c.want)
		}
	}
	if err := mirror.SyncSlot(ctx, o, &o.Mood); err != nil {
		t.Error(err)
	}
}

// TestTurnSendsOnce: what a turn changes several times is sent once, before its
// calls, also to other pages.
func TestTurnSendsOnce(t *testing.T) {
	hub := newHub(t)
	p, other := open(t, hub), open(t, hub)
	o := &Thing{}
	send(t, p, o)
	send(t, other, o)
	id, oid := p.has(1), other.has(1)
	err := bridge.Do(p.Session().Context(), func(ctx context.Context) error {
		for i := range 10 {
			o.Update(ctx, func() { o.Mood = fmt.Sprint(i) })
			mirror.SyncSlot(ctx, o, &o.Mood)
		}
		return take.Go(ctx, "marker")
	})
	if err != nil {
		t.Fatal(err)
	}
	p.slot(id, "Mood", `"9"`)
	other.slot(oid, "Mood", `"9"`)
	p.Wait(func() bool { return strings.Contains(p.dump(), "marker") })
	if n := p.applied(id); n != 4 {
		t.Errorf("own page: %d values, want 4 (3 when it was made)", n)
	}
	if n := other.applied(oid); n != 4 {
		t.Errorf("other page: %d values, want 4", n)
	}
	if text := p.dump(); strings.Index(text, "marker") < strings.LastIndex(text, "[7,") {
		t.Error("the call came before the slot:", text)
	}
}

// TestUpdateSendsAtItsEnd: SyncSlot inside of Update only marks.
func TestUpdateSendsAtItsEnd(t *testing.T) {
	p := open(t, newHub(t))
	o := &Thing{}
	send(t, p, o)
	id := p.has(1)
	o.Update(context.Background(), func() {
		o.Mood = "early"
		mirror.SyncSlot(context.Background(), o, &o.Mood)
		send(t, p, o) // encodes under the lock that this goroutine has
		o.Mood = "late"
	})
	p.slot(id, "Mood", `"late"`)
	if n := p.applied(id); n != 4 {
		t.Errorf("%d values, want 4", n)
	}
}

func TestAwayPageCatchesUp(t *testing.T) {
	hub := newHub(t)
	here, away := open(t, hub), open(t, hub)
	o := &Thing{}
	send(t, here, o)
	send(t, away, o)
	id, aid := here.has(1), away.has(1)
	away.Cut()
	until(t, away.Session().Away)
	for i := range 100 {
		o.Update(context.Background(), func() { o.Mood = fmt.Sprint(i) })
		mirror.SyncSlot(context.Background(), o, &o.Mood)
		here.slot(id, "Mood", fmt.Sprintf("%q", fmt.Sprint(i))) // nobody is held up
	}
	away.Resume()
	away.slot(aid, "Mood", `"99"`)
	if n := away.applied(aid); n > 5 {
		t.Errorf("%d values were sent to a page that missed 99", n)
	}
}

func TestPull(t *testing.T) {
	p := open(t, newHub(t))
	o := &Thing{}
	send(t, p, o)
	id := p.has(1)
	o.Mood = "new"
	if _, err := p.Call("github.com/omg-go/omg/mirror.pull", ref(id), "Mood"); err != nil {
		t.Fatal(err)
	}
	if got := p.get(id, "Mood"); got != `"new"` {
		t.Errorf("when the answer came the page had %s", got)
	}
	for _, slot := range []string{"Secret", "Hue", "Object", ""} {
		if _, err := p.Call("github.com/omg-go/omg/mirror.pull", ref(id), slot); err == nil {
			t.Errorf("pulled %q", slot)
		}
	}
}

// TestLifetime is row M8: the page keeps the original, the original keeps the
// record, and nothing keeps both.
func TestLifetime(t *testing.T) {
	p := open(t, newHub(t))
	p.Session().Grant("test.Secrets")
	o := &Thing{Secret: "kept"}
	collected := make(chan bool)
	runtime.AddCleanup(o, func(c chan bool) { close(c) }, collected)
	send(t, p, o)
	send(t, p, o)
	id := p.has(1)
	o = nil
	runtime.GC()
	if got, err := p.Call("test.Secrets", ref(id), ""); got != `"kept"` {
		t.Fatalf("the page's original went: %s %v", got, err)
	}
	p.release(id, 1)
	p.Call("test.Secrets", ref(id), "")
	runtime.GC()
	select {
	case <-collected:
		t.Fatal("released once of twice, and gone")
	default:
	}
	p.release(id, 1)
	for {
		runtime.GC()
		select {
		case <-collected:
			p.has(0)
			if got, err := p.Call("test.Secrets", ref(id), ""); err == nil || !strings.Contains(err.Error(), "released") {
				t.Errorf("a stale twin: %s %v", got, err)
			}
			return
		case <-time.After(time.Millisecond):
		}
	}
}

// TestReleasedAndSentAgain: the record stays while the original lives.
func TestReleasedAndSentAgain(t *testing.T) {
	p := open(t, newHub(t))
	o := &Thing{}
	send(t, p, o)
	id := p.has(1)
	p.release(id, 1)
	until(t, func() bool { return mirror.Held(o) == 0 })
	send(t, p, o)
	if got := p.has(1); got != id || mirror.Held(o) != 1 {
		t.Errorf("twin %d after %d, held %d times", got, id, mirror.Held(o))
	}
}

func TestRelease(t *testing.T) {
	p := open(t, newHub(t))
	o := &Thing{}
	send(t, p, o)
	first := p.has(1)
	mirror.Release(p.Session().Context(), o)
	p.has(0)
	send(t, p, o)
	if second := p.has(1); second == first {
		t.Error("an id was used twice")
	}
	p.Close()
	until(t, func() bool { return mirror.Twins(o) == 0 })
}

// TestTable is a table of bad types.
func TestBadTypes(t *testing.T) {
	type badTag struct {
		mirror.Object
		X int `omg:"both"`
	}
	type hidden struct {
		mirror.Object
		x int `omg:"mirrored"`
	}
	type badSetter struct {
		mirror.Object
		Peer *Thing `omg:"mirrored,write"`
	}
	p := open(t, newHub(t))
	for _, c := range []struct {
		o    mirror.Mirrored
		want string
	}{{&badTag{}, `the tag omg:"both"`}, {&hidden{}, "must be exported"}, {&badSetter{}, "no references"}} {
		func() {
			defer func() {
				if r := fmt.Sprint(recover()); !strings.Contains(r, c.want) {
					t.Errorf("%T: got %s, want %s", c.o, r, c.want)
				}
			}()
			take.Go(p.Session().Context(), c.o)
		}()
	}
	type uncompiled struct{ mirror.Object }
	if err := take.Go(p.Session().Context(), &uncompiled{}); !errors.Is(err, bridge.ErrUnknown) {
		t.Error(err)
	}
	if err := take.Go(p.Session().Context(), Plain{}); err == nil || !strings.Contains(err.Error(), "pass a pointer") {
		t.Error(err)
	}
}
