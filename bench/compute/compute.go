package compute

// GCD adds up the greatest common divisors of n pairs of numbers.
//
//omg:browser
func GCD(n int) int {
	sum := 0
	for i := 1; i <= n; i++ {
		a, b := i*7+3, i%1000+17
		for b != 0 {
			a, b = b, a%b
		}
		sum += a
	}
	return sum
}

// Hash runs n steps of a 32-bit hash, which wraps round at each.
//
//omg:browser
func Hash(n int32) int32 {
	h := int32(-2128831035)
	for i := int32(0); i < n; i++ {
		h ^= i & 255
		h *= 16777619
	}
	return h
}

// ScanInts makes a slice of size numbers and adds it up times times.
//
//omg:browser
func ScanInts(size, times int) int {
	s := make([]int, size)
	for i := range s {
		s[i] = i % 7
	}
	sum := 0
	for range times {
		for i := 0; i < len(s); i++ {
			sum += s[i]
		}
	}
	return sum
}

// ScanInt32s is [ScanInts] for int32.
//
//omg:browser
func ScanInt32s(size, times int) int32 {
	s := make([]int32, size)
	for i := range s {
		s[i] = int32(i % 7)
	}
	sum := int32(0)
	for range times {
		for i := 0; i < len(s); i++ {
			sum += s[i]
		}
	}
	return sum
}

// ScanFloats is [ScanInts] for float64.
//
//omg:browser
func ScanFloats(size, times int) float64 {
	s := make([]float64, size)
	for i := range s {
		s[i] = float64(i%7) / 2
	}
	sum := 0.0
	for range times {
		for i := 0; i < len(s); i++ {
			sum += s[i]
		}
	}
	return sum
}

// ScanStrings makes a slice of size strings and counts those that equal the
// first, times times.
//
//omg:browser
func ScanStrings(size, times int) int {
	words := []string{"red", "green", "blue", "cyan", "pink"}
	s := make([]string, size)
	for i := range s {
		s[i] = words[i%len(words)]
	}
	count := 0
	for range times {
		for i := 0; i < len(s); i++ {
			if s[i] == "red" {
				count++
			}
		}
	}
	return count
}
