// Package mirror gives a Go object a twin in each page that it is sent to.
//
//	type Avatar struct {
//		mirror.Object
//		Name string                     // backend only: no code in the page can name it
//		Hue  int    `omg:"browser"`     // in the twin only; a new twin starts from the Go value
//		Mood string `omg:"mirrored"`    // in both; loaded when the twin is made, then by SyncSlot
//	}
//
//	//omg:rpc
//	func (a *Avatar) FullName(ctx context.Context) (string, error) { return a.Name, nil }
//
//	//omg:browser
//	func (a *Avatar) Greeting(ctx context.Context) string {
//		name, _ := a.FullName(ctx) // asks the original
//		return name + " is " + a.Mood
//	}
//
//	//omg:browser
//	func Greet(ctx context.Context, a *Avatar) string { return a.Greeting(ctx) }
//
//	var greet = bridge.Func1C(Greet)
//
//	func (p *Page) Show(ctx context.Context) error {
//		a := &Avatar{Name: "Ada", Mood: "calm"}
//		text, err := greet.Call(ctx, a)                 // a becomes its twin there
//		…
//		a.Update(ctx, func() { a.Mood = "happy" })
//		return mirror.SyncSlot(ctx, a, &a.Mood)         // in every page that holds a twin
//	}
//
// # Twins
//
// A pointer to an object crosses wherever a value does: as an argument, a result,
// in a struct, slice, map or interface. What arrives in the page is an object of
// the same Go type, always the same one in one page, made when the object is
// first sent. A twin that is sent back is the original. Types are made known to
// pages by "omg generate", with the functions of their package.
//
// Methods that are marked //omg:browser run on the twin; those marked //omg:rpc are
// answered by the original. Code that names a field without a tag does not
// compile for the page.
//
// A struct that embeds one with twins inherits its slots and methods; a type may
// embed widget.Base too, and then only the page that shows it may hold its twin.
//
// # Slots
//
// Nothing flows by itself. An assignment changes the side on which it is made;
// [SyncSlot] brings twins up to date, on both sides, and [SetSlot] proposes a
// value from the page, for a slot with the tag `omg:"mirrored,write"`.
//
// An object that several sessions share is changed in [Object.Update] and read
// in View. A slot is encoded once for all pages, unless it holds other objects
// or functions; a page that is away delays nobody and gets the newest value when
// it comes back.
//
// # Hooks
//
// If the type has the methods TwinMade(ctx) and TwinGone(ctx), they run on the
// backend, in a turn of the session whose page got or lost a twin. Methods named
// Appear(ctx), Synced(ctx), Vanish() and SyncData(ctx) that are marked //omg:browser
// run in the page: when the twin has its first values, when slots have come from
// the backend since, when it goes, and when [Notify] says that data changed.
//
// # Who may hold a twin
//
// Everybody, unless [Object.SetScope] says otherwise: one [Session], or a
// [Group] that sessions [Join] and [Leave]. It is checked when an object is sent
// and when a twin comes back. [PresenceOf] tells who holds one now.
//
// # Lifetime
//
// The original lives while the program or a page uses it: the page counts what it
// was sent and gives it back when its code has dropped the twin. The twin's slots
// stay until the original is collected, so that a twin that is sent again is as
// it was. [Release] ends a twin at once. What a page does with a twin that has
// ended is refused. A twin takes some 140 bytes of the backend beyond its object.
//
// # Several processes
//
// [Share] connects an object with those of the same key in other processes, over
// a bus: slots and notices reach the pages of all. A type with a mirrored slot for
// other objects or functions cannot be shared: hold a key in its place.
package mirror
