// Package theme is the stylesheet that a page has when its author wrote none:
// plain HTML elements, light and dark, drawn with care.
//
//	css := theme.Stylesheet() // as written; server minifies and serves it
//
// # Layers
//
// Everything stands in the layers omg.tokens, omg.base and omg.widgets. CSS
// outside any layer wins over them, whatever its selectors: an application
// overrides by writing the plain rule.
//
// # Tokens
//
// The look is made of custom properties, all named --omg-…: colours
// (--omg-color-accent), lengths of a 4 px grid (--omg-space-4 is 16 px), type
// (--omg-text-lg), radius, shadow, duration, easing. To make a theme of one's
// own is to set those that differ:
//
//	:root { --omg-color-accent: light-dark(#7a1fa2, #d9a7f0); --omg-radius: 0; }
//
// Colours follow the system's light or dark; data-theme="light" or "dark" on
// the html element, or on any element for what is inside, decides otherwise.
//
// # Hooks
//
// Nothing is styled by id and few things by class. Variants are attributes:
// data-variant="primary", "danger" or "quiet" on a button, data-shape="icon" on one
// that is all drawing; data-omg="stack", "cluster", "card", "badge", "note" on a
// container, "field" on a control with its label, "bar" on what can be undone and
// floats at the end of the page, "icon" on an svg that is drawn with lines. How wide
// controls are is --omg-field-size. The state of the page's connection is in
// html[data-omg], its banner is [data-omg="state"].
//
// # What holds
//
// Text has a contrast of 4.5:1 at least and the edge of a control 3:1, in light
// and dark (a test computes it from the tokens). Only logical properties are
// used, so that right-to-left needs nothing. Motion ends with the system's
// "reduce motion", targets grow under coarse pointers, and forced colours keep
// every edge.
package theme
