package bridge

import "sync"

// A box holds messages that have no frame yet: calls, results and what else is
// neither numbered nor a layer's. The zero value is empty and, as a session that
// idles has two, one word.
type box struct{ in *boxed }

type boxed struct {
	buf  []byte
	msgs []message
}

// A message is where in the buffer one stands.
type message struct {
	call     uint64 // the call that it asks for, 0 if none
	off, end int
}

var boxes = sync.Pool{New: func() any { return &boxed{buf: make([]byte, 0, bufferSize)} }}

func (b *box) empty() bool { return b.in == nil || len(b.in.msgs) == 0 }

// count returns how many messages b has; size, how many bytes.
func (b *box) count() int {
	if b.in == nil {
		return 0
	}
	return len(b.in.msgs)
}

func (b *box) size() int {
	if b.in == nil {
		return 0
	}
	return len(b.in.buf)
}

// add appends msg. call is its id if it is a call of the server's.
func (b *box) add(call uint64, msg []byte) {
	if b.in == nil {
		b.in = boxes.Get().(*boxed)
	}
	in := b.in
	off := len(in.buf)
	in.buf = append(in.buf, msg...)
	in.msgs = append(in.msgs, message{call, off, len(in.buf)})
}

// drop removes the call of that id and reports whether it was there.
func (b *box) drop(call uint64) bool {
	if b.in == nil {
		return false
	}
	for i, m := range b.in.msgs {
		if m.call == call {
			b.in.msgs = append(b.in.msgs[:i], b.in.msgs[i+1:]...)
			return true
		}
	}
	return false
}

// appendTo appends the messages, a comma before each, and empties b.
func (b *box) appendTo(frame []byte) []byte {
	if b.in != nil {
		for _, m := range b.in.msgs {
			frame = append(append(frame, ','), b.in.buf[m.off:m.end]...)
		}
	}
	b.reset()
	return frame
}

// move empties b behind the messages of to.
func (b *box) move(to *box) {
	if b.in != nil {
		for _, m := range b.in.msgs {
			to.add(m.call, b.in.buf[m.off:m.end])
		}
	}
	b.reset()
}

func (b *box) reset() {
	if in := b.in; in != nil && cap(in.buf) == bufferSize {
		in.buf, in.msgs = in.buf[:0], in.msgs[:0]
		boxes.Put(in)
	}
	b.in = nil
}
