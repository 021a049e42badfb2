// Command main prints the results of all cases.
package main

import (
	"context"
	"fmt"

	"github.com/omg-go/omg/dom/conformance"
)

func main() {
	for i := 0; ; i++ {
		line := conformance.Run(context.Background(), i)
		if line == "" {
			return
		}
		fmt.Println(line)
	}
}
