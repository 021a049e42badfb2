package main

func two() ([]byte, byte)    { return []byte("a"), 'b' }
func cp() ([]byte, []byte)   { return make([]byte, 2), []byte("xy") }
func cc() (float64, float64) { return 1, 2 }

func main() {
	b := append(two())
	println(string(b))
	println(copy(cp()), real(complex(cc())))
}
