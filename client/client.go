package client

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"sync"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/js"
)

//go:embed src/*.js
var sources embed.FS

// The files from which the three modules are put together. What omg.js exports is
// what a module that imports "omg" may name; what index.js exports is for omg.js.
const (
	entry      = "index.js"
	callsEntry = "omg.js"
	twinsEntry = "twins.js"
)

var build = sync.OnceValue(func() string { return assembled(entry) })

var buildCalls = sync.OnceValue(func() string {
	return relink(assembled(callsEntry, entry), func(name string) (string, bool) { return Path(), name == "./"+entry })
})

var buildTwins = sync.OnceValue(func() string {
	return relink(assembled(twinsEntry, callsEntry), func(name string) (string, bool) { return CallsPath(), name == "./"+callsEntry })
})

// assembled joins the files that entry reaches, except those outside, which it
// imports.
func assembled(entry string, outside ...string) string {
	src, err := fs.Sub(sources, "src")
	if err != nil {
		panic(err)
	}
	whole, err := Assemble(src, entry, outside...)
	if err == nil {
		whole, err = Minify(whole)
	}
	if err != nil {
		panic(fmt.Sprintf("client: %v", err))
	}
	return whole
}

// JavaScript returns what every page loads, as one minified ES module: the
// connection, patches, events and fields. It is made once, by the first call,
// and does not change. JavaScript panics if the sources cannot be put together,
// which the package's tests rule out.
func JavaScript() string { return build() }

// Calls returns the module of calls, handles and values in the same way. Its
// page fetches it when it is needed, or with the first module that imports
// "omg", which is its name.
func Calls() string { return buildCalls() }

// Twins returns the module of twins in the same way. Its page fetches it with the
// first module that imports "omg/twins".
func Twins() string { return buildTwins() }

// TwinsPath returns where Twins is served, in the same way as Path.
func TwinsPath() string { return ModulePath(Hash(Twins())) }

// Path returns where JavaScript is served, relative to the root of the
// application: "_omg/m/HASH.js".
func Path() string { return ModulePath(Hash(JavaScript())) }

// CallsPath returns where Calls is served, in the same way.
func CallsPath() string { return ModulePath(Hash(Calls())) }

// ModulePath returns where the module with that hash is served, relative to the
// root of the application. All modules, the runtime among them, stand in one
// folder, so that they import each other as "./HASH.js".
func ModulePath(hash string) string { return "_omg/m/" + hash + ".js" }

// StylePath returns where the stylesheet with that hash is served, in the same
// folder.
func StylePath(hash string) string { return "_omg/m/" + hash + ".css" }

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
	out, err := m.String("text/javascript", guarded(source))
	if err != nil {
		return "", fmt.Errorf("client: minify: %w", err)
	}
	return out, nil
}

// MinifyCSS shortens a stylesheet without changing what it says. It fails where
// the source is not CSS.
func MinifyCSS(source string) (string, error) {
	m := minify.New()
	m.Add("text/css", &css.Minifier{})
	out, err := m.String("text/css", source)
	if err != nil {
		return "", fmt.Errorf("client: minify: %w", err)
	}
	return out, nil
}
