package bridge_test

import (
	"context"
	"testing"

	"github.com/omg-go/omg/bridge"
)

type shop map[string]int

func (s shop) find(_ context.Context, name string) (int, error) { return s[name], nil }

type celsius float64

func (c celsius) fahrenheit() float64 { return float64(c)*9/5 + 32 }

func init() {
	bridge.RPC1E("test.Shop.Find", shop{"tea": 7}.find)
	bridge.RPC1("test.Celsius.Fahrenheit", celsius.fahrenheit)
}

// Methods are registered as values, with a receiver of the backend's, and as
// expressions, with one of the page's.
func TestMethods(t *testing.T) {
	page := open(t, bridge.Options{})
	page.Session().Grant("test.Shop.Find", "test.Celsius.Fahrenheit")
	if got, err := page.Call("test.Shop.Find", "tea"); got != "7" || err != nil {
		t.Errorf("value: %s, %v", got, err)
	}
	if got, err := page.Call("test.Celsius.Fahrenheit", 100); got != "212" || err != nil {
		t.Errorf("expression: %s, %v", got, err)
	}
}
