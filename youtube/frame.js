// The script of the frame page. It makes YouTube's player and carries messages
// between that and the page around; what to do with them is decided there, in Go.
const { api, host, parents } = document.body.dataset
const around = parents ? parents.split(' ') : [location.origin]

/** What the page around may ask of the player, and how. */
const methods = {
	playVideo: (p) => p.playVideo(),
	pauseVideo: (p) => p.pauseVideo(),
	stopVideo: (p) => p.stopVideo(),
	nextVideo: (p) => p.nextVideo(),
	previousVideo: (p) => p.previousVideo(),
	mute: (p) => p.mute(),
	unMute: (p) => p.unMute(),
	seekTo: (p, m) => p.seekTo(m.number, true),
	setVolume: (p, m) => p.setVolume(m.number),
	setPlaybackRate: (p, m) => p.setPlaybackRate(m.number),
	loadVideoById: (p, m) => p.loadVideoById(m.video, m.number),
	cueVideoById: (p, m) => p.cueVideoById(m.video, m.number),
}

/** YouTube's names of what a player tells, and ours. */
const events = {
	onStateChange: 'state', onPlaybackQualityChange: 'quality', onPlaybackRateChange: 'rate',
	onError: 'error', onApiChange: 'api', onAutoplayBlocked: 'blocked',
	onReady: 'ready', // last: it may come as soon as it is asked for
}

let player, ready, video, told

/** Until the player has told more than its state, it has no getters. */
const ask = (name, otherwise) => player?.[name]?.() ?? otherwise

const status = () => ({
	state: ask('getPlayerState', -1), video: ask('getVideoData')?.video_id ?? video,
	time: ask('getCurrentTime', 0), duration: ask('getDuration', 0), loaded: ask('getVideoLoadedFraction', 0),
	volume: ask('getVolume', 100), muted: !!ask('isMuted', false),
	rate: ask('getPlaybackRate', 1), quality: ask('getPlaybackQuality', 'unknown'),
})

function say(message) {
	const to = around.length > 1 && location.ancestorOrigins?.[0] || around[0]
	if (around.includes(to)) parent.postMessage({ omg: 'youtube', ...message }, to)
}

function tell(name, data) {
	ready ||= name == 'ready'
	say({
		kind: 'event', name, status: { ...status(), ...name == 'state' && { state: data } },
		code: name == 'error' ? data : 0, modules: name == 'api' ? ask('getOptions', []) : [],
	})
}

/** Tells how the player is, if that changed. */
function tellStatus() {
	const now = status(), text = JSON.stringify(now)
	if (text != told) say({ kind: 'status', status: now })
	told = text
}

function create(m) {
	const address = new URL('/embed/' + encodeURIComponent(m.video), host), frame = document.createElement('iframe')
	const settings = { enablejsapi: 1, origin: location.origin, playsinline: 1, rel: 0, widget_referrer: document.referrer }
	for (const [name, value] of [...Object.entries(settings), ...new URLSearchParams(m.settings)]) address.searchParams.set(name, value)
	frame.title = m.title
	frame.allow = 'accelerometer; autoplay; clipboard-write; encrypted-media; gyroscope; picture-in-picture'
	frame.allowFullscreen = true
	frame.referrerPolicy = 'strict-origin-when-cross-origin'
	frame.src = address
	video = m.video
	document.body.append(frame)
	// Who pressed the button with the keyboard goes on inside the player.
	addEventListener('focus', () => frame.focus())
	if (document.hasFocus()) frame.focus()
	load(() => {
		const hears = Object.fromEntries(Object.entries(events).map(([theirs, ours]) => [theirs, (e) => tell(ours, e.data)]))
		player = new YT.Player(frame, { host, events: hears })
		setInterval(() => ready && tellStatus(), 250)
	})
}

function load(then) {
	const policy = window.trustedTypes?.createPolicy('omg-youtube', { createScriptURL: () => api })
	const script = document.createElement('script')
	script.src = policy ? policy.createScriptURL('') : api
	script.onload = () => window.YT?.ready(then)
	script.onerror = () => say({ kind: 'failed' })
	document.head.append(script)
}

addEventListener('message', ({ source, origin, data }) => {
	if (source != parent || source == window || !around.includes(origin) || data?.omg != 'youtube') return
	if (data.kind == 'create' && !video) create(data)
	if (data.kind == 'do' && ready && Object.hasOwn(methods, data.method)) {
		methods[data.method](player, data)
	}
})

if (parent != window) say({ kind: 'hello' })
