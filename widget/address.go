package widget

import "context"

// Address returns the address of path, which is seen from the application's root
// ("files/poster.jpg"), as it has to stand in the page that is drawn. Outside of a
// drawing it is path.
func Address(ctx context.Context, path string) string {
	if d := drawingOf(ctx); d != nil {
		return d.m.tree.options.Root + path
	}
	return path
}
