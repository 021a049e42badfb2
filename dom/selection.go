package dom

import "github.com/omg-go/omg/dom/internal/page"

// Selection is what is selected in a text field, as positions in the bytes of
// [Element.Value]: value[start:end]. Without a selection both are the caret's.
// Fields of kinds that have no selection (number, checkbox) have 0 and 0.
//
//omg:browser
func (e Element) Selection() (start, end int) {
	value := e.Value()
	return bytesOf(value, e.unitStart()), bytesOf(value, e.unitEnd())
}

// SetSelection selects value[start:end] in a text field. A position within a
// character means before it, one beyond the end means the end.
//
//omg:browser
func (e Element) SetSelection(start, end int) {
	value := e.Value()
	e.selectUnits(unitsOf(value, start), unitsOf(value, end))
}

// Select selects all of a text field.
//
//omg:js $0.select()
func (e Element) Select() { page.Must(e.o).Call("select") }

// bytesOf turns a position in JavaScript's units (two for a character beyond
// U+FFFF) into one in bytes.
//
//omg:browser
func bytesOf(s string, units int) int {
	for i, r := range s {
		if units <= 0 {
			return i
		}
		units -= unitLen(r)
	}
	return len(s)
}

//omg:browser
func unitsOf(s string, bytes int) (units int) {
	width := 0
	for i, r := range s {
		if i > bytes {
			return units - width
		}
		if i == bytes {
			return units
		}
		width = unitLen(r)
		units += width
	}
	if bytes < len(s) {
		return units - width
	}
	return units
}

//omg:browser
func unitLen(r rune) int {
	if r > 0xFFFF {
		return 2
	}
	return 1
}

//omg:js $0.selectionStart||0
func (e Element) unitStart() int { return int(number(page.Must(e.o).Get("selectionStart"))) }

//omg:js $0.selectionEnd||0
func (e Element) unitEnd() int { return int(number(page.Must(e.o).Get("selectionEnd"))) }

//omg:js $0.setSelectionRange($1,$2)
func (e Element) selectUnits(start, end int) { page.Must(e.o).Call("setSelectionRange", start, end) }
