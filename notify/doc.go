// Package notify shows notifications: short messages at the edge of a page, which
// do not take the focus and stay until they are closed.
//
//	func (p *Page) Save(ctx context.Context) error {
//		if err := p.Store.Save(ctx); err != nil {
//			return err
//		}
//		notify.Show(ctx, notify.Note{Kind: notify.Success, Title: "Saved"})
//		return nil
//	}
//
// There is nothing to set up. The state of the notifications is on the server, in
// the session, and outlives a lost connection; the page draws them, closes them at
// once, and sees to focus, keyboard and timeouts.
//
// # Handles
//
// [Show] returns a [Notification]: it can be changed in place, show how far
// something is, be closed, and tell when it has closed and why. [Promise] does all
// of that for work that takes its time. A [Note] with a Key is one of its kind; one
// without is counted if it says what an open one says already.
//
// # Reminders
//
// A notification with a Period comes back so long after the user closed it: by its
// button, Escape, a swipe, or one of its actions. Check is asked before:
//
//	left := 3
//	notify.Show(ctx, notify.Note{
//		Title:  "Stretch your legs",
//		Period: time.Hour,
//		Check:  func(context.Context) (bool, error) { left--; return left > 0, nil },
//	})
//
// appears three times in all. A function of the page will do as well:
// Check: awake.Call, where awake is of bridge.Func0. What closes by its Timeout or
// by the program does not come back.
//
// # To whom
//
// Show is for the page of ctx's session. [Send] is for many: the sessions that have
// joined a [Group], such as all the tabs of a user, or those of a whole hub.
//
// # In the page
//
// Browser-side Go makes notifications without the server: see [Local].
//
// # What was missed
//
// A [Center] is a button with a count and a list of what there was. Errors are kept
// there until they were seen, of the rest the newest 500 or more. A flood draws 20
// notifications at most, three of them visible until the user asks for the rest,
// ten times a second at most.
//
// # For everyone
//
// The region is a landmark; F8 leads to the newest notification, Tab through all,
// Escape closes one, and the focus goes on to the next or back to where it was. What
// is said is announced once: an [Error] at once, the rest when there is time, many
// as one. While a modal dialog is open, whoever opened it, the region is in it, so
// that it can be heard and used. Timeouts wait while the user points at the region,
// is in it, elsewhere or offline.
//
// All words go through package words.
//
// # Style
//
// --omg-notify-inline-size is the width; data-omg="notification", data-kind and
// data-part are there to select by. [Options] has the place.
package notify
