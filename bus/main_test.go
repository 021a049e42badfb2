package bus_test

import (
	"testing"

	"github.com/omg-go/omg/internal/leak"
)

func TestMain(m *testing.M) { leak.Main(m) }
