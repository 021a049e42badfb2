package datasync_test

import (
	"crypto/sha256"
	"encoding/hex"

	"github.com/omg-go/omg/bridge"
)

// emptySignature is what package mirror computes of a type without slots.
func emptySignature() string {
	sum := sha256.Sum256([]byte(bridge.Signature()))
	return hex.EncodeToString(sum[:8])
}
