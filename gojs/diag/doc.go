// Package diag holds what the compiler has to say: diagnostics with a
// position, a stable code and what to write instead.
package diag
