package svg_test

import (
	"context"
	"fmt"
	"os"

	"github.com/a-h/templ"
	"github.com/omg-go/omg/svg"
)

func Example() {
	svg.New(svg.Box(0, 0, 100, 100)).Label("A red circle").Add(
		svg.Circle(50, 50, 50).Fill(svg.Color("red")),
	).Render(context.Background(), os.Stdout)
	// Output:
	// <svg viewBox="0 0 100 100" role="img" fill="currentColor"><title>A red circle</title><circle cx="50" cy="50" r="50" fill="red"></circle></svg>
}

func ExampleTextPath() {
	curve := svg.Path(svg.M(10, 70).Q(50, 10, 90, 70)).Fill(svg.None)
	svg.New(svg.Box(0, 0, 100, 80)).Scope("greeting").Label("The curved text!").Add(
		svg.Defs(curve),
		svg.Text(0, 0, "").Add(svg.TextPath(curve, "The curved text!")),
	).Render(context.Background(), os.Stdout)
	// Output:
	// <svg viewBox="0 0 100 80" role="img" fill="currentColor"><title>The curved text!</title><defs><path id="greeting-1" d="M10 70Q50 10 90 70" fill="none"></path></defs><text x="0" y="0"><textPath href="#greeting-1">The curved text!</textPath></text></svg>
}

// A gradient is passed to what it fills; its id is nobody's business.
func ExampleLinearGradient() {
	dusk := svg.LinearGradient(svg.Stop{Offset: 0, Color: "navy"}, svg.Stop{Offset: 1, Color: "coral"})
	svg.New(svg.Box(0, 0, 10, 10)).Scope("sky").Add(
		svg.Defs(dusk),
		svg.Rect(0, 0, 10, 10).Fill(dusk),
	).Render(context.Background(), os.Stdout)
	// Output:
	// <svg viewBox="0 0 10 10" fill="currentColor" aria-hidden="true" focusable="false"><defs><linearGradient id="sky-1"><stop offset="0" stop-color="navy"></stop><stop offset="1" stop-color="coral"></stop></linearGradient></defs><rect x="0" y="0" width="10" height="10" fill="url(#sky-1)"></rect></svg>
}

func ExampleAnimate() {
	svg.Circle(10, 10, 4).Add(svg.Animate("r", 4, 1).Forever()).Render(context.Background(), os.Stdout)
	// Output:
	// <circle cx="10" cy="10" r="4"><animate dur="1s" attributeName="r" from="4" to="1" repeatCount="indefinite"></animate></circle>
}

// In a template, what stands between the braces is inside.
func ExampleElement_Render() {
	ctx := templ.WithChildren(context.Background(), svg.Circle(5, 5, 5))
	svg.New(svg.Box(0, 0, 10, 10)).Icon().Render(ctx, os.Stdout)
	// Output:
	// <svg viewBox="0 0 10 10" width="1em" height="1em" data-omg="icon" fill="currentColor" aria-hidden="true" focusable="false"><circle cx="5" cy="5" r="5"></circle></svg>
}

// What comes from users may be hostile. It does not get far.
func ExampleLink() {
	for _, address := range []string{"https://example.com/", "javascript:alert(1)"} {
		svg.Link(address, svg.Circle(5, 5, 5)).Render(context.Background(), os.Stdout)
		fmt.Println()
	}
	// Output:
	// <a href="https://example.com/"><circle cx="5" cy="5" r="5"></circle></a>
	// <a><circle cx="5" cy="5" r="5"></circle></a>
}

func ExampleParse() {
	e, err := svg.Parse([]byte(`<?xml version="1.0"?>
		<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" onload="alert(1)">
			<style>.cls-1 { fill: #ff0000; }</style>
			<path class="cls-1" d="M 4.000 4.000 L 20.000 4.000 L 20.000 20.000 Z"/>
		</svg>`))
	if err != nil {
		fmt.Println(err)
		return
	}
	e.Icon().Render(context.Background(), os.Stdout)
	// Output:
	// <svg viewBox="0 0 24 24" width="1em" height="1em" data-omg="icon" fill="currentColor" aria-hidden="true" focusable="false"><path d="M4 4H20V20z" fill="red"></path></svg>
}

func ExampleProgress() {
	svg.Progress(0.25, "Upload").Render(context.Background(), os.Stdout)
	// Output:
	// <span data-omg="progress" role="progressbar" aria-valuenow="25" aria-label="Upload"><svg viewBox="0 0 20 20" width="1em" height="1em" data-omg="ring" fill="currentColor" aria-hidden="true" focusable="false"><circle cx="10" cy="10" r="8.5" fill="none" stroke="currentColor" stroke-width="3" stroke-opacity="0.2"></circle><circle cx="10" cy="10" r="8.5" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" pathLength="100" stroke-dasharray="25 200" transform="rotate(-90 10 10)" opacity="1"></circle></svg></span>
}
