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
	b := append(buf[:0], '<', '!', '-', '-', 'w', kind)
	b = strconv.AppendInt(b, int64(n), 10)
	_, err := w.Write(append(b, "-->"...))
	return err
}
