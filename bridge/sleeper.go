package bridge

import (
	"bufio"
	"encoding/binary"
	"io"
	"net"
	"net/http"
	"sync"
	"syscall"
)

// A sleeper is a connection that keeps no buffer while it waits: it waits for
// the socket to be readable, and only then takes a buffer and reads what there
// is at once. Its wait is shallow, so that the stack of a goroutine that does
// nothing else stays as small as it began.
//
// It hands on no byte of a frame before the one under way was read to its end.
// So between frames nothing is left in the buffers of who reads from it, and
// wait tells the truth.
type sleeper struct {
	net.Conn
	raw  syscall.RawConn
	try  func(fd uintptr) bool // p.attempt, bound once
	buf  *[sleeperBuffer]byte  // nil while nothing is in it
	r, w int                   // what is in it
	left int                   // bytes of the frame under way, those in buf included
	err  error                 // of the last attempt
}

// sleeperBuffer is what one read takes: several frames as they come as a rule.
const sleeperBuffer = 4 << 10

var sleeperBuffers = sync.Pool{New: func() any { return new([sleeperBuffer]byte) }}

// newSleeper returns c as a sleeper, or as it is where the system or an
// encryption in between does not allow that.
func newSleeper(c net.Conn) net.Conn {
	s, ok := c.(syscall.Conn)
	if !ok || !canReadNow {
		return c
	}
	raw, err := s.SyscallConn()
	if err != nil {
		return c
	}
	p := &sleeper{Conn: c, raw: raw}
	p.try = p.attempt
	return p
}

// wait returns when there is something to read, or an error.
func (p *sleeper) wait() error {
	if p.left > 0 || p.r < p.w {
		return nil
	}
	return p.fill()
}

// fill waits for bytes and takes them. The buffer is empty.
func (p *sleeper) fill() error {
	if err := p.raw.Read(p.try); err != nil {
		return err
	}
	return p.err
}

// attempt reads once. It reports false if that has to wait.
func (p *sleeper) attempt(fd uintptr) bool {
	buf := sleeperBuffers.Get().(*[sleeperBuffer]byte)
	n, again, err := readNow(fd, buf[:])
	if n <= 0 {
		sleeperBuffers.Put(buf)
	}
	switch {
	case again:
		return false
	case err != nil:
		p.err = err
	case n == 0:
		p.err = io.EOF
	default:
		p.buf, p.r, p.w, p.err = buf, 0, n, nil
	}
	return true
}

// Read implements [net.Conn].
func (p *sleeper) Read(b []byte) (int, error) {
	if p.left == 0 {
		if err := p.next(); err != nil {
			return 0, err
		}
	}
	if p.r == p.w {
		if len(b) >= sleeperBuffer {
			n, err := p.Conn.Read(b[:min(len(b), p.left)])
			p.left -= n
			return n, err
		}
		if err := p.fill(); err != nil {
			return 0, err
		}
	}
	n := copy(b[:min(len(b), p.left)], p.buf[p.r:p.w])
	p.left -= n
	if p.r += n; p.r == p.w {
		p.free()
	}
	return n, nil
}

func (p *sleeper) free() {
	sleeperBuffers.Put(p.buf)
	p.buf, p.r, p.w = nil, 0, 0
}

// next reads the head of the next frame, to know how long that is.
func (p *sleeper) next() error {
	if err := p.wait(); err != nil {
		return err
	}
	for {
		if p.left = frameSize(p.buf[p.r:p.w]); p.left > 0 {
			return nil
		}
		p.w = copy(p.buf[:], p.buf[p.r:p.w])
		p.r = 0
		n, err := p.Conn.Read(p.buf[p.w:])
		if err != nil {
			return err
		}
		p.w += n
	}
}

// frameSize returns the length of the frame that begins with b, its head
// included (RFC 6455, 5.2); 0 if b is too short to tell.
func frameSize(b []byte) int {
	if len(b) < 2 {
		return 0
	}
	head, size := 2, int(b[1]&0x7f)
	switch size {
	case 126:
		if head = 4; len(b) >= head {
			size = int(binary.BigEndian.Uint16(b[2:]))
		}
	case 127:
		if head = 10; len(b) >= head {
			size = int(min(binary.BigEndian.Uint64(b[2:]), 1<<31-1)) // more is refused anyway
		}
	}
	if len(b) < head {
		return 0
	}
	if b[1]&0x80 != 0 {
		head += 4 // the mask
	}
	return head + size
}

// text takes a text frame that is here as a whole, which nearly all are, without
// going through the layers above. It reports false if something else is here.
func (p *sleeper) text(limit int) ([]byte, bool) {
	const finalText, masked = 0x81, 0x80
	b := p.buf[p.r:p.w]
	if p.left > 0 || len(b) < 6 || b[0] != finalText || b[1]&masked == 0 {
		return nil, false
	}
	size := frameSize(b)
	if size == 0 || size > len(b) || size > limit {
		return nil, false
	}
	head := size - int(b[1]&^masked)
	if b[1]&^masked == 126 {
		head = 8
	}
	out := newBuffer()
	if size-head > cap(out) {
		freeBuffer(out)
		out = make([]byte, 0, size-head)
	}
	out = unmasked(out, b[head:size], b[head-4:head])
	if p.r += size; p.r == p.w {
		p.free()
	}
	return out, true
}

// unmasked appends the payload to b, eight bytes at a time.
func unmasked(b, payload, mask []byte) []byte {
	half := uint64(binary.LittleEndian.Uint32(mask))
	whole := half | half<<32
	for ; len(payload) >= 8; payload = payload[8:] {
		b = binary.LittleEndian.AppendUint64(b, binary.LittleEndian.Uint64(payload)^whole)
	}
	for i, c := range payload {
		b = append(b, c^mask[i&3])
	}
	return b
}

// send writes a frame of that kind in one go, so that frames of several goroutines
// do not mix. It sets no deadline, as the library would for each: the hub's clock
// watches what takes long.
func (p *sleeper) send(kind byte, payload []byte) error {
	buf := sleeperBuffers.Get().(*[sleeperBuffer]byte)
	defer sleeperBuffers.Put(buf)
	b := appendHead(buf[:0], kind, len(payload))
	if len(b)+len(payload) <= len(buf) {
		_, err := p.Conn.Write(append(b, payload...))
		return err
	}
	both := net.Buffers{b, payload}
	_, err := both.WriteTo(p.Conn)
	return err
}

// appendHead appends the head of a frame that has no others behind it and is not
// masked.
func appendHead(b []byte, kind byte, size int) []byte {
	const final = 0x80
	switch {
	case size < 126:
		return append(b, final|kind, byte(size))
	case size < 1<<16:
		return binary.BigEndian.AppendUint16(append(b, final|kind, 126), uint16(size))
	}
	return binary.BigEndian.AppendUint64(append(b, final|kind, 127), uint64(size))
}

// A hijacker hands the connection of a request over as a sleeper.
type hijacker struct {
	http.ResponseWriter
	conn net.Conn
}

// Hijack implements [http.Hijacker].
func (h *hijacker) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	c, rw, err := http.NewResponseController(h.ResponseWriter).Hijack()
	if err != nil {
		return nil, nil, err
	}
	h.conn = newSleeper(c)
	return h.conn, rw, nil
}
