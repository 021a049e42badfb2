package wire_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/omg-go/omg/internal/wire"
)

func TestScanFrame(t *testing.T) {
	f, err := wire.ScanFrame([]byte(`[7,3,[1,12,"add",1,[2,"]"]],[5]]`))
	if err != nil || f.Seq != 7 || f.Ack != 3 || f.Control != 0 {
		t.Fatalf("%+v, %v", f, err)
	}
	m, ok := f.Next()
	if !ok || m.Kind() != 1 {
		t.Fatalf("first message %s", m)
	}
	e := m.Body()
	id, _ := e.Uint()
	name, _ := e.Text()
	if id != 12 || name != "add" || e.Len() != 2 {
		t.Errorf("id %d, name %q, %d arguments", id, name, e.Len())
	}
	if m, ok = f.Next(); !ok || m.Kind() != 5 {
		t.Errorf("second message %s", m)
	}
	if m, ok = f.Next(); ok {
		t.Errorf("third message %s", m)
	}
}

func TestScanControl(t *testing.T) {
	f, err := wire.ScanFrame([]byte(`["h",1,"build"]`))
	e := f.Elements()
	proto, ok := e.Uint()
	if err != nil || f.Control != 'h' || !ok || proto != 1 {
		t.Errorf("%+v, %v", f, err)
	}
}

func TestScanRefuses(t *testing.T) {
	deep := strings.Repeat("[", 400)
	for _, row := range []struct{ frame, reason string }{
		{``, "not an array with a head"},
		{`{}`, "not an array with a head"},
		{`[]`, "no sequence number"},
		{`[1]`, "no sequence number"},
		{`[1,"x"]`, "no sequence number"},
		{`[-1,0]`, "no sequence number"},
		{`[1.0,0]`, "no sequence number"},
		{`[01,0]`, "no sequence number"},
		{`[9007199254740993,0]`, "no sequence number"},
		{`[0,1,[1]]`, "messages without a sequence number"},
		{`[1,1,2]`, "a message without a kind"},
		{`[1,1,[]]`, "a message without a kind"},
		{`[1,1,["x"]]`, "a message without a kind"},
		{`[1,1,[256]]`, "a message without a kind"},
		{`["hello"]`, "unknown control frame"},
		{`["H"]`, "unknown control frame"},
		{`[1, 1]`, "no sequence number"},
		{` [1,1]`, "not an array with a head"},
		{`[1,1]x`, "more after the value"},
		{`[1,1`, "want , or ]"},
		{`[1,1,]`, "not a value"},
		{`[1,1,[1,tru]]`, "not a value"},
		{`[1,1,[1,+1]]`, "not a value"},
		{`[1,1,[1,1.]]`, "bad number"},
		{`[1,1,[1,1e]]`, "bad number"},
		{`[1,1,[1,"a]]`, "string without end"},
		{"[1,1,[1,\"\x1f\"]]", "bad byte in a string"},
		{"[1,1,[1,\"\xff\"]]", "bad byte in a string"},
		{"[1,1,[1,\"\xed\xa0\x80\"]]", "bad byte in a string"},
		{`[1,1,[1,"\x"]]`, "bad byte in a string"},
		{`[1,1,[1,"\u12"]]`, "bad byte in a string"},
		{`[1,1,[1,{1:2}]]`, "want a key"},
		{`[1,1,[1,{"a"}]]`, "want :"},
		{`[1,1,[1,{"a":1]]]`, "want , or }"},
		{"[1,1," + deep + "]", "nested too deeply"},
		{strings.Repeat(`{"a":`, 400), "nested too deeply"},
		{"[1,1,[1" + strings.Repeat(",1", wire.MaxElements) + "]]", "too many elements"},
	} {
		_, err := wire.ScanFrame([]byte(row.frame))
		var se *wire.SyntaxError
		if !errors.As(err, &se) || !strings.Contains(se.Reason, row.reason) {
			t.Errorf("%.40q: %v, want %s", row.frame, err, row.reason)
		}
	}
}

