package main

import "fmt"

// wide has so many fields that its class takes none when one is made.
type wide struct {
	a      int
	b      string
	c      *wide
	d      []int
	e      [2]int
	f      point2
	static bool
	get    float64
	class  any
	_      int
	point2
}

type point2 struct{ x, y int }

// broad is wide under another name.
type broad wide

// named has nothing but what a page's objects have too.
type named struct {
	constructor, toString, arguments, async, set, await, name, length int
}

func say(s string, n int) int {
	fmt.Println("now", s)
	return n
}

func grow(w wide) wide {
	w.a++
	w.e[0]++
	w.f.x++
	w.point2.y++
	return w
}

func main() {
	var zero wide
	fmt.Println(zero.a, zero.b == "", zero.c == nil, zero.d == nil, zero.e, zero.f, zero.static, zero.get, zero.class == nil, zero.x)

	p := &wide{get: 1.5, b: "b", a: say("a", 1), e: [2]int{say("e", 3), 4}, static: true, point2: point2{5, say("y", 6)}}
	q := wide{c: p, a: say("second", 2), f: point2{say("third", 3), 0}, d: []int{1}}
	r := grow(*p)
	fmt.Println(p.a, p.e, p.f, p.y, r.a, r.e, r.f, r.y, q.c.b, q.d, q.f)
	*p = r
	fmt.Println(p.a, p.e, p.y, p.static, p.get)
	r.e[1], r.x = 9, 9
	fmt.Println(p.e, p.x)

	type same struct{ a, b, c, d, e, f, g, h int }
	one, two := same{1, 2, 3, 4, 5, 6, 7, 8}, same{h: 8, g: 7, f: 6, e: 5, d: 4, c: 3, b: 2, a: 1}
	fmt.Println(one == two, map[same]string{one: "found"}[two], one)
	two.h++
	fmt.Println(one == two, one != same{})

	s := broad(q)
	s.f.x = 7
	fmt.Println(q.f.x, s.f.x, s.c == p, wide(s).d[0])

	n := named{1, 2, 3, 4, 5, 6, 7, 8}
	m := n
	m.constructor, m.async = 10, 40
	fmt.Println(n.constructor, n.toString, n.arguments, n.async, n.set, n.await, n.name, n.length, m)

	list := make([]wide, 2)
	list[0] = q
	list[1].a = 4
	at := &list[0].a
	*at = 11
	fmt.Println(list[0].a, q.a, list[1].a, len(list[0].d))
	anonymous := struct{ a, b, c, d, e, f, g, h string }{h: "h"}
	fmt.Printf("%v %+v\n", anonymous, anonymous)
}
