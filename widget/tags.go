package widget

import "strings"

// A tagID numbers the names of elements.
type tagID uint16

// tagInfo is what the scanner must know of an element.
type tagInfo uint16

const (
	tagVoid    tagInfo = 1 << iota // has no content
	tagText                        // its content is text, whatever stands there
	tagOpaque                      // its content is not looked at, but compared as a whole
	tagNewline                     // a first newline in it is dropped by parsers
	tagForeign                     // begins SVG or MathML
	tagHTML                        // begins HTML within SVG
	tagRefused
	tagImage // may have data: URLs
	tagField // has a value that the user changes
	tagBox   // option
)

var tagNames = newNames()

// tagInfos has an entry for each tag that is not an ordinary one.
var tagInfos = func() []tagInfo {
	var infos []tagInfo
	for _, line := range []struct {
		info  tagInfo
		names string
	}{
		{0, "div span p a b i em strong ul ol li dl dt dd table thead tbody tfoot tr td th caption colgroup section article main nav header footer aside h1 h2 h3 h4 h5 h6 form label fieldset legend button select details summary dialog figure figcaption blockquote code kbd small sub sup time video audio canvas picture output progress meter"},
		{tagVoid, "br hr wbr area col link param track meta embed"},
		{tagVoid | tagImage, "img source"},
		{tagVoid | tagImage | tagField, "input"},
		{tagImage, "image feimage"},
		{tagText | tagNewline | tagField, "textarea"},
		{tagText, "title xmp noembed noframes iframe"},
		{tagText | tagRefused, "script style"},
		{tagOpaque, "template noscript"},
		{tagNewline, "pre listing"},
		{tagForeign, "svg math"},
		{tagHTML, "foreignObject"},
		{tagVoid | tagRefused, "base frame keygen"},
		{tagRefused, "html head body frameset plaintext applet"},
		{tagBox, "option"},
	} {
		for _, n := range strings.Fields(line.names) {
			id := int(tagNames.id([]byte(n)))
			for len(infos) <= id {
				infos = append(infos, 0)
			}
			infos[id] |= line.info
		}
	}
	tagNames.promote()
	return infos
}()

func (t tagID) info() tagInfo {
	if int(t) < len(tagInfos) {
		return tagInfos[t]
	}
	return 0
}

func (t tagID) name() string { return tagNames.name(attrID(t)) }

func tagOf(name string) tagID { return tagID(tagNames.id([]byte(name))) }

var (
	tagInput    = tagOf("input")
	tagTextarea = tagOf("textarea")
	tagOption   = tagOf("option")
	tagSelect   = tagOf("select")
	tagMeta     = tagOf("meta")
)
