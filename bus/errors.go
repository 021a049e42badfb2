package bus

import "errors"

// What a caller can act on.
var (
	// ErrConflict says that somebody else changed the key first: read it again
	// and decide anew.
	ErrConflict = errors.New("bus: changed by somebody else")

	// ErrCompacted says that the bus cannot tell any more what changed since the
	// given revision, or never could: watch from the zero Rev.
	ErrCompacted = errors.New("bus: revision is no longer known")

	// ErrNotFound says that the key does not exist.
	ErrNotFound = errors.New("bus: no such key")

	// ErrKey says that a key, prefix or topic is malformed. It is wrapped with
	// the culprit.
	ErrKey = errors.New("bus: malformed key")

	// ErrTooLarge says that a value is longer than [MaxValue].
	ErrTooLarge = errors.New("bus: value too large")

	// ErrFull says that the bus holds as many keys as it may.
	ErrFull = errors.New("bus: too many keys")

	// ErrClosed says that the bus was closed.
	ErrClosed = errors.New("bus: closed")
)
