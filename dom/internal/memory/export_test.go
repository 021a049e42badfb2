package memory

// Fn is a new function of o's page.
func (o *Object) Fn(f func()) *Object {
	return o.page.function(func(any, []any) any { f(); return nil })
}

// Promise makes a promise.
func (p *Page) Promise() (o *Object, resolve, reject func(v any)) { return p.promise() }