// A page can hold half a surrogate pair by accident. That must cost the value
// only, not the socket.
func TestLoneSurrogateScans(t *testing.T) {
	f, err := wire.ScanFrame([]byte(`[1,0,[1,"\ud83d"]]`))
	if err != nil {
		t.Fatal(err)
	}
	m, _ := f.Next()
	e := m.Body()
	raw, _ := e.Next()
	if s, ok := raw.Text(); ok {
		t.Errorf("read as %q", s)
	}
}

func TestRawText(t *testing.T) {
	for raw, want := range map[string]string{
		`""`: "", `"a"`: "a", `"\n\"\\\/\b\f\r\t"`: "\n\"\\/\b\f\r\t", `"\u00e9é"`: "éé", `"x\ud83d\ude42y"`: "x🙂y", `"\uFFFd"`: "\ufffd", `"\u0000"`: "\x00",
	} {
		if got, ok := wire.Raw(raw).Text(); !ok || got != want {
			t.Errorf("%s read as %q, %v", raw, got, ok)
		}
	}
	for _, raw := range []string{``, `"`, `1`, `"\ud800"`, `"\ude42"`, `"\ud83dx"`, `"\ud83d\n"`, `"\ud83d\u0041"`} {
		if got, ok := wire.Raw(raw).Text(); ok {
			t.Errorf("%s read as %q", raw, got)
		}
	}
}

func TestRawNumbers(t *testing.T) {
	for _, bad := range []string{"", "-", "00", "-0", "1.0", "1e3", "9007199254740993", "99999999999999999999", "x", `"1"`} {
		if n, ok := wire.Raw(bad).Int(); ok {
			t.Errorf("%s read as %d", bad, n)
		}
	}
	if n, ok := wire.Raw("-9007199254740992").Int(); !ok || n != -wire.MaxInt {
		t.Errorf("-2^53 read as %d", n)
	}
	if v, ok := wire.Raw("true").Bool(); !v || !ok {
		t.Error("true is not true")
	}
}

func TestScanningAllocatesNothing(t *testing.T) {
	frame := []byte(callFrame)
	if n := testing.AllocsPerRun(100, func() { scanCall(t, frame) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

const callFrame = `[12,11,[1,7,"board.Move","hello world",3,true]]`

func scanCall(t testing.TB, frame []byte) {
	f, err := wire.ScanFrame(frame)
	if err != nil {
		t.Fatal(err)
	}
	for m, ok := f.Next(); ok; m, ok = f.Next() {
		e := m.Body()
		for _, ok := e.Next(); ok; _, ok = e.Next() {
		}
	}
}

func TestAppendString(t *testing.T) {
	for s, want := range map[string]string{
		"plain": `"plain"`, "é🙂": `"é🙂"`, "a\"\\\n\r\t\x01": `"a\"\\\n\r\t\u0001"`,
		"\u2028\u2029": `"\u2028\u2029"`, "a\xffb\xe2\x80": `"a` + "\ufffdb\ufffd\ufffd" + `"`, "<b>&": `"<b>&"`,
	} {
		if got := string(wire.AppendString(nil, s)); got != want {
			t.Errorf("%q: %s, want %s", s, got, want)
		}
		if got := string(wire.AppendString(nil, []byte(s))); got != want {
			t.Errorf("bytes %q: %s, want %s", s, got, want)
		}
	}
}

// Strings are walked eight bytes at a time, wherever their escapes are.
func TestStringsEndWhereTheyEnd(t *testing.T) {
	for n := range 80 {
		for _, escape := range []string{``, `\"`, `\\`, `\\\"`, `\"\"\\`} {
			text := strings.Repeat("x", n) + escape + strings.Repeat("y", n%11)
			f, err := wire.ScanFrame([]byte(`[1,0,[1,"` + text + `","",7],[2]]`))
			if err != nil {
				t.Fatal(err)
			}
			m, _ := f.Next()
			e := m.Body()
			raw, _ := e.Next()
			e.Next()
			if last, ok := e.Uint(); string(raw) != `"`+text+`"` || last != 7 || !ok {
				t.Errorf("%s: %s, then %d", text, raw, last)
			}
			if m, _ = f.Next(); m.Kind() != 2 {
				t.Errorf("%s: then %s", text, m)
			}
		}
	}
}
