package browsertest

import (
	"github.com/chromedp/cdproto/emulation"
)

// Dark opens the page for a user who prefers dark colours.
func Dark() Option { return media("prefers-color-scheme", "dark") }

// ReducedMotion opens the page for a user who wants nothing to move.
func ReducedMotion() Option { return media("prefers-reduced-motion", "reduce") }

// ForcedColors opens the page for a user whose system chooses the few colours that
// there are.
func ForcedColors() Option { return media("forced-colors", "active") }

func media(name, value string) Option {
	return func(p *Page) Action {
		p.media.Features = append(p.media.Features, &emulation.MediaFeature{Name: name, Value: value})
		return command(emulation.SetEmulatedMedia, p.media)
	}
}

// Print has the page look from now on as on paper.
func (p *Page) Print() {
	p.t.Helper()
	p.media.Media = "print"
	p.Do(command(emulation.SetEmulatedMedia, p.media))
}

// SafeArea opens the page on a screen whose edges are covered that far, in CSS
// pixels: by round corners, a camera or the system's bar.
func SafeArea(top, right, bottom, left int) Option {
	inset := func(n int) *int64 { n64 := int64(n); return &n64 }
	return func(*Page) Action {
		return command(emulation.SetSafeAreaInsetsOverride, emulation.SetSafeAreaInsetsOverrideParams{
			Insets: &emulation.SafeAreaInsets{Top: inset(top), Right: inset(right), Bottom: inset(bottom), Left: inset(left)}})
	}
}
