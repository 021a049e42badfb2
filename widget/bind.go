package widget

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"

	"github.com/a-h/templ"

	"github.com/omg-go/omg/bridge"
)

// What a page sends along with an event, as a letter in the handler's attribute.
const (
	wantsNothing = 0
	wantsValue   = 'V'
	wantsKey     = 'K'
	wantsPointer = 'P' // or whatever else the event has to tell, see properties.go
	wantsDropped = 'D'
	wantsForm    = 'F'
	wantsPage    = '@' // nothing: the function runs in the page
)

// bind makes a handler of f, whose type the caller's constraint has checked.
func bind(event eventID, f any) Handler {
	return Handler{event: event, fn: f, wants: wantOf(event, f)}
}

func wantOf(event eventID, f any) byte {
	switch f.(type) {
	case func(context.Context), func(context.Context) error:
		return plainWant(event)
	case bridge.Callable:
		return wantsPage
	case func(context.Context, Key), func(context.Context, Key) error:
		return wantsKey
	case func(context.Context, Dropped), func(context.Context, Dropped) error:
		return wantsDropped
	}
	if plain := plainWant(event); plain != wantsNothing {
		return plain
	}
	return wantsPointer
}

func plainWant(event eventID) byte {
	switch event {
	case eventInput, eventChange, eventKeyDown, eventKeyUp:
		return wantsValue // also where the function has no use for it: see mount.saw
	}
	return wantsNothing
}

// An eventID numbers the names of events that the program handles.
type eventID uint16

// events is the table of all event names. It only grows, and only by names that
// stand in the program's text.
var events struct {
	sync.Mutex
	ids   map[string]eventID
	names atomic.Pointer[[]*eventName]
}

// eventName is what On needs of an event, ready made.
type eventName struct {
	name       string                        // "click"
	properties string                        // what a page sends of it
	attr       string                        // "w-click"
	flows      bool                          // of a series only the last counts
	scrolls    bool                          // a browser waits for listeners before it scrolls
	drawn      atomic.Pointer[[]*Attributes] // by ordinal: w-click:7
}

func eventOf(name string) eventID {
	events.Lock()
	defer events.Unlock()
	if id, ok := events.ids[name]; ok {
		return id
	}
	if !isEventName(name) {
		panic(fmt.Sprintf("widget: %q is no name of an event: want letters a-z", name))
	}
	var all []*eventName
	if p := events.names.Load(); p != nil {
		all = append(all, *p...)
	} else {
		events.ids = map[string]eventID{}
	}
	id := eventID(len(all))
	e := &eventName{name: name, attr: "w-" + name, properties: propertiesOf(name), flows: slices.Contains(flowing, name), scrolls: slices.Contains(scrolling, name)}
	all = append(all, e)
	events.ids[name] = id
	events.names.Store(&all)
	return id
}

func (id eventID) name() *eventName { return (*events.names.Load())[id] }

// flowing are the events of which a page sends many.
var flowing = []string{"input", "scroll", "pointermove", "mousemove", "touchmove", "wheel", "dragover", "resize"}

var scrolling = []string{"wheel", "touchstart", "touchmove"}

func isEventName(s string) bool {
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return s != "" && len(s) <= 32 && s != "k" && s != "raw" && s != "on" && s != "style"
}

// Attributes is what [Base.On] and [Base.Key] return, to be spread in an
// element: <button { c.On(…)... }>. It is valid during the drawing.
type Attributes struct {
	one   [1]templ.KeyValue[string, any]
	items []templ.KeyValue[string, any]
	made  origin
	key   uint64 // if one is a key: its hash
}

// An origin is what an attribute was made of. One that is drawn again, as most
// are, need not be written again.
type origin struct {
	name  uint64 // of the scope, or the key itself
	count uint32 // of handlers before it in the scope
	event eventID
	kind  originKind
}

type originKind uint8

const (
	ofText originKind = iota // compared as it is
	ofHandler
	ofNumber
)

// Items returns the attributes as templ wants them.
func (a *Attributes) Items() []templ.KeyValue[string, any] { return a.items }

func attributes(text string) *Attributes {
	a := &Attributes{}
	a.one[0] = templ.KeyValue[string, any]{Key: text, Value: true}
	a.items = a.one[:]
	return a
}

// ordinals beyond which attributes are made for each drawing.
const maxCached = 1 << 13

// attributes returns w-NAME:ordinal. They are shared by all
// drawings, so that On costs no garbage.
func (e *eventName) attributes(ordinal int) *Attributes {
	if ordinal >= maxCached {
		return attributes(e.attr + ":" + strconv.Itoa(ordinal))
	}
	if p := e.drawn.Load(); p != nil && ordinal < len(*p) {
		return (*p)[ordinal]
	}
	return e.grow(ordinal)
}

func (e *eventName) grow(ordinal int) *Attributes {
	events.Lock()
	defer events.Unlock()
	var all []*Attributes
	if p := e.drawn.Load(); p != nil {
		all = *p
	}
	more := make([]*Attributes, len(all), max(16, 2*ordinal))
	copy(more, all)
	for len(more) <= ordinal || len(more) < cap(more) {
		more = append(more, attributes(e.attr+":"+strconv.Itoa(len(more))))
	}
	e.drawn.Store(&more)
	return more[ordinal]
}

// codeOf returns where the code of a function begins: the same for all closures
// that one function literal makes. It is 0 for what runs in the page.
func codeOf(f any) uintptr {
	switch f.(type) { // most are
	case func(context.Context), func(context.Context) error:
		return reflect.ValueOf(f).Pointer()
	}
	if c, ok := f.(interface{ code() uintptr }); ok {
		return c.code()
	}
	if v := reflect.ValueOf(f); v.Kind() == reflect.Func {
		return v.Pointer()
	}
	return 0
}
