package runtime

import (
	"embed"
	"io/fs"
	"regexp"
	"slices"
	"strings"
)

// Section is one piece of library code.
type Section struct {
	Name  string
	Text  string
	Async bool
	// Deps are the sections that the text names.
	Deps []string
	// When names two symbols that must both be there before this section is
	// wanted; then nothing needs to name it.
	When [2]string
	// Methods are the method names that it calls dynamically.
	Methods []string
	// Needs are what it names of Go's own, compiled from source: "time.Now".
	Needs []string
	// Callback says that it calls its function arguments before it returns: it
	// waits exactly if they do, and then the section named NAME$async stands
	// for it, if there is one.
	Callback bool
}

// Library is a set of sections.
type Library struct {
	sections map[string]*Section
	order    []string
}

//go:embed src/*.js
var source embed.FS

// New returns the runtime's own sections together with those of more, file
// systems of *.js files. It panics if a section is there twice.
func New(more ...fs.FS) *Library {
	l := &Library{sections: map[string]*Section{}}
	for _, fsys := range append([]fs.FS{source}, more...) {
		l.readAll(fsys)
	}
	for _, name := range l.order {
		l.connect(l.sections[name])
	}
	return l
}

// Add adds the sections of a file, which may name those that are there.
func (l *Library) Add(name, text string) {
	n := len(l.order)
	l.split(name, text)
	for _, s := range l.order[n:] {
		l.connect(l.sections[s])
	}
}

// Section returns the section of that name, or nil.
func (l *Library) Section(name string) *Section { return l.sections[name] }

// Names returns every section in the order of the files.
func (l *Library) Names() []string { return l.order }

func (l *Library) readAll(fsys fs.FS) {
	names, err := fs.Glob(fsys, "*/*.js")
	if err != nil {
		panic("runtime: " + err.Error())
	}
	flat, _ := fs.Glob(fsys, "*.js")
	for _, name := range append(names, flat...) {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			panic("runtime: " + err.Error())
		}
		l.split(name, string(text))
	}
}

var head = regexp.MustCompile(`(?m)^(async function\*?|function\*?|class|const|let) ([\w$]+)`)

// split cuts a file into sections; comments stand with what follows them.
func (l *Library) split(file, text string) {
	starts := head.FindAllStringSubmatchIndex(text, -1)
	for i, at := range starts {
		end := len(text)
		if i+1 < len(starts) {
			end = commentStart(text, starts[i+1][0])
		}
		s := &Section{Name: text[at[4]:at[5]], Text: strings.TrimSpace(text[at[0]:end]) + "\n"}
		s.Async = strings.HasPrefix(s.Text, "async")
		s.directives(text[commentStart(text, at[0]):at[0]])
		if l.sections[s.Name] != nil {
			panic("runtime: " + file + ": " + s.Name + " is declared twice")
		}
		l.sections[s.Name] = s
		l.order = append(l.order, s.Name)
	}
}

// commentStart returns where the comment lines right above pos begin.
func commentStart(text string, pos int) int {
	for pos > 0 {
		line := strings.LastIndexByte(text[:pos-1], '\n') + 1
		if !strings.HasPrefix(text[line:pos], "//") {
			break
		}
		pos = line
	}
	return pos
}

func (s *Section) directives(comment string) {
	for _, line := range strings.Split(comment, "\n") {
		if rest, ok := strings.CutPrefix(line, "//omg:methods "); ok {
			s.Methods = strings.Fields(rest)
		}
		if rest, ok := strings.CutPrefix(line, "//omg:needs "); ok {
			s.Needs = strings.Fields(rest)
		}
		if rest, ok := strings.CutPrefix(line, "//omg:when "); ok {
			copy(s.When[:], strings.Fields(rest))
		}
		if line == "//omg:callback" {
			s.Callback = true
		}
	}
}

var (
	identifier = regexp.MustCompile(`[A-Za-z_$][\w$]*`)
	comment    = regexp.MustCompile(`(?m)^\s*//.*$`)
)

func (l *Library) connect(s *Section) {
	seen := map[string]bool{s.Name: true}
	for _, id := range identifier.FindAllString(comment.ReplaceAllString(s.Text, ""), -1) {
		if l.sections[id] != nil && !seen[id] {
			seen[id] = true
			s.Deps = append(s.Deps, id)
		}
	}
	slices.Sort(s.Deps)
}
