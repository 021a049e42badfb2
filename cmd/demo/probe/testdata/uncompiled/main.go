// Command uncompiled makes a handle of a function that no generated file has.
package main

import (
	"fmt"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/server"
)

//omg:browser
func Forgotten(x int) int { return x }

var forgotten = bridge.Func1(Forgotten)

func main() {
	_ = forgotten
	fmt.Println(server.New(server.Options{}).ListenAndServe("127.0.0.1:0"))
}
