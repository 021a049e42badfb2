package wire_test

import (
	"testing"

	"github.com/omg-go/omg/internal/wire"
)

func BenchmarkScanFrame(b *testing.B) {
	frame := []byte(callFrame)
	b.ReportAllocs()
	b.SetBytes(int64(len(frame)))
	for b.Loop() {
		scanCall(b, frame)
	}
}

func BenchmarkAppendCall(b *testing.B) {
	var buf []byte
	b.ReportAllocs()
	for b.Loop() {
		buf = append(buf[:0], "[12,11,[1,"...)
		buf = wire.AppendUint(buf, 7)
		buf = append(buf, ',')
		buf = wire.AppendString(buf, "board.Move")
		buf, _ = wire.AppendArgs(buf, nil, "hello world", 3, true)
		buf = append(buf, "]]"...)
	}
}

func BenchmarkDecodeArgs(b *testing.B) {
	args := wire.Raw(`["hello world",3,true]`).Elements()
	b.ReportAllocs()
	for b.Loop() {
		var s string
		var n int
		var ok bool
		if err := wire.DecodeArgs(args, nil, &s, &n, &ok); err != nil {
			b.Fatal(err)
		}
	}
}

var order = Order{ID: 1, Lines: []Line{{Key: "a", N: 1}, {Key: "b", N: 2}}, Notes: map[string]string{"k": "v"}}

func BenchmarkAppendStruct(b *testing.B) {
	var buf []byte
	b.ReportAllocs()
	for b.Loop() {
		buf, _ = wire.Append(buf[:0], &order, nil)
	}
}

func BenchmarkDecodeStruct(b *testing.B) {
	text, _ := wire.Append(nil, &order, nil)
	b.ReportAllocs()
	for b.Loop() {
		var o Order
		if err := wire.Decode(text, &o, nil); err != nil {
			b.Fatal(err)
		}
	}
}
