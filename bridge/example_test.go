package bridge_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/bridge/bridgetest"
)

// A module written by hand, whose code may call one backend function.
var greetings = bridge.Module("example/greetings", `
	import { call } from "omg"
	export async function greet(name) { return "Hello, " + await call("example.Polite", name) + "!" }
`, "example.Polite")

var greet = bridge.Import1[string, string](greetings, "greet")

func init() {
	bridge.RPC1("example.Polite", func(name string) string { return "dear " + name })
}

// A program calls its page, which calls back; here the page is a scripted one.
func Example() {
	hub := bridge.NewHub(bridge.Options{})
	defer hub.Shutdown(context.Background())
	page := bridgetest.Open(nil, hub)
	page.On("greet", func(i *bridgetest.Invocation) {
		polite, _ := i.Call("example.Polite", strings.Trim(string(i.Args[0]), `"`))
		i.Return("Hello, " + strings.Trim(polite, `"`) + "!")
	})
	fmt.Println(greet.Call(page.Session().Context(), "world"))
	// Output: Hello, dear world! <nil>
}

// Each session has its own value of a variable.
func ExampleVar() {
	var visits bridge.Var[int]
	hub := bridge.NewHub(bridge.Options{})
	alice := bridge.NewSession(hub, context.Background()).Context()
	bob := bridge.NewSession(hub, context.Background()).Context()
	visits.Set(alice, visits.Value(alice)+1)
	fmt.Println(visits.Value(alice), visits.Value(bob))
	// Output: 1 0
}
