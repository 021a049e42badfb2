package client

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"sync"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/js"
)

//go:embed src/*.js
var sources embed.FS

// entry is the file from which the runtime is put together; what it exports is
// what a module that imports "omg" may name.
const entry = "index.js"

var build = sync.OnceValue(func() string {
	src, err := fs.Sub(sources, "src")
	if err != nil {
		panic(err)
	}
	whole, err := Assemble(src, entry)
	if err == nil {
		whole, err = Minify(whole)
	}
	if err != nil {
		panic(fmt.Sprintf("client: %v", err))
	}
	return whole
})

// JavaScript returns the runtime as one minified ES module. It is made once, by
// the first call, and does not change. JavaScript panics if the sources cannot
// be put together, which the package's tests rule out.
func JavaScript() string { return build() }

// Path returns where the runtime is served, relative to the root of the
// application: "_omg/m/HASH.js".
func Path() string { return ModulePath(Hash(JavaScript())) }

// ModulePath returns where the module with that hash is served, relative to the
// root of the application. All modules, the runtime among them, stand in one
// folder, so that they import each other as "./HASH.js".
func ModulePath(hash string) string { return "_omg/m/" + hash + ".js" }

// Hash returns the name that content is served under: 16 hexadecimal digits,
// 64 bits of its SHA-256.
func Hash(content string) string {
	sum := sha256.Sum256([]byte(content))
	return hex.EncodeToString(sum[:8])
}

// Minify shortens an ES module without changing what it does or exports. It
// fails where the source is not JavaScript.
func Minify(source string) (string, error) {
	m := minify.New()
	m.Add("text/javascript", &js.Minifier{})
	out, err := m.String("text/javascript", source)
	if err != nil {
		return "", fmt.Errorf("client: minify: %w", err)
	}
	return out, nil
}
