package natives

import (
	"embed"
	"io/fs"
	"maps"
	"slices"
	"strings"
)

//go:embed js/*.js
var files embed.FS

// FS returns the files, for the runtime's library.
func FS() fs.FS { return files }

var supported = map[string]bool{}

func init() {
	for _, p := range strings.Fields(`bytes cmp container/heap container/list container/ring context encoding/base64
		encoding/hex errors fmt hash hash/fnv io iter maps math math/bits math/cmplx math/rand math/rand/v2 slices sort
		strconv strings sync sync/atomic time unicode unicode/utf16 unicode/utf8`) {
		supported[p] = true
	}
}

// Packages returns the packages of the standard library that browser code may
// use, sorted.
func Packages() []string { return slices.Sorted(maps.Keys(supported)) }

// Supported reports whether browser code may use a package of the standard library.
func Supported(path string) bool { return supported[path] }
