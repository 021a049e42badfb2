package main

type point struct{ x, y int }

func (p point) norm() int   { return p.x*p.x + p.y*p.y }
func (p *point) move(n int) { p.x += n }

func copies(a []point) point {
	p := a[0]
	q := p
	q.move(1)
	a[1] = q
	ptr := &a[0]
	ptr.x = p.norm()
	return *ptr
}

func sums(xs []int, fs []float64) (int, float64) {
	n, f := 0, 0.0
	for i := range xs {
		n += xs[i] * i
	}
	for _, x := range fs {
		f += x
	}
	return n, f
}

func maps(m map[string]int, k string) (int, bool) {
	m[k]++
	delete(m, "old")
	v, ok := m[k+"!"]
	return v, ok
}

func boxed(n int) *int {
	p := &n
	*p++
	return p
}

func main() {}
