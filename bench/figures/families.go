package figures

import (
	"context"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/omg-go/omg/bench"
	_ "github.com/omg-go/omg/dialog"
	"github.com/omg-go/omg/module"
	_ "github.com/omg-go/omg/notify"
)

const nameDialogNotify = "dialog-notify-gzip-bytes"

func families() bench.Bench {
	return bench.Bench{
		Figures: []bench.Figure{{
			Name: nameDialogNotify, Goal: 5000,
			What: "what dialogs and notifications add to a page that uses both: their modules with all that these import, and their styles, gzip -9 each; what few dialogs need stands in the note",
		}},
		Measure: func(context.Context, int) (bench.Readings, error) {
			value, note, err := familySize("dialog", "notify")
			return bench.Readings{nameDialogNotify: {Value: value, Note: note}}, err
		},
	}
}

// seldom are functions that a page calls, and fetches, for few of the widgets.
var seldom = map[string]string{
	"github.com/omg-go/omg/dialog.actMore": "a filter, a check or Tab that goes round",
}

// familySize returns the size of the files that a page fetches for widgets of
// these packages; the note tells what it fetches for few of them besides.
func familySize(names ...string) (total float64, note string, err error) {
	files := map[string]string{} // by what they are called in the note
	var later []*module.Function
	for _, name := range names {
		for _, f := range module.Functions() {
			if seldom[f.Name] != "" {
				later = append(later, f)
			} else if strings.HasPrefix(f.Name, "github.com/omg-go/omg/"+name+".") {
				if err := fetch(f.Asset, files); err != nil {
					return 0, "", err
				}
			}
		}
		for _, s := range module.Stylesheets() {
			if s.Name() == name {
				files[name+".css"] = s.CSS()
			}
		}
	}
	for _, file := range slices.Sorted(maps.Keys(files)) {
		size, err := zipped(files[file])
		if err != nil {
			return 0, "", err
		}
		total += size
		note += fmt.Sprintf("%s %.0f, ", file, size)
	}
	rest, err := seldomSize(later, files)
	return total, note + rest, err
}

// seldomSize tells the size of what these functions need, beside files.
func seldomSize(functions []*module.Function, files map[string]string) (note string, err error) {
	for _, f := range slices.CompactFunc(functions, func(x, y *module.Function) bool { return x.Name == y.Name }) {
		more := maps.Clone(files)
		if err := fetch(f.Asset, more); err != nil {
			return "", err
		}
		sum := 0.0
		for name, text := range more {
			if _, counted := files[name]; !counted {
				size, err := zipped(text)
				if err != nil {
					return "", err
				}
				sum += size
			}
		}
		note += fmt.Sprintf("and %.0f more with %s", sum, seldom[f.Name])
	}
	return note, nil
}

var imported = regexp.MustCompile(`from"\./([0-9a-f]+\.js)"`)

// fetch adds a module and all that it imports, but for the page's runtime.
func fetch(a *module.Asset, files map[string]string) error {
	js, err := a.JavaScript()
	if err != nil {
		return err
	}
	if _, known := files[a.Name()]; known {
		return nil
	}
	files[a.Name()] = js
	for _, match := range imported.FindAllStringSubmatch(js, -1) {
		for _, other := range module.Assets() {
			if strings.HasSuffix(other.Path(), "/"+match[1]) {
				if err := fetch(other, files); err != nil {
					return err
				}
			}
		}
	}
	return nil
}
