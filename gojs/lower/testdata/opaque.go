package main

// A list is an array of the page: it goes there and comes from there as it is.
//
//omg:js type
type list []string

//omg:js []
func empty() list { return nil }

//omg:js $0.concat($1)
func join(a, b list) list { return append(a, b...) }

func keepsLists() list { return join(empty(), empty()) }

func main() {}
