// The first of the two files: it announces YT and fetches the second. What stands
// before it, scriptUrl and standInHost, depends on the server.
try {
	const policy = trustedTypes.createPolicy('youtube-widget-api', { createScriptURL: (x) => x })
	scriptUrl = policy.createScriptURL(scriptUrl)
} catch {}
if (!window.YT) var YT = { loading: 0, loaded: 0 }
if (!window.YTConfig) var YTConfig = { host: standInHost }
if (!YT.loading) {
	YT.loading = 1
	;(() => {
		const waiting = []
		YT.ready = (f) => YT.loaded ? f() : waiting.push(f)
		window.onYTReady = () => {
			YT.loaded = 1
			for (const f of waiting) try { f() } catch {}
		}
		YT.setConfig = (c) => Object.assign(YTConfig, c)
		const script = document.createElement('script')
		script.id = 'www-widgetapi-script'
		script.src = scriptUrl
		script.async = true
		const nonce = document.currentScript?.nonce
		if (nonce) script.setAttribute('nonce', nonce)
		const first = document.getElementsByTagName('script')[0]
		first.parentNode.insertBefore(script, first)
	})()
}
