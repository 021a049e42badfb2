package bridgetest

import (
	"fmt"
	"testing"
)

// example stands in for the test in examples, which have none.
type example struct{ testing.TB }

func (example) Helper()                           {}
func (example) Cleanup(func())                    {}
func (example) Fatal(args ...any)                 { panic(fmt.Sprint(args...)) }
func (example) Errorf(format string, args ...any) { panic(fmt.Sprintf(format, args...)) }
func (example) Error(args ...any)                 { panic(fmt.Sprint(args...)) }
