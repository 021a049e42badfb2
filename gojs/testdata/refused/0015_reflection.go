// Types are not looked at while the program runs.
package refused

import "reflect"

//omg:browser
func Name(v any) string { return reflect.TypeOf(v).Name() } // want OMG0015
