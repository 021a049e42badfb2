package client

import (
	"fmt"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
)

var (
	// importLine and exportLine match whole statements that begin a line.
	importLine = regexp.MustCompile(`(?m)^import\s*(?:\{([^}]*)\}\s*from\s*)?["']([^"']+)["'];?[ \t]*\n?`)
	exportLine = regexp.MustCompile(`(?m)^export\s*\{([^}]*)\}(?:\s*from\s*["']([^"']+)["'])?;?[ \t]*\n?`)
	exportDecl = regexp.MustCompile(`(?m)^export\s+((?:async\s+)?function\*?|const|let|class)\s+([\p{L}_$][\p{L}\p{N}_$]*)`)
	renaming   = regexp.MustCompile(`(?m)^(?:import|export)\s*\{[^}]*\sas\s[^}]*\}`)
	leftOver   = regexp.MustCompile(`(?m)^(import|export)[\s{*].*$`)
)

// Assemble returns the ES modules that entry reaches in dir as one module that
// exports what entry exports. A file comes after the files that it imports;
// where two import each other, the one met first comes second. The files share
// one scope: an imported name is the declared one. The files named in outside
// are not joined: what is imported of them stays an import.
//
// Assemble fails on a file that is missing and on an import or export in any
// form but
//
//	import { a, b } from "./file.js";
//	export { a, b } from "./file.js";
//	export function a() {}
func Assemble(dir fs.FS, entry string, outside ...string) (string, error) {
	a := assembler{dir: dir, outside: map[string][]string{}, seen: map[string]bool{}}
	for _, name := range outside {
		a.outside[name] = nil
	}
	if err := a.add(entry); err != nil {
		return "", err
	}
	names := strings.Join(a.exports, ", ")
	return a.imports() + "export const { " + names + " } = (() => {\n" + a.out.String() + "return { " + names + " };\n})();\n", nil
}

type assembler struct {
	dir     fs.FS
	outside map[string][]string // what is imported of files that stay outside
	seen    map[string]bool
	out     strings.Builder
	exports []string // of the file read last, thus in the end of the entry
}

func (a *assembler) add(name string) error {
	if _, outside := a.outside[name]; outside || a.seen[name] {
		return nil
	}
	a.seen[name] = true
	source, err := fs.ReadFile(a.dir, name)
	if err != nil {
		return err
	}
	body := string(source)
	for _, dep := range dependencies(body) {
		file, local := strings.CutPrefix(dep, "./")
		if !local {
			return fmt.Errorf("%s: imports %q, which is not beside it", name, dep)
		}
		if err := a.add(file); err != nil {
			return err
		}
	}
	return a.write(name, body)
}

// write appends the file without the lines that tie it to others.
func (a *assembler) write(name, body string) error {
	exports, err := exported(body)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	a.exports = exports
	a.noteOutside(body)
	body = importLine.ReplaceAllString(body, "")
	body = exportLine.ReplaceAllString(body, "")
	body = exportDecl.ReplaceAllString(body, "$1 $2")
	if line := leftOver.FindString(body); line != "" {
		return fmt.Errorf("%s: cannot join %q", name, line)
	}
	a.out.WriteString(strings.TrimSuffix(body, "\n") + "\n")
	return nil
}

// noteOutside keeps what a file imports of files that stay outside.
func (a *assembler) noteOutside(body string) {
	for _, m := range importLine.FindAllStringSubmatch(body, -1) {
		file := strings.TrimPrefix(m[2], "./")
		if names, outside := a.outside[file]; outside {
			a.outside[file] = append(names, split(m[1])...)
		}
	}
}

// imports returns the imports that are left, sorted.
func (a *assembler) imports() (lines string) {
	for _, file := range slices.Sorted(maps.Keys(a.outside)) {
		names := slices.Compact(slices.Sorted(slices.Values(a.outside[file])))
		lines += "import { " + strings.Join(names, ", ") + " } from \"./" + file + "\";\n"
	}
	return lines
}

// dependencies returns what a file imports or hands on, in order.
func dependencies(body string) (deps []string) {
	for _, m := range importLine.FindAllStringSubmatch(body, -1) {
		deps = append(deps, m[2])
	}
	for _, m := range exportLine.FindAllStringSubmatch(body, -1) {
		if m[2] != "" {
			deps = append(deps, m[2])
		}
	}
	return deps
}

// exported returns the names that a file exports, sorted.
func exported(body string) (names []string, err error) {
	if m := renaming.FindString(body); m != "" {
		return nil, fmt.Errorf("cannot join %q: it renames", m)
	}
	for _, m := range exportDecl.FindAllStringSubmatch(body, -1) {
		names = append(names, m[2])
	}
	for _, m := range exportLine.FindAllStringSubmatch(body, -1) {
		names = append(names, split(m[1])...)
	}
	slices.Sort(names)
	return slices.Compact(names), nil
}

// split returns the names of a list.
func split(list string) (names []string) {
	for name := range strings.SplitSeq(list, ",") {
		if name = strings.TrimSpace(name); name != "" {
			names = append(names, name)
		}
	}
	return names
}
