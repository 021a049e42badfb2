package bridge

import (
	"encoding/json"
	"testing"
)

// FuzzHello checks that whatever a stranger says first is refused or understood:
// it never panics, and what was understood is understood again.
func FuzzHello(f *testing.F) {
	for _, s := range []string{
		`["h",1,"build",1,0,"ticket",null,null]`, `["h",1,"build",2,7,null,"sid","1.token"]`,
		`["h"]`, `["h",-1,"",0,0]`, `["h",1,1,1,1,1,1,1]`, `["h",1e9,"",1,0]`, `["b"]`, `[1,0]`, `["h",18446744073709551616,"",1,0]`,
		`["h",1,"\ud800",1,0,"\u0000",[],{}]`, `["h",1,"b",1,0`, `{}`, ``,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := parseHello(data)
		if err != nil {
			return
		}
		again, err := json.Marshal([]any{"h", m.proto, m.build, m.attempt, m.rx, m.ticket, m.sid, m.token})
		if err != nil {
			t.Fatal(err)
		}
		if n, err := parseHello(again); err != nil || n != m {
			t.Fatalf("%q is %+v, and %q is %+v, %v", data, m, again, n, err)
		}
	})
}
