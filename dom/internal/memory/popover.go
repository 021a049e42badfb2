package memory

func init() {
	elementClass.add(nil, nil, methods{
		"showPopover": locked(func(o *Object, _ []any) any { return o.setPopover(true) }),
		"hidePopover": locked(func(o *Object, _ []any) any { return o.setPopover(false) }),
	})
}

// setPopover notes whether a popover is open; there is no layer above the page.
func (o *Object) setPopover(open bool) any {
	n := o.tree()
	if _, ok := attribute(n, "popover"); !ok {
		throw(o.page, "NotSupportedError", "the element is not a popover")
	}
	if !o.page.connected(n) {
		throw(o.page, "InvalidStateError", "the popover is not in the document")
	}
	o.page.popovers[n] = open
	return nil
}
