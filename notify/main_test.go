package notify_test

import (
	"testing"

	"github.com/omg-go/omg/internal/leak"

	"github.com/omg-go/omg/internal/browsertest"
)

func TestMain(m *testing.M) {
	browsertest.Main(m, leak.Find)
}
