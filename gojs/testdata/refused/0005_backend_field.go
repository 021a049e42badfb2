// Of a type whose fields say where they are, the page has only those that do.
package refused

//omg:browser
type Avatar struct {
	Name string
	Hue  int `omg:"browser"`
}

//omg:browser
func (a *Avatar) Paint() int { return a.Hue + len(a.Name) } // want OMG0005
