package tabs_test

import (
	"testing"

	"github.com/omg-go/omg/internal/browsertest"
	"go.uber.org/goleak"
)

func TestMain(m *testing.M) {
	browsertest.Main(m, func() error { return goleak.Find() })
}
