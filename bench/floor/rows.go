package floor

import "strings"

// Row is one row of the table that is rendered.
type Row struct {
	ID       int
	Label    string
	Selected bool
}

var (
	adjectives = strings.Fields("pretty large big small tall short long handsome plain quaint clean elegant easy angry crazy helpful mushy odd unsightly adorable important inexpensive cheap expensive fancy")
	colours    = strings.Fields("red yellow blue green pink brown purple brown white black orange")
	nouns      = strings.Fields("table chair house bbq desk car pony cookie sandwich burger pizza mouse keyboard")
)

// Rows makes n rows with ids from first on, the same ones every time.
func Rows(n, first int) []*Row {
	rows := make([]*Row, n)
	for i := range rows {
		id := first + i
		label := adjectives[id*7%len(adjectives)] + " " + colours[id*5%len(colours)] + " " + nouns[id*3%len(nouns)]
		rows[i] = &Row{ID: id, Label: label}
	}
	return rows
}
