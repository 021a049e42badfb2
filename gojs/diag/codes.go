package diag

// The codes. docs/subset.md shows a program for each.
const (
	Unmarked     Code = 1  // a function that is not marked for the browser
	Package      Code = 2  // a package of the standard library that has no browser side
	NoBody       Code = 3  // a function without a Go body
	BackendVar   Code = 4  // a package variable that lives on the backend
	BackendField Code = 5  // a field that lives on the backend
	Unsafe       Code = 6  // package unsafe
	Construct    Code = 7  // a construct that is not translated
	MustNotWait  Code = 9  // //omg:sync on a function that waits
	SyncCallback Code = 10 // a waiting closure where the library calls back at once
	WaitingInit  Code = 11 // a package variable whose initialiser waits
	BigConstant  Code = 12 // an int constant beyond 53 bits
	Capture      Code = 13 // a function literal that captures a backend variable
	BadDirective Code = 14 // a directive that cannot be understood
	Reflection   Code = 15 // package reflect
	RPCShape     Code = 16 // an //omg:rpc function whose shape cannot cross
	Handle       Code = 17 // a handle whose function has no name that page and backend share
	OpaqueField  Code = 31 // a field of a type of the page
)
