package natives_test

import (
	"fmt"
	"os"

	"github.com/omg-go/omg/client"
	"github.com/omg-go/omg/gojs"
	"github.com/omg-go/omg/gojs/load"
	jsruntime "github.com/omg-go/omg/gojs/runtime"
)

// compile compiles one program; a panic of the compiler is an error too.
func compile(w *load.World, lib *jsruntime.Library, file string, source []byte) (script string, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the compiler panics: %v", r)
		}
	}()
	if err := os.WriteFile(file, source, 0o666); err != nil {
		return "", err
	}
	p, err := w.Check("main", file)
	if err != nil {
		return "", err
	}
	text, err := gojs.CompileMain(w.With(p), lib)
	if err != nil {
		return "", err
	}
	return client.Minify(text)
}
