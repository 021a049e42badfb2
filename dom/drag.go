package dom

import "github.com/omg-go/omg/dom/internal/page"

// A DragEvent is a step of drag and drop. An element that wants drops prevents
// the default of dragover.
//
//omg:js type
type DragEvent struct{ MouseEvent }

// Data is what the drag carries of a kind ("text/plain"), "" if nothing. Only a
// drop may see it.
//
//omg:js $0.dataTransfer.getData($1)
func (e DragEvent) Data(kind string) string {
	return text(page.Must(e.o).Call("dataTransfer.getData", kind))
}

// SetData makes the drag carry data of a kind, in dragstart.
//
//omg:js $0.dataTransfer.setData($1,$2)
func (e DragEvent) SetData(kind, data string) {
	page.Must(e.o).Call("dataTransfer.setData", kind, data)
}

// Kinds are what the drag carries, by kind.
//
//omg:js Array.from($0.dataTransfer.types)
func (e DragEvent) Kinds() []string { return texts(page.Must(e.o).Get("dataTransfer.types")) }

// Effect is what the drop would do: "none", "copy", "link", "move".
//
//omg:js $0.dataTransfer.dropEffect
func (e DragEvent) Effect() string { return text(page.Must(e.o).Get("dataTransfer.dropEffect")) }

// SetEffect says what the drop would do, in dragenter and dragover.
//
//omg:js $0.dataTransfer.dropEffect=$1
func (e DragEvent) SetEffect(effect string) { page.Must(e.o).Set("dataTransfer.dropEffect", effect) }

// SetAllowed says which effects the dragged thing allows, in dragstart: "copy",
// "copyMove", "move", "all", …
//
//omg:js $0.dataTransfer.effectAllowed=$1
func (e DragEvent) SetAllowed(effects string) {
	page.Must(e.o).Set("dataTransfer.effectAllowed", effects)
}
