package widget

// Production makes the tree draw as it does in production, where items of lists
// that did not change are skipped.
func (t *Tree) Production() *Tree {
	t.options.Development = false
	return t
}

// Skips returns how many items the last drawing left for the next to skip.
func (t *Tree) Skips() int { return len(t.root.skips) }

// Locks returns the order in which a Render of w takes the locks of what w
// watches.
func Locks(w Widget) (ids []uint64) {
	for _, s := range w.base().at.Load().watch {
		ids = append(ids, s.order())
	}
	return ids
}

// MemoValue returns what Memo makes of a value.
func MemoValue(v any) uint64 { return mixValue(hashSalt, v) }
