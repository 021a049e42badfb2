package youtube

import (
	"net/url"
	"strconv"
)

// Settings are parameters of YouTube's player. The zero value is what it does by
// itself, within the page and with videos of the same channel at its end.
type Settings struct {
	Autoplay   bool    // also without a press on the button, when it is Eager
	Muted      bool    // starts without sound, which browsers let start by itself
	Captions   bool    // shows captions from the start
	Language   string  // of captions and controls; by default the page's
	NoControls bool    // hides the controls
	NoKeyboard bool    // does not hear keys
	Loop       bool    // begins anew at its end
	Start, End float64 // seconds
	Playlist   string  // the id of a playlist
}

// query returns the settings as the player's address has them.
func (s Settings) query(video string) string {
	q := url.Values{}
	for name, on := range map[string]bool{"autoplay": s.Autoplay, "mute": s.Muted, "cc_load_policy": s.Captions, "disablekb": s.NoKeyboard, "loop": s.Loop} {
		if on {
			q.Set(name, "1")
		}
	}
	if s.NoControls {
		q.Set("controls", "0")
	}
	if s.Language != "" {
		q.Set("hl", s.Language)
		q.Set("cc_lang_pref", s.Language)
	}
	setSeconds(q, "start", s.Start)
	setSeconds(q, "end", s.End)
	switch {
	case s.Playlist != "":
		q.Set("list", s.Playlist)
		q.Set("listType", "playlist")
	case s.Loop:
		q.Set("playlist", video) // one video loops only as a list of itself
	}
	return q.Encode()
}

func setSeconds(q url.Values, name string, seconds float64) {
	if seconds > 0 {
		q.Set(name, strconv.Itoa(int(seconds)))
	}
}
