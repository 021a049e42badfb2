// Package natives holds the standard library's functions that are written in
// JavaScript: because they need the host (time, printing), because their Go
// source needs what the compiler does not have (reflect, unsafe, assembly), or
// because the page does the same in a tenth of the bytes.
//
// A section is named like the symbol it stands for: strings$Index,
// sync$Mutex$Lock, math_bits$Len. What has no native is compiled from Go's own
// source, if its package is on the list of [Supported].
package natives

import (
	"embed"
	"io/fs"
	"strings"
)

//go:embed js/*.js
var files embed.FS

// FS returns the files, for the runtime's library.
func FS() fs.FS { return files }

var supported = map[string]bool{}

func init() {
	for _, p := range strings.Fields(`bytes cmp container/heap container/list container/ring context errors fmt
		iter maps math math/bits math/cmplx os slices sort strconv strings sync sync/atomic time unicode unicode/utf8
		unicode/utf16 unsafe runtime internal/bytealg internal/stringslite internal/itoa internal/byteorder
		internal/reflectlite internal/race internal/goarch internal/cpu internal/unsafeheader internal/strconv io errors
		internal/asan internal/msan internal/abi internal/sync internal/godebug internal/goos internal/testlog internal/oserror
		unique hash hash/fnv hash/crc32 math/rand math/rand/v2 encoding/hex encoding/base64 html text/tabwriter bufio`) {
		supported[p] = true
	}
}

// Supported reports whether browser code may use a package of the standard library.
func Supported(path string) bool { return supported[path] }
