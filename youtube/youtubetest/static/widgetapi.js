// The second file: YT.Player. It talks with the player's frame in messages and has
// the methods that the frame says it has, once that has spoken.
(() => {
	'use strict'
	const players = {}
	let last = 0

	addEventListener('message', (e) => {
		let m
		try { m = JSON.parse(e.data) } catch { return }
		const p = players[m?.id]
		if (p && e.origin === p.host && e.source === p.iframe?.contentWindow) p.receive(m)
	})

	class Player {
		constructor(at, options = {}) {
			this.id = ++last
			this.options = { width: 640, height: 390, videoId: '', playerVars: {}, ...options }
			this.listeners = {}
			this.outbox = []
			this.info = {}
			this.modules = {}
			const element = typeof at == 'string' ? document.getElementById(at) : at
			if (!element) throw Error('YouTube player element ID required.')
			this.iframe = element.localName == 'iframe' ? element : this.replace(element)
			this.iframe.id ||= 'widget' + this.id
			this.host = new URL(this.options.host || this.iframe.src).origin
			players[this.id] = this
			const listen = () => {
				clearInterval(this.timer)
				this.timer = setInterval(() => this.send({ event: 'listening' }), 50)
			}
			listen()
			this.iframe.addEventListener('load', listen)
			for (const [name, f] of Object.entries(this.options.events ?? {})) this.addEventListener(name, f)
		}

		replace(element) {
			const f = document.createElement('iframe'), o = this.options
			for (const a of element.attributes) f.setAttribute(a.name, a.value)
			f.setAttribute('allowfullscreen', '1')
			f.setAttribute('allow', 'accelerometer; autoplay; clipboard-write; encrypted-media; gyroscope; picture-in-picture; web-share')
			f.title = 'YouTube video player'
			f.width = o.width
			f.height = o.height
			const address = new URL('/embed/' + o.videoId, o.host || YTConfig.host)
			for (const [name, value] of Object.entries({ ...o.playerVars, enablejsapi: 1, origin: location.origin, widgetid: this.id })) address.searchParams.set(name, value)
			f.src = address
			this.replaced = element
			element.replaceWith(f)
			return f
		}

		send(m) {
			this.iframe?.contentWindow?.postMessage(JSON.stringify({ ...m, id: this.id, channel: 'widget' }), this.host)
		}

		command(func, args) {
			const m = { event: 'command', func, args: [...args] }
			if (this.heard) this.send(m)
			else this.outbox.push(m)
		}

		receive(m) {
			this.heard = true
			for (const waiting of this.outbox.splice(0)) this.send(waiting)
			if (m.event == 'initialDelivery') {
				clearInterval(this.timer)
				this.info = {}
				this.equip(m.info.apiInterface)
				this.learn(m.info)
			} else if (m.event == 'infoDelivery') this.learn(m.info)
			else if (m.event == 'apiInfoDelivery') Object.assign(this.modules, m.info)
			else for (const f of this.listeners[m.event] ?? []) f({ target: this, data: m.info })
		}

		learn(info) {
			Object.assign(this.info, info)
			if (info.videoData?.title) this.iframe.title = info.videoData.title
		}

		// Methods of the player's frame. Getters answer from what it delivered last.
		equip(names) {
			for (const name of names) {
				if (this[name]) continue
				const property = name.replace(/^(get|is)(.)/, (_, _get, c) => c.toLowerCase())
				if (name == 'getCurrentTime') this[name] = () => this.currentTime()
				else if (/^(get|is)/.test(name)) this[name] = () => this.info[property]
				else if (/^(cue|load)/.test(name)) this[name] = (...args) => { this.info = {}; this.command(name, args); return this }
				else this[name] = (...args) => { this.command(name, args); return this }
			}
		}

		currentTime() {
			const i = this.info
			const since = i.playerState == 1 ? (Date.now() / 1000 - i.currentTimeLastUpdated_) * i.playbackRate : 0
			return i.currentTime === undefined ? undefined : i.currentTime + Math.max(0, Math.min(since, 1))
		}

		addEventListener(name, f) {
			if (typeof f == 'string') f = (...args) => window[f](...args)
			if (!this.listeners[name]) this.command('addEventListener', [name])
			;(this.listeners[name] ??= []).push(f)
			return this
		}

		removeEventListener(name, f) {
			this.listeners[name] = (this.listeners[name] ?? []).filter((g) => g != f)
			return this
		}

		getOptions(module) {
			if (!this.modules.namespaces) return []
			return module ? this.modules[module]?.options ?? [] : this.modules.namespaces
		}

		getIframe() { return this.iframe }
		setSize(width, height) { this.iframe.width = width; this.iframe.height = height; return this }

		destroy() {
			clearInterval(this.timer)
			delete players[this.id]
			this.listeners = {}
			if (this.replaced) this.iframe.replaceWith(this.replaced)
			else this.iframe?.remove()
			this.iframe = null
		}
	}

	YT.PlayerState = { UNSTARTED: -1, ENDED: 0, PLAYING: 1, PAUSED: 2, BUFFERING: 3, CUED: 5 }
	YT.Player = Player
	YT.get = (id) => Object.values(players).find((p) => p.iframe.id == id)
	window.onYTReady?.()
	window.onYouTubeIframeAPIReady?.()
	window.onYouTubePlayerAPIReady?.()
})()
