package memory

import "strings"

// A sheet is a constructable stylesheet: its rules as text, never applied.
type sheet struct{ rules []string }

var sheetClass = extend("CSSStyleSheet", objectClass)

func init() {
	sheetClass.add(getters{
		"cssRules": func(o *Object) any {
			list := o.page.array(nil)
			for _, r := range o.data.(*sheet).rules {
				rule := o.page.object(objectClass, nil)
				rule.props = map[string]any{"cssText": r}
				list.elems = append(list.elems, rule)
			}
			return list
		},
	}, nil, methods{
		"insertRule": locked(func(o *Object, args []any) any {
			rule := Text(arg(args, 0))
			if !strings.Contains(rule, "{") {
				throw(o.page, "SyntaxError", "failed to parse the rule '"+rule+"'")
			}
			s := o.data.(*sheet)
			s.rules = append(s.rules, rule)
			return float64(len(s.rules) - 1)
		}),
		"replaceSync": locked(func(o *Object, args []any) any {
			o.data.(*sheet).rules = []string{Text(arg(args, 0))}
			return nil
		}),
	})
	documentClass.add(getters{
		"adoptedStyleSheets": func(o *Object) any {
			if o.page.sheets == nil {
				o.page.sheets = o.page.array(nil)
			}
			return o.page.sheets
		},
	}, setters{
		"adoptedStyleSheets": func(o *Object, v any) { o.page.sheets, _ = v.(*Object) },
	}, nil)
}
