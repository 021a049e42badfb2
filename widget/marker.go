package widget

import (
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
