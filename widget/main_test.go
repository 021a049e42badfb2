package widget_test

import (
	"os"
	"testing"

	"github.com/omg-go/omg/internal/leak"
)

func TestMain(m *testing.M) {
	code := m.Run()
	closeChromium()
	if code == 0 {
		if err := leak.Find(); err != nil {
			println(err.Error())
			code = 1
		}
	}
	os.Exit(code)
}
