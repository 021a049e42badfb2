//go:build race

package mirror_test

// racing says that the race detector is on.
const racing = true
