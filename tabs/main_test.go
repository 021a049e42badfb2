package tabs_test

import (
	"testing"

	"github.com/omg-go/omg/internal/browsertest"
	"github.com/omg-go/omg/internal/leak"
)

func TestMain(m *testing.M) {
	browsertest.Main(m, leak.Find)
}
