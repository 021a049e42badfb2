package memory

// A promise is settled once; what waits for it is told in a microtask.
type promise struct {
	settled, failed bool
	value           any
	then            []func(failed bool, value any)
}

var promiseClass = extend("Promise", objectClass)

// promise makes a promise and the functions that settle it. The first call of
// either counts.
func (p *Page) promise() (o *Object, resolve, reject func(v any)) {
	o = p.object(promiseClass, &promise{})
	resolve = func(v any) { o.resolve(v) }
	reject = func(v any) { o.settle(true, v) }
	return o, resolve, reject
}

// resolve settles o with v, or as v will be settled if that is a promise.
func (o *Object) resolve(v any) {
	if other, ok := v.(*Object); ok && other.class.is(promiseClass) && other != o {
		o.page.mu.Lock()
		defer o.page.mu.Unlock()
		other.whenSettled(func(failed bool, value any) { o.settle(failed, value) })
		return
	}
	o.settle(false, v)
}

func (o *Object) settle(failed bool, v any) {
	o.page.mu.Lock()
	defer o.page.mu.Unlock()
	pr := o.data.(*promise)
	if pr.settled {
		return
	}
	pr.settled, pr.failed, pr.value = true, failed, Value(v)
	for _, f := range pr.then {
		o.page.later(func() { f(failed, pr.value) })
	}
	pr.then = nil
}

// whenSettled queues f, now or when o is settled. The lock is held.
func (o *Object) whenSettled(f func(failed bool, value any)) {
	pr := o.data.(*promise)
	if !pr.settled {
		pr.then = append(pr.then, f)
		return
	}
	o.page.later(func() { f(pr.failed, pr.value) })
}

func init() {
	promiseClass.add(nil, nil, methods{
		"then":  locked(func(o *Object, args []any) any { return o.then(arg(args, 0), arg(args, 1)) }),
		"catch": locked(func(o *Object, args []any) any { return o.then(nil, arg(args, 0)) }),
		"finally": locked(func(o *Object, args []any) any {
			f, _ := arg(args, 0).(*Object)
			next, resolve, reject := o.page.promise()
			o.whenSettled(func(failed bool, v any) {
				f.Invoke(nil)
				if failed {
					reject(v)
				} else {
					resolve(v)
				}
			})
			return next
		}),
	})
}

// then is the promise of what the callback for the outcome returns or throws.
func (o *Object) then(done, failed any) *Object {
	next, resolve, reject := o.page.promise()
	o.whenSettled(func(bad bool, v any) {
		call := done
		if bad {
			call = failed
		}
		f, _ := call.(*Object)
		switch {
		case f == nil && bad:
			reject(v)
		case f == nil:
			resolve(v)
		default:
			if thrown := Attempt(func() { resolve(f.Invoke(nil, v)) }); thrown != nil {
				reject(thrown)
			}
		}
	})
	return next
}
