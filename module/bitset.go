package module

import "math/bits"

// bitset is a set of small numbers. Sets that are compared have one length.
type bitset []uint64

func bitsOf(r roots, n int) bitset {
	b := make(bitset, (n+63)/64)
	for i := range r {
		b[i/64] |= 1 << (i % 64)
	}
	return b
}

func (b bitset) roots() roots {
	r := roots{}
	for i, word := range b {
		for ; word != 0; word &= word - 1 {
			r[i*64+bits.TrailingZeros64(word)] = true
		}
	}
	return r
}

// compare counts what is in both sets, and in one of them only.
func (b bitset) compare(c bitset) (both, onlyB, onlyC int) {
	for i := range b {
		both += bits.OnesCount64(b[i] & c[i])
		onlyB += bits.OnesCount64(b[i] &^ c[i])
		onlyC += bits.OnesCount64(c[i] &^ b[i])
	}
	return both, onlyB, onlyC
}

func (b bitset) union(c bitset) bitset {
	u := make(bitset, len(b))
	for i := range b {
		u[i] = b[i] | c[i]
	}
	return u
}

func (b bitset) contains(c bitset) bool {
	for i := range b {
		if c[i]&^b[i] != 0 {
			return false
		}
	}
	return true
}
