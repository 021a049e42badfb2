package notify_test

import (
	"testing"

	"go.uber.org/goleak"

	"github.com/omg-go/omg/internal/browsertest"
)

func TestMain(m *testing.M) {
	browsertest.Main(m, func() error { return goleak.Find() })
}
