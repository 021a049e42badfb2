package client

import (
	"path"
	"regexp"
)

var imported = regexp.MustCompile(`(?m)^(\s*(?:import|export)\b[^"';]*)["']([^"'\n]+)["']`)

// Link returns an ES module, hand-written or compiled, as it is served: what it
// imports from "omg" comes from the module of calls of this build, from "omg/twins" of that of twins, and each other name
// for which resolve knows a path (as [ModulePath] makes them) from there. Other
// imports stay. A nil resolve knows none.
//
// The result names the hashes of what it imports; its own hash, taken of the
// result, thus covers theirs.
func Link(source string, resolve func(name string) (string, bool)) string {
	return relink(source, func(name string) (string, bool) {
		switch {
		case name == "omg":
			return CallsPath(), true
		case name == "omg/twins":
			return TwinsPath(), true
		case resolve == nil:
			return "", false
		}
		return resolve(name)
	})
}

// relink puts the addresses that resolve knows in the place of names.
func relink(source string, resolve func(name string) (string, bool)) string {
	return imported.ReplaceAllStringFunc(source, func(statement string) string {
		m := imported.FindStringSubmatch(statement)
		at, ok := resolve(m[2])
		if !ok {
			return statement
		}
		return m[1] + `"./` + path.Base(at) + `"`
	})
}
