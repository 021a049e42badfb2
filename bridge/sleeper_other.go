//go:build !unix

package bridge

import "errors"

const canReadNow = false

func readNow(uintptr, []byte) (n int, again bool, err error) { return 0, false, errors.ErrUnsupported }
