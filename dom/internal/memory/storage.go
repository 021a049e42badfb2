package memory

import "slices"

// A storage object keeps texts by name, in the order of their making.
type storage struct {
	keys  []string
	items map[string]string
	quota int
}

var storageClass = extend("Storage", objectClass)

// quota is what a storage takes, as in browsers: five million characters.
const quota = 5_000_000

func newStorage(p *Page) *Object {
	return p.object(storageClass, &storage{items: map[string]string{}})
}

func init() {
	storageClass.add(getters{
		"length": func(o *Object) any { return float64(len(o.storage().keys)) },
	}, nil, methods{
		"getItem": locked(func(o *Object, args []any) any {
			if v, ok := o.storage().items[Text(arg(args, 0))]; ok {
				return v
			}
			return Null
		}),
		"setItem": locked(func(o *Object, args []any) any { o.store(Text(arg(args, 0)), Text(arg(args, 1))); return nil }),
		"removeItem": locked(func(o *Object, args []any) any {
			name, s := Text(arg(args, 0)), o.storage()
			delete(s.items, name)
			s.keys = slices.DeleteFunc(s.keys, func(k string) bool { return k == name })
			return nil
		}),
		"clear": locked(func(o *Object, _ []any) any { o.data = &storage{items: map[string]string{}}; return nil }),
		"key": locked(func(o *Object, args []any) any {
			if i := int(Number(arg(args, 0))); i >= 0 && i < len(o.storage().keys) {
				return o.storage().keys[i]
			}
			return Null
		}),
	})
	storageClass.lookup = func(o *Object, name string) (any, bool) { v, ok := o.storage().items[name]; return v, ok }
	storageClass.assign = func(o *Object, name string, v any) { o.store(name, Text(v)) }
}

func (o *Object) storage() *storage { return o.data.(*storage) }

func (o *Object) store(name, value string) {
	s := o.storage()
	total := len(name) + len(value)
	for k, v := range s.items {
		if k != name {
			total += len(k) + len(v)
		}
	}
	if total > quota {
		throw(o.page, "QuotaExceededError", "setting the value of '"+name+"' exceeded the quota")
	}
	if _, ok := s.items[name]; !ok {
		s.keys = append(s.keys, name)
	}
	s.items[name] = value
}
