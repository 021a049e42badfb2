// @ts-check
// The socket: connects, comes back, and tells the stream.

import { limits } from './limits.js'
import { become, listen, page, state } from './state.js'
import { attach, receive, rx } from './stream.js'

/** @type {WebSocket | undefined} */
let socket
let attempts = 0
let delay = 0
/** When something came last: a timer a message would cost more than the message. */
let heard = 0
/** @type {any} */
let timer
/** @type {string | undefined} */
let session
/** @type {string | undefined} */
let token

/** Connects, unless there is a socket, or no session any more. */
export function connect() {
  // @ts-ignore: TypeScript does not know of prerendered pages
  if (socket || state == 'ended' || document.prerendering) return
  const s = socket = new WebSocket(new URL('../socket', import.meta.url))
  s.onopen = () => s.send(JSON.stringify(['h', 1, page.build, ++attempts, rx, session ? null : page.ticket, session, token]))
  s.onclose = () => { if (s == socket) leave(delay = Math.min(2 * delay || limits[8], 3e4)) }
  s.onmessage = ({ data }) => {
    if (s != socket) return
    heard = Date.now()
    const f = JSON.parse(data)
    if (f[0] == 'w') {
      [, session, token] = f
      Object.assign(limits, f[4])
      watch()
      delay = 0
      attach(s, f[3])
      become('connected')
    } else if (f[0] == 'l') {
      leave()
      // A page that had a session is loaded again.
      if (become('ended', f[1]) && session) location.reload()
    } else if (f[0] == 'b') leave(delay = f[2])
    else if (!receive(f, data.length)) leave(0)
  }
  heard = Date.now()
  watch()
}

/** Gives the socket up when it is silent for too long. */
function watch() {
  clearTimeout(timer)
  const left = heard + limits[7] - Date.now()
  if (left > 0) timer = setTimeout(watch, left)
  else leave(0)
}

/** Gives the socket up. A next one comes within so many ms, if at all. @param {number} [within] */
function leave(within) {
  const s = socket
  socket = undefined
  attach()
  s?.close()
  clearTimeout(timer)
  if (within == null || state == 'ended') return
  if (session) become('lost')
  timer = setTimeout(connect, Math.random() * within)
}

listen('pagehide', () => {
  if (socket?.readyState == 1) socket.send('["b"]')
  leave()
})
listen('pageshow online visibilitychange prerenderingchange', connect)
