package dom

import "context"

// WriteClipboard puts a text into the clipboard. Browsers want that to happen in
// a handler of a click or a key.
//
//omg:browser
func WriteClipboard(ctx context.Context, s string) error {
	_, err := clipboardWrite(s).Await(ctx)
	return err
}

// ReadClipboard is the text in the clipboard. The user may be asked.
//
//omg:browser
func ReadClipboard(ctx context.Context) (string, error) {
	v, err := clipboardRead().Await(ctx)
	if err != nil {
		return "", err
	}
	return v.String(), nil
}

//omg:js navigator.clipboard.writeText($0)
func clipboardWrite(s string) Value {
	return Value{global().Call("navigator.clipboard.writeText", s)}
}

//omg:js navigator.clipboard.readText()
func clipboardRead() Value { return Value{global().Call("navigator.clipboard.readText")} }
