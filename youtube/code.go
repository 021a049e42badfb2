package youtube

import "strconv"

// A Code is YouTube's number of an error; it is an error. Below 1 are the
// widget's own.
//
//omg:browser
type Code int

const (
	Unreachable   Code = -1 // the player did not come: YouTube is blocked, or the network is slow
	BadParameter  Code = 2  // as an id that is not of eleven characters
	Broken        Code = 5  // the player cannot play it in this browser
	NotFound      Code = 100
	NotEmbeddable Code = 101 // the owner wants it to be watched on YouTube
	NotEmbedded   Code = 150 // the same
	NoReferer     Code = 153
)

// Error says what went wrong, and what to do about it.
func (c Code) Error() string {
	if text := causes[c]; text != "" {
		return "youtube: " + text
	}
	return "youtube: error " + strconv.Itoa(int(c))
}

var causes = map[Code]string{
	Unreachable:   "the player did not come; YouTube is blocked or slow there, or the frame page is not mounted: app.Handle(\"GET /youtube/frame\", youtube.Frame(youtube.FrameOptions{}))",
	BadParameter:  "error 2: a parameter is wrong; Video must be the id of eleven characters",
	Broken:        "error 5: the player cannot play the video in this browser",
	NotFound:      "error 100: there is no such video, or it is private",
	NotEmbeddable: "error 101: the video may not be embedded; its owner decides",
	NotEmbedded:   "error 150: the video may not be embedded; its owner decides",
	NoReferer:     "error 153: YouTube was not told which site embeds it; something takes the Referer away: let the frame page keep its header Referrer-Policy: strict-origin-when-cross-origin",
}

// messages are what visitors read, in English.
var messages = map[Code]string{
	Unreachable:   "YouTube cannot be reached from here at the moment.",
	BadParameter:  "This video\u2019s address is wrong.",
	Broken:        "The player had a problem with this video.",
	NotFound:      "This video does not exist any more, or it is private.",
	NotEmbeddable: "This video can only be watched on YouTube.",
	NotEmbedded:   "This video can only be watched on YouTube.",
	NoReferer:     "YouTube was not told which site shows this video (error 153). The site has to send the header Referrer-Policy: strict-origin-when-cross-origin.",
}
