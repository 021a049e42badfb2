package runtime

import (
	"embed"
	"io/fs"
)

//go:embed node/*.js
var node embed.FS

// Node returns sections that stand in for the page's when programs run under
// node: printing to the standard streams, exit codes, deadlocks.
func Node() fs.FS { return node }

// Replace adds the sections of fsys, which take the place of those of the
// same name.
func (l *Library) Replace(fsys fs.FS) {
	other := &Library{sections: map[string]*Section{}}
	other.readAll(fsys)
	for _, name := range other.order {
		if l.sections[name] == nil {
			l.order = append(l.order, name)
		}
		l.sections[name] = other.sections[name]
	}
	for _, s := range l.sections {
		s.Deps = nil
		l.connect(s)
	}
}
