package memory

var mediaClass = extend("MediaQueryList", targetClass)

func init() {
	mediaClass.add(getters{
		"matches": func(o *Object) any { return o.page.media[o.data.(string)] },
		"media":   func(o *Object) any { return o.data },
	}, nil, nil)
}

func (p *Page) query(media string) *Object {
	o := p.object(mediaClass, media)
	p.queries = append(p.queries, o)
	return o
}

// SetMedia says whether a media query matches from now on, and fires change at
// the lists that ask for it. None matches before.
func (p *Page) SetMedia(media string, matches bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.media[media] == matches {
		return
	}
	p.media[media] = matches
	for _, q := range p.queries {
		if q.data == media {
			q.fireLater("change")
		}
	}
}
