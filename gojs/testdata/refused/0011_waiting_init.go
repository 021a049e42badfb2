// A package variable is there when the code is; its initialiser cannot wait.
package refused

//omg:browser
var first any = <-queue // want OMG0011

//omg:browser
var queue = make(chan int, 1)

//omg:browser
func First() any { return first }
