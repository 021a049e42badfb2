// Package bridge moves calls between a Go program and its pages: typed, both
// ways, in order, exactly once, across lost connections. It knows nothing of
// widgets; they are a [Layer] on top of it.
//
//	var maths = bridge.Module("app/maths", `export const add = (x, y) => x + y`, "app.Lookup")
//	var add = bridge.Import2[int, int, int](maths, "add")
//
//	func init() { bridge.RPC1E("app.Lookup", Lookup) }
//
//	func Handler(ctx context.Context) error {
//		sum, err := add.Call(ctx, 1, 2) // in the page of ctx's session
//		…
//	}
//
// # Sessions
//
// A [Session] is one page's live link. It is in the context of all that runs for
// that page and outlives the page's sockets: [Hub.Serve] gives a page that comes
// back the session that it had. It ends when the page stays away too long, when
// it breaks the protocol, or by [Session.End]; everything that waits ends then.
//
// # Turns
//
// A session runs one handler at a time. A handler that waits for its page, a
// [Promise] or [Away] gives the turn away and takes it back before it goes on, so
// handlers of one session never race and calls that come back in find the turn
// free. Who wants the turn gets it in the order in which the page's messages came.
//
// The turn belongs to the handler's goroutine alone. A goroutine that the handler
// starts may call, but has no turn to give; wait for it inside [Away]. From
// background work, which [Go] starts, [Do] enters a turn. [Forbid] marks code that
// may not wait.
//
// When a turn is given away or ends, what the layers changed leaves first, then
// the turn's calls as the program made them, then its result.
//
// # Functions of the page
//
// A function that runs in pages has a typed handle: Function0 to Function4 for
// those with a result, Procedure0 to Procedure4 for those without. A handle is
// made of a Go function that was compiled for pages (Func2, Proc1…) or by name
// from a module that was written by hand ([Module], Import2, ImportProc1…). The
// letter at the end says what else the Go function has: C a leading context, E a
// context and a trailing error, F an error. Handles are made when packages
// initialise; [Check] tells, when a server starts, of those that have no function.
//
// Handles can be arguments and results: a function of the page that comes to Go
// is one too, good like an [Object].
//
// # Functions of the backend
//
// RPC0 to RPC4E and RPCProc0 to RPCProc4E let pages call a Go function by name.
// A page may do so only after its session was sent code that names the function
// ([Session.Function], [Session.Grant]), and if [Options].Authorize agrees.
// Arguments are decoded strictly into the declared types; they are the page's word
// and no more.
//
// Methods are functions too. A method value has its receiver here, and a method
// expression without a context gets it from the page, as its first argument:
//
//	bridge.RPC1E("app.Shop.Find", shop.Find)                    // of this shop
//	bridge.RPC1("app.Celsius.Fahrenheit", Celsius.Fahrenheit)   // of the page's value
//
// A function value that is passed to a page can be called by that
// page, until it releases it or [Session.Revoke] takes it back.
//
// # Everywhere
//
// Everywhere calls all pages of a hub. Each gives one [Result]; a page that is
// away gives [ErrAway] at once, unless ctx is of [WaitForPages]. Without a deadline
// in ctx it takes 30 s at most. In a turn the body of the loop has the turn, which
// is away while the loop waits.
//
// # Errors
//
// A call of a page that is away waits for it, unless ctx is of [OnlyIfHere]. It
// returns ctx's error if ctx is done first, a [*SessionEnded] if the session
// ends, which says whether the call may have run, [ErrWouldBlock] where waiting is
// forbidden, [ErrLimit], [ErrUnknown] or [ErrVersion] if it cannot be made, a
// [*CallError] with what the page threw, and a [*ResultError] if it returned what
// does not fit.
//
// To a page crosses the code and message of a [*CallError] in the error's chain,
// see [UserError]. Of other errors and of panics it learns no more than that there
// was one; the log has the rest.
//
// # Limits
//
// All that a page can make the program keep or do is bounded by [Limits]. A breach
// fails the call, then the session, never the process, and is counted in
// [Counters].
package bridge

//go:generate go run gen_shapes.go
