package gojs_test

import (
	"fmt"
	"go/types"
	"strings"

	"github.com/omg-go/omg/gojs"
	"github.com/omg-go/omg/gojs/load"
)

func ExampleModule() {
	w, err := load.Load(".", "strings")
	if err != nil {
		fmt.Println(err)
		return
	}
	p, err := w.CheckSource("example.org/app", "app.go", `package app

import "strings"

//omg:browser
func Shout(words []string) string {
	loud := ""
	for _, w := range words {
		loud += strings.ToUpper(w) + "!"
	}
	return loud
}
`)
	if err != nil {
		fmt.Println(err)
		return
	}
	shout := p.Types.Scope().Lookup("Shout").(*types.Func)
	text, err := gojs.Module(w.With(p), shout)
	if err != nil {
		fmt.Println(err)
		return
	}
	_, own, _ := strings.Cut(text, "$Shout(")
	own, _, _ = strings.Cut(own, "\nfunction")
	fmt.Println("function Shout(" + own)
	// Output:
	// function Shout(words) {
	// 	let loud = "";
	// 	for (let $2 = 0, $1 = words.l; $2 < $1; $2++) {
	// 		let w = words.a[words.o + $2];
	// 		loud += strings$ToUpper(w) + "!";
	// 	}
	// 	return loud;
	// }
}
