package bridge

import (
	"fmt"
	"maps"
	"path"
	"path/filepath"
	"reflect"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/omg-go/omg/internal/wire"
	"github.com/omg-go/omg/module"
)

// A Callable is a handle of a function that runs in pages: one of the types
// Function0… and Procedure0…. Only this package makes them.
type Callable interface {
	callee() *target
}

// A target is the function behind a handle: one that pages fetch, found by the
// name of the Go function that it was made of; or a function value of one page.
type target struct {
	name  string
	fixed *module.Function // of a module written by hand
	value *Object          // a function value
	made  any              // the Go function that it was made of
	types []reflect.Type   // arguments, then result
}

// targets are all there are: one for each Go function, however many handles it
// has, so that a handle may be made where it is used.
var targets = struct {
	sync.Mutex
	m map[targetKey]*target
}{m: map[targetKey]*target{}}

type targetKey struct {
	name string
	typ  reflect.Type
}

// newTarget returns the target for the Go function f. Nothing is looked up yet:
// package variables are made before generated files have registered.
func newTarget(f any) *target {
	name := functionName(reflect.ValueOf(f).Pointer())
	return intern(targetKey{name, reflect.TypeOf(f)}, func(t *target) { t.name, t.made = name, f })
}

// Original returns the Go function that f was made of, for a program that wants to
// run it here too: func(string) string, say. It is nil for what was written by
// hand, for a function value of a page, and for a zero handle.
func Original(f Callable) any {
	if t := f.callee(); t != nil {
		return t.made
	}
	return nil
}

var literal = regexp.MustCompile(`\.func\d+`)

// functionName returns the name under which the function that begins at pc is
// registered: its own, or for a function literal, whose number among the others
// is not stable, its package's and its place: "example.org/app.page.go:12".
func functionName(pc uintptr) string {
	fn := runtime.FuncForPC(pc)
	name := fn.Name()
	if !literal.MatchString(name) {
		return name
	}
	at := strings.LastIndexByte(name, '/') + 1
	at += strings.IndexByte(name[at:], '.')
	file, line := fn.FileLine(fn.Entry())
	return name[:at+1] + filepath.Base(file) + ":" + strconv.Itoa(line)
}

// importTarget returns the target for what m exports under name, with the types
// of F.
func importTarget[F any](m *Source, name string) *target {
	full := m.asset.Name() + "." + name
	return intern(targetKey{full, reflect.TypeFor[F]()}, func(t *target) {
		t.name = full
		t.fixed = &module.Function{Name: full, Asset: m.asset, Export: name, RPCs: m.rpcs}
	})
}

func intern(key targetKey, fill func(t *target)) *target {
	targets.Lock()
	defer targets.Unlock()
	if t := targets.m[key]; t != nil {
		return t
	}
	sh, err := shapeOf(key.typ)
	if err != nil {
		panic("bridge: " + key.name + ": " + err.Error())
	}
	t := &target{types: sh.types()}
	fill(t)
	targets.m[key] = t
	return t
}

func allTargets() []*target {
	targets.Lock()
	defer targets.Unlock()
	return slices.Collect(maps.Values(targets.m))
}

func (t *target) String() string {
	if t == nil {
		return "nil function"
	}
	return t.name
}

// function returns what pages fetch for t.
func (t *target) function() (*module.Function, error) {
	if t == nil {
		return nil, fmt.Errorf("%w: the handle is zero", ErrUnknown)
	}
	f := t.fixed
	if f == nil {
		f, _ = module.Lookup(t.name)
	}
	if f == nil {
		return nil, fmt.Errorf("%w: %s", ErrUnknown, t.name)
	}
	if f.Signature != "" && f.Signature != Signature(t.types...) {
		return nil, fmt.Errorf("%w: %s", ErrVersion, t.name)
	}
	return f, nil
}

// appendTo appends t as the target of a call that is within depth others.
func (t *target) appendTo(b []byte, s *Session, depth int) ([]byte, error) {
	if t != nil && t.value != nil {
		return t.value.appendTo(b, s, depth)
	}
	number, name, err := s.announce(t)
	if err != nil {
		return nil, err
	}
	b = wire.AppendUint(append(b, '['), uint64(number))
	b = wire.AppendString(append(b, ','), name)
	if depth > 0 {
		b = wire.AppendUint(append(b, ','), uint64(depth))
	}
	return append(b, ']'), nil
}

// Function returns the number of the module and the name under which the page of
// s finds f. The page is told about the module, if it was not yet, before what
// is written next; and it may call, from now on, the backend functions that the
// code of f names.
//
// The error is [ErrUnknown] if f was never compiled, [ErrVersion] if it was for
// other types. A function value of a page has no module.
func (s *Session) Function(f Callable) (number int, name string, err error) {
	return s.announce(f.callee())
}

func (s *Session) announce(t *target) (number int, name string, err error) {
	f, err := t.function()
	if err != nil {
		return 0, "", err
	}
	number, name = s.announceFunction(f)
	return number, name, nil
}

// announceFunction tells the page about the module of f, once.
func (s *Session) announceFunction(f *module.Function) (number int, name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	number, ok := s.modules[f.Asset]
	if !ok {
		if s.modules == nil {
			s.modules = map[*module.Asset]int{}
		}
		number = len(s.modules) + 1
		s.modules[f.Asset] = number
		s.prelude(kindModule, number, s.hub.options.ModuleURL(f.Asset.Path()))
	}
	s.grant(f.RPCs)
	return number, f.Export
}

// prelude puts [kind,n,…,"text"] before what is written next. s.mu is held.
func (s *Session) prelude(kind int, rest ...any) {
	r := s.stream.seldom()
	b := append(r.prelude, ",["...)
	b = wire.AppendUint(b, uint64(kind))
	for _, v := range rest {
		b = append(b, ',')
		if text, ok := v.(string); ok {
			b = wire.AppendString(b, text)
		} else {
			b = wire.AppendUint(b, uint64(v.(int)))
		}
	}
	r.prelude = append(b, ']')
}

func besideRuntime(p string) string { return "./" + path.Base(p) }

// Module registers the ES module source, written by hand, under name. Its
// functions are had with Import0…; rpcs names the backend functions that its
// code may call.
//
// Module panics if the name is taken.
func Module(name, source string, rpcs ...string) *Source {
	return &Source{asset: module.New(name, source), rpcs: rpcs}
}

// A Source is an ES module that was written by hand.
type Source struct {
	asset *module.Asset
	rpcs  []string
}

// Asset returns the module as pages get it.
func (m *Source) Asset() *module.Asset { return m.asset }

// Check returns an error that names every handle whose function was never
// compiled for pages, or was for other types. A server asks when it starts.
func Check() error {
	var errs []error
	for _, t := range allTargets() {
		if _, err := t.function(); err != nil {
			errs = append(errs, fmt.Errorf("%w (run omg generate)", err))
		}
	}
	return joined(errs)
}
