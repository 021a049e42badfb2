// A player without pictures. It keeps time and says so, as the real one does.
(() => {
	'use strict'
	const config = JSON.parse(document.body.dataset.config), params = new URLSearchParams(location.search)
	const rates = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2]
	const on = (name) => params.get(name) == '1'
	const video = { id: config.video, length: config.length, error: config.error }
	let id, wanted = new Set, ready = false, played = false, blocked = config.blocked
	let state = -1, rate = 1, volume = 100, muted = on('mute'), quality = 'unknown'
	let time = Number(params.get('start')) || 0, since = 0, steps = []
	let end = Number(params.get('end')) || Infinity

	const say = (event, info) => parent.postMessage(JSON.stringify({ event, info, id, channel: 'widget' }), params.get('origin'))
	const tell = (name, data) => { if (ready && wanted.has(name)) say(name, data) }
	const until = () => Math.min(end, video.length)
	const now = () => Math.min(until(), state == 1 ? time + (performance.now() - since) / 1000 * rate : time)
	const info = () => ({
		playerState: state, currentTime: now(), currentTimeLastUpdated_: Date.now() / 1000, duration: played ? video.length : 0,
		videoLoadedFraction: played ? 1 : 0, volume, muted, playbackRate: rate, playbackQuality: quality,
		availablePlaybackRates: rates, availableQualityLevels: ['hd720', 'large', 'medium', 'small', 'auto'],
		videoData: { video_id: video.id, title: 'Video ' + video.id, author: 'Stand-in' },
		videoUrl: 'https://www.youtube.com/watch?v=' + video.id, playlist: null, playlistIndex: -1,
	})
	const deliver = () => { say('infoDelivery', info()); draw() }

	function become(next) {
		const same = next == state
		if (state == 1 || next == 1) { time = now(); since = performance.now() }
		state = next
		deliver()
		if (!same) tell('onStateChange', next)
	}

	// The states of a start, one after the other.
	function start() {
		const order = { nobuffering: [1], repeated: [-1, 3, 1] }[config.order] ?? [3, 1]
		if (state == 5) order.unshift(-1)
		if (config.order == 'repeated') { tell('onStateChange', -1) }
		stopSteps()
		order.forEach((s, i) => steps.push(setTimeout(() => { become(s); if (s == 1) begun() }, 10 + 10 * i)))
	}
	const stopSteps = () => { for (const s of steps.splice(0)) clearTimeout(s) }

	function begun() {
		if (config.order == 'repeated') tell('onStateChange', 1)
		if (played) return
		played = true
		quality = 'hd720'
		deliver()
		tell('onPlaybackQualityChange', quality)
		say('apiInfoDelivery', { namespaces: ['captions'], captions: { options: ['fontSize', 'reload', 'track'] } })
		tell('onApiChange', null)
	}

	function play(byHand) {
		if (video.error) return tell('onError', video.error)
		if (blocked && !byHand) {
			blocked = false
			return tell('onAutoplayBlocked', null)
		}
		if (state == 0) time = 0
		if (state != 1) start()
	}

	function take(v, startAt, endAt) {
		stopSteps()
		if (v && typeof v == 'object') return take(v.videoId, v.startSeconds, v.endSeconds)
		video.id = v
		video.length = config.lengths?.[v] ?? 20
		video.error = String(v).length != 11 || /[!*]/.test(v) ? 2 : config.errors?.[v] ?? 0
		become(-1)
		time = Number(startAt) || 0
		end = Number(endAt) || Infinity
		played = false
		setRate(1)
	}

	function setRate(r) {
		const next = rates.findLast((x) => x <= r) ?? rates[0]
		if (next == rate) return
		time = now(); since = performance.now(); rate = next
		deliver()
		tell('onPlaybackRateChange', rate)
	}

	const methods = {
		playVideo: () => play(),
		pauseVideo() { stopSteps(); if (state != 0) become(2) },
		stopVideo() {
			stopSteps()
			const all = config.stopped ?? [0, 2, 5, -1]
			become(all[Math.floor(Math.random() * all.length)])
		},
		seekTo(s) {
			const paused = state == 2
			if (state == 1) become(3)
			time = Math.max(0, Math.min(until(), Math.floor(s * 2) / 2)) // the key frame before
			since = performance.now()
			deliver()
			if (!paused) start()
		},
		mute() { muted = true; deliver() },
		unMute() { muted = false; deliver() },
		setVolume(v) { volume = Math.max(0, Math.min(100, v)); deliver() },
		setPlaybackRate: setRate,
		loadVideoById(...args) { take(...args); play() },
		cueVideoById(...args) { take(...args); if (video.error) tell('onError', video.error); else become(5) },
		loadVideoByUrl(u, ...rest) { methods.loadVideoById(/[^/?]+$/.exec(u.split('?')[0])[0], ...rest) },
		cueVideoByUrl(u, ...rest) { methods.cueVideoById(/[^/?]+$/.exec(u.split('?')[0])[0], ...rest) },
		nextVideo() {}, previousVideo() {}, playVideoAt() {}, loadPlaylist() {}, cuePlaylist() {}, setLoop() {}, setShuffle() {},
		setPlaybackQuality() {}, setSphericalProperties() {},
		addEventListener(name) { wanted.add(name); if (name == 'onReady') setTimeout(becomeReady, 20) },
		removeEventListener(name) { wanted.delete(name) },
	}
	const getters = ['getPlayerState', 'getCurrentTime', 'getDuration', 'getVideoLoadedFraction', 'getVolume', 'isMuted', 'getPlaybackRate',
		'getAvailablePlaybackRates', 'getPlaybackQuality', 'getAvailableQualityLevels', 'getVideoData', 'getVideoUrl', 'getPlaylist', 'getPlaylistIndex', 'getSphericalProperties']

	function becomeReady() {
		if (ready) return
		ready = true
		tell('onReady', null)
		if (video.error) return tell('onError', video.error)
		tell('onStateChange', -1)
		if (on('autoplay')) play()
		else become(5)
	}

	addEventListener('message', (e) => {
		if (e.source != parent || params.get('origin') != e.origin) return
		let m
		try { m = JSON.parse(e.data) } catch { return }
		if (m.event == 'listening' && id === undefined) {
			id = m.id
			say('initialDelivery', { ...info(), apiInterface: [...Object.keys(methods), ...getters] })
		}
		if (m.event == 'command') methods[m.func]?.(...m.args)
	})

	setInterval(() => {
		if (state == 1 && now() >= until()) {
			time = until()
			if (on('loop')) { time = 0; start() } else become(0)
		}
	}, 20)
	setInterval(() => { if (state == 1) deliver() }, 250)

	const [title, button, bar] = ['h1', 'button', 'progress'].map((s) => document.querySelector(s))
	button.addEventListener('click', () => state == 1 ? methods.pauseVideo() : play(true))
	function draw() {
		title.textContent = video.error ? 'Video unavailable' : 'Video ' + video.id
		button.textContent = state == 1 ? 'Pause' : 'Play'
		bar.value = now() / video.length
	}
	draw()
})()
