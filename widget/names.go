package widget

import (
	"bytes"
	"maps"
	"strings"
	"sync"
	"sync/atomic"
)

// An attrID numbers what an element can have: an attribute, a class, a property
// of its style, a handler. The upper two bits say which.
type attrID uint16

const (
	kindShift            = 14
	attrAttribute attrID = 0 << kindShift
	attrClass     attrID = 1 << kindShift
	attrStyle     attrID = 2 << kindShift
	attrHandler   attrID = 3 << kindShift
	kindMask             = 3 << kindShift
	maxNames             = 1 << kindShift
	noName        attrID = 1<<16 - 1
)

func (id attrID) kind() attrID { return id & kindMask }

// Names of our own in HTML that is being drawn. None of them reaches the page
// with this meaning, but for w-style, which stands for style there.
const (
	attrKey   = "w-k"
	attrKeep  = "w-raw"
	attrSheet = "w-style"
)

// Attributes with a meaning to the differ, numbered first.
const (
	idInner   attrID = iota // the text of an element whose content is one text
	idValue                 // of a field
	idChecked               // of a box, there even when it is not checked
	idSelected
	idClass
	idStyle
	idOpen
	idType
	idFence // content that is compared as a whole
	idHTTPEquiv
	idIs
	idFirstURL // from here to idLastURL: attributes whose value is a URL
)

const urlAttributes = "href src action formaction xlink:href data poster ping background manifest cite longdesc srcset from to values"

const idLastURL = idFirstURL + 15

var (
	attributeNames = newNames(append([]string{
		"w-inner", "value", "checked", "selected", "class", "style", "open", "type", "w-fence", "http-equiv", "is",
	}, strings.Fields(urlAttributes)...)...)
	classNames = newNames()
	styleNames = newNames()
)

// nameTable numbers names. It only grows and holds at most maxNames: names
// can come from what users write, so there must be an end; whoever asks then
// does without numbers.
//
// Look-ups go to a map that never changes; new names wait in another one until
// they are many enough to pay for a copy.
type nameTable struct {
	fast atomic.Pointer[map[string]attrID]
	list atomic.Pointer[[]string]
	mu   sync.Mutex
	slow map[string]attrID
}

func newNames(first ...string) *nameTable {
	t := &nameTable{slow: map[string]attrID{}}
	t.fast.Store(&map[string]attrID{})
	t.list.Store(&[]string{})
	for _, n := range first {
		t.id([]byte(n))
	}
	t.promote()
	return t
}

// id returns the number of name, which it adds; noName if the table is full.
func (t *nameTable) id(name []byte) attrID {
	if id, ok := (*t.fast.Load())[string(name)]; ok {
		return id
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if id, ok := t.slow[string(name)]; ok {
		return id
	}
	if id, ok := (*t.fast.Load())[string(name)]; ok {
		return id
	}
	return t.add(string(bytes.Clone(name)))
}

func (t *nameTable) add(name string) attrID {
	list := *t.list.Load()
	if len(list) >= maxNames-1 {
		return noName
	}
	id := attrID(len(list))
	list = append(list, name)
	t.list.Store(&list)
	t.slow[name] = id
	if len(t.slow) > len(*t.fast.Load())/4+16 {
		t.promote()
	}
	return id
}

func (t *nameTable) promote() {
	all := maps.Clone(*t.fast.Load())
	maps.Copy(all, t.slow)
	t.fast.Store(&all)
	clear(t.slow)
}

func (t *nameTable) name(id attrID) string { return (*t.list.Load())[id&^kindMask] }

// name returns the text of id: of a handler its attribute in the page.
func (id attrID) name() string {
	switch id.kind() {
	case attrClass:
		return classNames.name(id)
	case attrStyle:
		return styleNames.name(id)
	case attrHandler:
		return eventID(id &^ kindMask).name().attr
	}
	return attributeNames.name(id)
}
