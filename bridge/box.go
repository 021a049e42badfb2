package bridge

// A box holds messages that have no frame yet: calls, results and what else is
// neither numbered nor a layer's. The zero value is empty.
type box struct {
	buf  []byte
	msgs []boxed
}

type boxed struct {
	call     uint64 // the call that the message asks for, 0 if none
	off, end int
}

func (b *box) empty() bool { return len(b.msgs) == 0 }

// add appends the message that write appends to its argument. call is its id if
// it is a call of the server's. If write fails the box stays as it was.
func (b *box) add(call uint64, write func([]byte) ([]byte, error)) error {
	if b.buf == nil {
		b.buf = newBuffer()
	}
	off := len(b.buf)
	buf, err := write(b.buf)
	if err != nil {
		b.buf = b.buf[:off]
		return err
	}
	b.buf = buf
	b.msgs = append(b.msgs, boxed{call, off, len(buf)})
	return nil
}

// drop removes the call of that id and reports whether it was there.
func (b *box) drop(call uint64) bool {
	for i, m := range b.msgs {
		if m.call == call {
			b.msgs = append(b.msgs[:i], b.msgs[i+1:]...)
			return true
		}
	}
	return false
}

// appendTo appends the messages, a comma before each, and empties b.
func (b *box) appendTo(frame []byte) []byte {
	for _, m := range b.msgs {
		frame = append(frame, ',')
		frame = append(frame, b.buf[m.off:m.end]...)
	}
	b.reset()
	return frame
}

// move empties b behind the messages of to.
func (b *box) move(to *box) {
	for _, m := range b.msgs {
		msg := b.buf[m.off:m.end]
		to.add(m.call, func(buf []byte) ([]byte, error) { return append(buf, msg...), nil })
	}
	b.reset()
}

// reset empties b. Its buffer goes back, as a session that idles keeps nothing.
func (b *box) reset() {
	if b.buf != nil {
		freeBuffer(b.buf)
	}
	b.buf, b.msgs = nil, b.msgs[:0]
	if cap(b.msgs) > 8 {
		b.msgs = nil
	}
}
