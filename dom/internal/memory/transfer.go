package memory

// A transfer is what a drag carries.
type transfer struct {
	kinds []any
	data  map[string]string
}

var transferClass = extend("DataTransfer", objectClass)

func newTransfer(p *Page) *Object {
	o := p.object(transferClass, &transfer{data: map[string]string{}})
	o.props = map[string]any{"dropEffect": "none", "effectAllowed": "uninitialized"}
	return o
}

func init() {
	transferClass.add(getters{
		"types": func(o *Object) any { return o.page.array(o.data.(*transfer).kinds) },
	}, nil, methods{
		"setData": locked(func(o *Object, args []any) any {
			t, kind := o.data.(*transfer), Text(arg(args, 0))
			if _, ok := t.data[kind]; !ok {
				t.kinds = append(t.kinds, kind)
			}
			t.data[kind] = Text(arg(args, 1))
			return nil
		}),
		"getData": locked(func(o *Object, args []any) any { return o.data.(*transfer).data[Text(arg(args, 0))] }),
	})
}
