// @ts-check
// The socket: connects, comes back, and tells the stream.

import { jitter, maxSilence, setLimits } from './limits.js'
import { become, state } from './state.js'
import { attach, detach, receive, rx } from './stream.js'

/** What the server put into the page for us. */
const page = JSON.parse(/** @type {HTMLMetaElement} */ (document.querySelector('meta[name=omg]')).content)

/** @type {WebSocket | undefined} */
let socket
let attempts = 0
let delay = 0
let heard = 0
/** @type {any} */
let timer
/** @type {string | null} */
let session = null
/** @type {string | null} */
let token = null

/** Connects, unless there is a socket, or no session any more. */
export function connect() {
  clearTimeout(timer)
  if (socket || state == 'ended') return
  const s = socket = new WebSocket(new URL('../socket', import.meta.url).href.replace(/^http/, 'ws'))
  heard = Date.now()
  /** @param {() => void} fn */
  const mine = (fn) => () => s == socket && fn()
  s.onopen = () => s.send(JSON.stringify(['h', 1, page.build, ++attempts, rx, session ? null : page.ticket, session, token]))
  s.onclose = mine(() => leave(delay = Math.min(2 * delay || jitter, 3e4)))
  s.onmessage = ({ data }) => {
    if (s != socket) return
    heard = Date.now()
    const f = JSON.parse(data)
    if (f[0] == 'w') welcome(s, f)
    else if (f[0] == 'l') end(f[1])
    else if (f[0] == 'b') leave(delay = f[2])
    else if (!receive(f, data.length)) leave(0)
  }
}

/** @param {WebSocket} s @param {any[]} f */
function welcome(s, f) {
  session = f[1]
  token = f[2]
  setLimits(f[4])
  delay = 0
  attach((text) => s.send(text), f[3])
  become('connected')
}

/** Gives the socket up. A next one comes within so many ms, if at all. @param {number} [within] */
function leave(within) {
  const s = socket
  socket = undefined
  detach()
  s?.close()
  if (within == null || state == 'ended') return
  if (state != 'loading') become('lost')
  timer = setTimeout(connect, Math.random() * within)
}

/**
 * The session is over. A page that had one is loaded again, unless a listener of
 * omg:ended prevents that.
 *
 * @param {string} why
 */
function end(why) {
  leave()
  if (become('ended', why) && session) location.reload()
}

addEventListener('pagehide', () => {
  if (socket?.readyState == 1) socket.send('["b"]')
  leave()
})
addEventListener('pageshow', connect)
addEventListener('online', connect)
document.addEventListener('visibilitychange', connect)
document.addEventListener('prerenderingchange', connect)
setInterval(() => { if (socket && Date.now() - heard > maxSilence) leave(0) }, 5e3)
