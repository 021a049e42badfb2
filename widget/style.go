package widget

import "bytes"

// style adds each declaration of a style attribute for itself, so that scripts
// may set others. In the page the attribute is w-style, since a strict policy
// does not apply styles that stand in HTML; the page sets them through CSSOM.
func (o *outline) style(e *tagEntry, from int, value []byte) error {
	e.varies = true
	o.marks = append(o.marks, mark{at: uint32(from), end: uint32(from), kind: markStyle})
	before := len(o.attrs)
	clean := eachDeclaration(unescape(value, true), func(property, value []byte) bool {
		id := styleNames.id(property)
		if id == noName {
			return false
		}
		o.put(e, attrStyle|id, hashBytes(value))
		return true
	})
	if !clean {
		o.unput(e, before)
		o.put(e, idStyle, hashBytes(value))
	}
	return nil
}

// unput takes back the attributes after the first n.
func (o *outline) unput(e *tagEntry, n int) {
	for _, a := range o.attrs[n:] {
		e.record -= attrRecord(a)
		e.count--
	}
	o.names = o.names[:len(o.names)-(len(o.attrs)-n)]
	o.attrs = o.attrs[:n]
}

// eachDeclaration yields the declarations of a style. It reports false for what
// only a CSS parser can read, and for a property that is set twice.
func eachDeclaration(style []byte, yield func(property, value []byte) bool) bool {
	var seen [][]byte
	for len(style) > 0 {
		var one []byte
		var ok bool
		if one, style, ok = cutDeclaration(style); !ok {
			return false
		}
		if one = bytes.TrimSpace(one); len(one) == 0 {
			continue
		}
		property, value, found := bytes.Cut(one, []byte(":"))
		property, value = bytes.TrimSpace(property), bytes.TrimSpace(value)
		if !found || !isProperty(property) || containsSlice(seen, property) {
			return false
		}
		seen = append(seen, property)
		if !yield(property, value) {
			return false
		}
	}
	return true
}

func containsSlice(list [][]byte, b []byte) bool {
	for _, x := range list {
		if bytes.Equal(x, b) {
			return true
		}
	}
	return false
}

// cutDeclaration cuts style at the first ; outside of quotes and parentheses.
func cutDeclaration(style []byte) (one, rest []byte, ok bool) {
	depth, quote := 0, byte(0)
	for i, c := range style {
		switch {
		case c == '\\' || c == '{' || c == '}' || c == '/' && i+1 < len(style) && style[i+1] == '*':
			return nil, nil, false
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '(':
			depth++
		case c == ')':
			depth--
		case c == ';' && depth == 0:
			return style[:i], style[i+1:], true
		}
	}
	return style, nil, depth == 0 && quote == 0
}

func isProperty(name []byte) bool {
	for _, c := range name {
		if c != '-' && !('a' <= c && c <= 'z') && !('0' <= c && c <= '9') && c != '_' && !('A' <= c && c <= 'Z') {
			return false
		}
	}
	return len(name) > 0
}
