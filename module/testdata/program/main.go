// Program has a function for the page in its package main.
package main

import (
	"fmt"
	"os"

	"github.com/omg-go/omg/module"
)

const path = "github.com/omg-go/omg/module/testdata/program"

func init() {
	module.Add(module.Unit{
		Package:   path,
		Functions: []module.Compiled{{Name: path + ".F", Symbol: "program$F"}},
		Symbols:   []module.Symbol{{Name: "program$F", JS: "function program$F() {}\n"}},
	})
}

func main() {
	for _, name := range []string{"main.F", path + ".F"} {
		if _, ok := module.Lookup(name); !ok {
			fmt.Println("not found:", name)
			os.Exit(1)
		}
	}
}
