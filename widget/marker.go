package widget

import (
	"bytes"
	"io"
	"strconv"
)

// What Show, Raw and Memo leave in drawn HTML for the scanner: <!--wc7-->, <!--wr120-->.
const (
	markerChild = 'c'
	markerRaw   = 'r'
	markerMemo  = 'm' // an item that is not drawn again
	markerBegin = 'b' // one that is, in development
	markerEnd   = 'e'
)

func writeMarker(w io.Writer, kind byte, n int) error {
	var buf [32]byte
	_, err := w.Write(appendMarker(buf[:0], kind, n))
	return err
}

func appendMarker(b []byte, kind byte, n int) []byte {
	b = append(b, '<', '!', '-', '-', 'w', kind)
	return append(strconv.AppendInt(b, int64(n), 10), "-->"...)
}

// readMark reads the mark of that kind with which b begins, the tail of drawn HTML.
// size is 0 if it is another comment.
func readMark(b []byte, kind byte) (n, size int) {
	if len(b) < 6 || b[4] != 'w' || b[5] != kind {
		return 0, 0
	}
	at := 6
	for ; at < len(b) && '0' <= b[at] && b[at] <= '9' && at < 15; at++ {
		n = n*10 + int(b[at]-'0')
	}
	if at == 6 || !bytes.HasPrefix(b[at:], []byte("-->")) {
		return 0, 0
	}
	return n, at + 3
}
