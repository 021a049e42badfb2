package dialog

import (
	"context"
	"time"

	"github.com/omg-go/omg/notify"
	"github.com/omg-go/omg/words"
)

// tellFor is how long the user is told why a dialog is gone.
const tellFor = 5 * time.Second

// tell says to the user why the dialog is gone.
func (b *box) tell(ctx context.Context, why string) {
	notify.Show(ctx, notify.Note{Title: words.In(ctx, why), Text: b.Header, Timeout: tellFor})
}
