package memory

import (
	"math"
	"time"
)

var (
	windowClass    = extend("Window", targetClass)
	navigatorClass = extend("Navigator", objectClass)
	clipboardClass = extend("Clipboard", objectClass)
	abortClass     = extend("AbortController", objectClass)
	signalClass    = extend("AbortSignal", targetClass)
)

// abort is the state of an AbortSignal.
type abort struct {
	aborted bool
	then    []func()
}

// newWindow makes the global object of p.
func newWindow(p *Page) *Object {
	p.history = newHistory()
	w := p.object(windowClass, nil)
	w.props = map[string]any{
		"document": p.document, "window": w, "self": w, "globalThis": w,
		"localStorage": newStorage(p), "sessionStorage": newStorage(p),
		"navigator": p.object(navigatorClass, p.object(clipboardClass, nil)),
		"location":  p.object(locationClass, nil), "history": p.object(historyClass, nil),
		"console": p.object(consoleClass, nil), "performance": p.object(performanceClass, nil),
		"innerWidth": View.Width, "innerHeight": View.Height, "devicePixelRatio": 1.0,
	}
	p.constructors(w)
	return w
}

func init() {
	windowClass.add(getters{
		"scrollX": func(o *Object) any { return o.page.scroll[find(o.page.tree, "html")][0] },
		"scrollY": func(o *Object) any { return o.page.scroll[find(o.page.tree, "html")][1] },
	}, nil, methods{
		"scrollTo":   locked(func(o *Object, args []any) any { return scrollTo(o.page.node(find(o.page.tree, "html")), args) }),
		"matchMedia": locked(func(o *Object, args []any) any { return o.page.query(Text(arg(args, 0))) }),
		"Number":     locked(func(_ *Object, args []any) any { return Number(arg(args, 0)) }),
		"String":     locked(func(_ *Object, args []any) any { return Text(arg(args, 0)) }),
		"Boolean":    locked(func(_ *Object, args []any) any { return Truth(arg(args, 0)) }),
		"isNaN":      locked(func(_ *Object, args []any) any { return math.IsNaN(Number(arg(args, 0))) }),
	})
	navigatorClass.add(getters{
		"userAgent": func(o *Object) any { return o.page.agent },
		"clipboard": func(o *Object) any { return o.data },
		"onLine":    func(*Object) any { return true },
		"language":  func(*Object) any { return "en" },
	}, nil, nil)
	clipboardClass.add(nil, nil, methods{
		"writeText": free(func(o *Object, args []any) any {
			done, resolve, _ := o.page.promise()
			o.page.SetClipboard(Text(arg(args, 0)))
			resolve(nil)
			return done
		}),
		"readText": free(func(o *Object, _ []any) any {
			done, resolve, _ := o.page.promise()
			resolve(o.page.Clipboard())
			return done
		}),
	})
	abortClass.add(getters{"signal": func(o *Object) any { return o.data }}, nil, methods{
		"abort": locked(func(o *Object, _ []any) any { o.data.(*Object).data.(*abort).abort(); return nil }),
	})
	signalClass.add(getters{"aborted": func(o *Object) any { return o.data.(*abort).aborted }}, nil, nil)
	documentClass.add(getters{
		"documentElement": func(o *Object) any { return o.page.value(find(o.tree(), "html")) },
		"head":            func(o *Object) any { return o.page.value(find(o.tree(), "head")) },
		"body":            func(o *Object) any { return o.page.value(find(o.tree(), "body")) },
		"hidden":          func(*Object) any { return false },
		"visibilityState": func(*Object) any { return "visible" },
		"readyState":      func(*Object) any { return "complete" },
		"defaultView":     func(o *Object) any { return o.page.window },
		"title": func(o *Object) any {
			if n := find(o.tree(), "title"); n != nil {
				return text(n)
			}
			return ""
		},
	}, setters{"title": setTitle}, methods{
		"createElement":  locked(func(o *Object, args []any) any { return o.page.create(Text(arg(args, 0)), "") }),
		"createTextNode": locked(func(o *Object, args []any) any { return o.page.node(newText(Text(arg(args, 0)))) }),
		"createElementNS": locked(func(o *Object, args []any) any {
			space := map[string]string{"http://www.w3.org/2000/svg": "svg", "http://www.w3.org/1998/Math/MathML": "math"}
			return o.page.create(Text(arg(args, 1)), space[Text(arg(args, 0))])
		}),
	})
}

func (s *abort) abort() {
	s.aborted = true
	for _, f := range s.then {
		f()
	}
	s.then = nil
}

func setTitle(o *Object, v any) {
	n := find(o.tree(), "title")
	if n == nil {
		n = newElement("title", "")
		o.page.insert(find(o.tree(), "head"), n, nil)
	}
	o.page.setText(n, Text(v))
}

// construct makes what `new name(args)` does, of the classes that are built in.
func (p *Page) constructors(w *Object) {
	builtin := func(name string, make func(args []any) any) {
		w.props[name] = p.function(func(_ any, args []any) any { return make(args) })
	}
	for _, c := range []*class{eventClass, customEventClass, mouseClass, pointerClass, wheelClass, dragClass, keyboardClass, inputClass, focusClass, touchClass, submitClass} {
		builtin(c.name, func(args []any) any { return p.constructed(c, args) })
	}
	for _, c := range []*class{mutationClass, resizeClass, intersectionClass} {
		builtin(c.name, func(args []any) any { return p.newObserver(c, args) })
	}
	builtin("AbortController", func([]any) any { return p.object(abortClass, p.object(signalClass, &abort{})) })
	builtin("CSSStyleSheet", func([]any) any { return p.object(sheetClass, &sheet{}) })
	builtin("Error", func(args []any) any { return NewError(p, "Error", Text(arg(args, 0))) })
	builtin("Object", func([]any) any { return p.object(objectClass, nil) })
	builtin("Array", func(args []any) any { return p.array(args) })
	builtin("Promise", func(args []any) any {
		o, resolve, reject := p.promise()
		settler := func(f func(any)) *Object {
			return p.function(func(_ any, args []any) any { f(arg(args, 0)); return nil })
		}
		args[0].(*Object).Invoke(nil, settler(resolve), settler(reject))
		return o
	})
	builtin("Date", func([]any) any { return p.object(objectClass, nil) })
	w.props["Date"].(*Object).props = map[string]any{"now": p.function(func(any, []any) any { return float64(time.Now().UnixMilli()) })}
}

func (p *Page) create(tag, namespace string) *Object {
	if namespace == "" {
		tag = lowerASCII(tag)
	}
	if tag == "" || !letter(tag[0]) {
		throw(p, "InvalidCharacterError", "the tag name provided ('"+tag+"') is not a valid name")
	}
	return p.node(newElement(tag, namespace))
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80 }

func lowerASCII(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}
