package bridge_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/gorilla/websocket"
	"github.com/omg-go/omg/bridge"
)

const textLimit = 70_000

// received dials a server that reads with a bridge transport, and returns the
// client's end and what the transport reads, with the error at the end.
func received(t *testing.T) (*websocket.Conn, <-chan string, <-chan error) {
	t.Helper()
	texts, failed := make(chan string, 100), make(chan error, 1)
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		tr, err := bridge.Upgrade(w, r, textLimit)
		if err != nil {
			failed <- err
			return
		}
		go func() {
			defer tr.Close()
			for {
				b, err := tr.Read()
				if err != nil {
					failed <- err
					return
				}
				texts <- string(b)
			}
		}()
	}))
	t.Cleanup(srv.Close)
	c, _, err := websocket.DefaultDialer.Dial("ws"+strings.TrimPrefix(srv.URL, "http"), nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c, texts, failed
}

// frame spells a masked frame by hand.
func frame(head byte, payload string) []byte {
	b := []byte{head}
	switch n := len(payload); {
	case n < 126:
		b = append(b, 0x80|byte(n))
	case n < 1<<16:
		b = binary.BigEndian.AppendUint16(append(b, 0x80|126), uint16(n))
	default:
		b = binary.BigEndian.AppendUint64(append(b, 0x80|127), uint64(n))
	}
	mask := [4]byte{0x12, 0x9a, 0x03, 0xff}
	b = append(b, mask[:]...)
	for i := range len(payload) {
		b = append(b, payload[i]^mask[i&3])
	}
	return b
}

const (
	text, fragment, next, last = 0x81, 0x01, 0x00, 0x80
	ping, closing              = 0x89, 0x88
)

func TestTextsArriveHoweverTheyAreCut(t *testing.T) {
	for _, c := range []struct {
		name   string
		frames [][]byte
		want   []string
	}{
		{"short ones", [][]byte{frame(text, "a"), frame(text, ""), frame(text, "bc")}, []string{"a", "", "bc"}},
		{"of each form of length", [][]byte{frame(text, big(125)), frame(text, big(126)), frame(text, big(5000)), frame(text, big(66_000))}, []string{big(125), big(126), big(5000), big(66_000)}},
		{"in fragments, with a ping between", [][]byte{frame(fragment, "ab"), frame(ping, "x"), frame(next, "cd"), frame(last, "e"), frame(text, "f")}, []string{"abcde", "f"}},
		{"with pings before and after", [][]byte{frame(ping, ""), frame(text, "a"), frame(ping, big(125)), frame(text, "b")}, []string{"a", "b"}},
	} {
		all := bytes.Join(c.frames, nil)
		for _, piece := range []int{len(all), 1, 2, 3, 7, 4096, 4097} {
			if piece < 4 && len(all) > 2000 {
				continue
			}
			t.Run(c.name, func(t *testing.T) { arrive(t, all, piece, c.want) })
		}
	}
}

func big(n int) string { return strings.Repeat("0123456789", n/10+1)[:n] }

// arrive writes the bytes in pieces and compares what is read.
func arrive(t *testing.T, all []byte, piece int, want []string) {
	client, texts, failed := received(t)
	for rest := all; len(rest) > 0; {
		n := min(piece, len(rest))
		if _, err := client.NetConn().Write(rest[:n]); err != nil {
			t.Fatal(err)
		}
		rest = rest[n:]
	}
	for i, w := range want {
		select {
		case got := <-texts:
			if got != w {
				t.Fatalf("text %d, pieces of %d: got %d bytes %.40q, want %d bytes %.40q", i, piece, len(got), got, len(w), w)
			}
		case err := <-failed:
			t.Fatalf("text %d, pieces of %d: %v", i, piece, err)
		}
	}
}

func TestReadFails(t *testing.T) {
	for _, c := range []struct {
		name   string
		frames []byte
		close  bool
		want   func(error) bool
	}{
		{"at a goodbye", frame(closing, "\x03\xe8"), false, func(err error) bool { return websocket.IsCloseError(err, websocket.CloseNormalClosure) }},
		{"beyond the limit", frame(text, big(textLimit+1)), false, breach},
		{"at a binary frame", frame(0x82, "x"), false, breach},
		{"at a frame that is not masked", []byte{text, 1, 'a'}, false, anything},
		{"at reserved bits", frame(text|0x40, "a"), false, anything},
		{"at the end of the connection", nil, true, anything},
		{"at the end within a frame", frame(text, "abc")[:5], true, func(err error) bool {
			return errors.Is(err, io.ErrUnexpectedEOF) || websocket.IsUnexpectedCloseError(err)
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			client, texts, failed := received(t)
			if _, err := client.NetConn().Write(c.frames); err != nil {
				t.Fatal(err)
			}
			if c.close {
				client.NetConn().Close()
			}
			select {
			case got := <-texts:
				t.Errorf("read %.40q", got)
			case err := <-failed:
				if !c.want(err) {
					t.Errorf("got %T %v", err, err)
				}
			}
		})
	}
}

func breach(err error) bool {
	var b *bridge.Breach
	return errors.As(err, &b)
}

func anything(err error) bool { return err != nil }
