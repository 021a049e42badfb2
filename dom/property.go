package dom

// Property is a property of the element's object in the page, by a dotted path
// ("style.color", "validity.valid"). Attributes are another thing: see
// [Element.Attr].
//
//omg:browser
func (e Element) Property(path string) Value {
	v := e.raw()
	for {
		name, rest, more := cut(path, '.')
		v = v.Get(name)
		if !more {
			return v
		}
		path = rest
	}
}

// SetProperty gives a property a value, which [Of] must know: also a handler as
// func([Event]) for one like "onclick".
//
//omg:browser
func (e Element) SetProperty(path string, x any) {
	v := e.raw()
	for {
		name, rest, more := cut(path, '.')
		if !more {
			v.Set(name, x)
			return
		}
		v, path = v.Get(name), rest
	}
}
