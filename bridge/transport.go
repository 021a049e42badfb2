package bridge

// A Transport moves frames between a page and its session.
//
// One goroutine reads and one writes, at the same time, and any may close.
type Transport interface {
	// Read returns the next frame, which is the caller's from then on. It fails
	// once Close was called or the page is gone.
	Read() ([]byte, error)
	// Write sends one frame, which it must not keep.
	Write(frame []byte) error
	// Close makes both fail, those that are under way too.
	Close() error
}
