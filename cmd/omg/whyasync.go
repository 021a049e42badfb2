package main

import (
	"fmt"

	"github.com/omg-go/omg/gojs"
)

// whyAsync prints the chain of calls because of which a function waits.
func whyAsync(c call) error {
	if len(c.args) != 2 {
		return errUsage("omg why-async PACKAGE FUNCTION")
	}
	chain, err := gojs.WhyAsync(c.dir, c.args[0], c.args[1])
	if err != nil {
		return err
	}
	if len(chain) == 0 {
		fmt.Fprintf(c.stdout, "%s does not wait\n", c.args[1])
	}
	for _, line := range chain {
		fmt.Fprintln(c.stdout, line)
	}
	return nil
}
