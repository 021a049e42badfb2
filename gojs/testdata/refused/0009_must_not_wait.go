// A function marked //omg:sync promises not to wait, for example because
// PreventDefault must come before the first wait.
package refused

//omg:browser
//omg:sync
func Next(c chan int) int { return <-c } // want OMG0009
