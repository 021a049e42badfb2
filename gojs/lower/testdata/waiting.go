package main

func each(xs []int, f func(int)) {
	for _, x := range xs {
		f(x)
	}
}

func pure(xs []int, f func(int) int) int {
	n := 0
	for _, x := range xs {
		n += f(x)
	}
	return n
}

func sends(c chan int, xs []int) int {
	each(xs, func(x int) { c <- x })
	return pure(xs, func(x int) int { return x * 2 })
}

func later() (stop func()) {
	done := make(chan bool)
	go func() { <-done }()
	return func() { close(done) }
}

func calls() {
	stop := later()
	stop()
}

func main() {}
