package wire

import "reflect"

// Append appends v as it crosses. v may be a [reflect.Value], which stands for
// what it holds.
//
// Pointers that occur more than once within v are written once and referred
// to. h exports functions and references; with a nil h they are refused. The
// error is a [*ValueError] whose path begins with "value", and b is returned
// as it was given.
func Append(b []byte, v any, h Handles) ([]byte, error) {
	if b, ok := appendPlain(b, v); ok {
		return b, nil
	}
	e := newEncoder(b, h)
	defer e.free()
	if err := e.any(v); err != nil {
		return b, within(rootValue, err)
	}
	return e.finish(), nil
}

// AppendArgs appends each of args with a comma before it: the tail of a
// message. The args are one message to the codec, so a pointer that occurs in
// two of them arrives as one. The paths of its errors begin with "args[i]";
// otherwise see [Append].
func AppendArgs(b []byte, h Handles, args ...any) ([]byte, error) {
	e := newEncoder(b, h)
	defer e.free()
	for i, v := range args {
		e.b = append(e.b, ',')
		if p, ok := appendPlain(e.b, v); ok {
			e.b = p
		} else if err := e.any(v); err != nil {
			return b, within(rootArg(i), err)
		}
	}
	return e.finish(), nil
}

// Decode reads data into what into points to, strictly (see the package's
// documentation). What is there is replaced, not merged; after an error it is
// in no useful state.
//
// h imports references; with a nil h they are refused. The error is a
// [*SyntaxError] or a [*ValueError] whose path begins with "value".
func Decode(data []byte, into any, h Handles) error {
	if err := Valid(data); err != nil {
		return err
	}
	d := decoder{data: data, h: h}
	return within(rootValue, d.into(into))
}

// DecodeArgs reads the arguments that are left in args, which must be as many
// as there are pointers, into what these point to. Its paths begin with
// "args[i]"; otherwise see [Decode].
func DecodeArgs(args Elements, h Handles, into ...any) error {
	if plainArgs(args, into) {
		return nil
	}
	if n := args.Len(); n != len(into) {
		return &ValueError{Path: "args", Want: count(len(into)), Got: count(n)}
	}
	d := decoder{data: args.rest, h: h}
	for i, p := range into {
		raw, _ := args.Next()
		if err := Valid(raw); err != nil {
			return err
		}
		if err := d.into(p); err != nil {
			return within(rootArg(i), err)
		}
		d.pos++ // the comma
	}
	return nil
}

// plainArgs reads all arguments, if all are plain.
func plainArgs(args Elements, into []any) bool {
	for _, p := range into {
		raw, ok := args.Next()
		if !ok || !intoPlain(p, raw) {
			return false
		}
	}
	return len(args.rest) == 0
}

// Check returns an error if values of type t cannot cross, with the path of
// what hinders it, from the type's name: "Order.Lines[].Notify: chan int
// cannot cross: …". Types inside interfaces are seen only when a value crosses.
func Check(t reflect.Type) error {
	_, err := codecFor(t)
	if err != nil {
		ve := *err.(*ValueError)
		ve.Path = t.String() + ve.Path
		return &ve
	}
	return nil
}
