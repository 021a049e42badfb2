// Package lower turns type-checked Go into JavaScript symbols.
//
// A [Symbol] is one fetchable piece: a function, a class, a type descriptor, a
// package variable, a method's entry in a class. [Compile] starts at the
// roots and lowers whatever they reach, one small function a construct, into
// the tree of package js. Whether a function waits is not yet known then: the
// tree carries colours, and the symbols are printed after the call graph is
// solved.
//
// # How values look
//
//	bool, string            boolean; a string whose characters are bytes
//	int, uint, uintptr      number, exact to 53 bits, checked
//	int8 … uint32, floats   number
//	int64, uint64           BigInt
//	complex                 $Complex, immutable
//	struct                  an object of its class, copied where Go copies
//	array                   Array or typed array, copied where Go copies
//	slice                   $Slice{a, o, l, c}; the one $nil when nil
//	map                     Map, or $Map for keys that need hashing; null when nil
//	pointer to struct/array the object itself
//	other pointer           something with a property v
//	func                    function or null
//	interface               int, string, bool and *struct as they are, all else
//	                        in a box of its type; null when nil
package lower
