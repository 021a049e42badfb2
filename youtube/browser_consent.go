package youtube

import (
	"context"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dom"
)

// consented is where the browser keeps what the visitor chose.
const consented = "omg-youtube"

// Forget has the page's browser ask again before it loads a video: see
// [Player.Remember]. Players that are there stay.
func Forget(ctx context.Context) error { return remembering.Go(ctx, false) }

var remembering = bridge.Proc1(remember)

// remember keeps the choice. A browser that refuses storage asks each time.
//
//omg:browser
func remember(always bool) {
	dom.Try(func() {
		if always {
			dom.Local().Set(consented, "always")
		} else {
			dom.Local().Remove(consented)
		}
	})
}

// consent tells whether the visitor wants videos without being asked.
//
//omg:browser
func consent() (yes bool) {
	dom.Try(func() { yes = dom.Local().GetOr(consented, "") == "always" })
	return yes
}

// always is the box beside the button, zero if there is none.
//
//omg:browser
func (p *player) always() dom.Element { return p.facade.Find("[data-part=always] input") }
