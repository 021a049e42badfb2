// Package dialog shows modal dialogs: it asks the user something in the middle of
// an ordinary handler and returns the answer.
//
//	func (p *Page) Rename(ctx context.Context) error {
//		r, err := dialog.Show(ctx, dialog.Modal{
//			Header: "Rename",
//			Lines: dialog.Lines{
//				{Key: "name", Label: "New name", Default: p.Name, Filter: upcase, Required: true},
//			},
//		})
//		if err != nil {
//			return err // dismissed, session gone, ctx done
//		}
//		p.Name = r.Text("name")
//		return nil
//	}
//
//	//omg:browser
//	func Upcase(s string) string { return strings.ToUpper(s) }
//
//	var upcase = bridge.Func1(Upcase) // so it runs in the page, at every key
//
// [Alert], [Confirm] and [Prompt] are the short forms. A dialog's body may be any
// component or widget; the fields of [Line] are what it can ask for.
//
// # Waiting
//
// [Show] gives the turn away until the user has answered: other handlers run
// meanwhile. It ends when ctx or the session does. An answer counts once, however
// often the connection was lost meanwhile; OK that is pressed without a connection
// is sent when there is one again, and Cancel takes that back.
//
// # Several
//
// What a dialog's own handlers show opens over it, and closes with it, the
// deepest first. Any other waits until the one before is answered. [Modal.Modeless]
// ones are beside all that.
//
// [Everywhere] asks many sessions at once; the first answer wins.
//
// # Filters and checks
//
// A [Line.Filter] changes a text, a [Line.Check] only refuses it; the text of
// their error is for the user. A handle (bridge.Func1, bridge.Proc1F) runs in the
// page at every change, a Go function on the server, a moment after typing stops.
// Undo and the caret stay as if the user had typed the change. Before an answer
// counts all of them run on the server once more, since what a page says is a
// claim; so a filter of the page should be Go that needs no page.
//
// # Either side
//
// [Close], [OK] and [Data] act on the dialog that was opened last, from the server.
// Code in the page has [Top] and [Of] with the same verbs.
//
// # The page
//
// It is the browser's own dialog element: the page behind is inert, Escape and the
// back gesture dismiss, Tab stays native. The focus goes where ARIA practices want
// it, and returns to where it was, or to what stands there now. A dialog that the
// server opens on its own does not take an Enter that was meant for something else.
// Looks are set by the theme's tokens and by
// --omg-dialog-{inline-size,padding,radius,bg,fg,border,shadow,backdrop,duration}.
package dialog
