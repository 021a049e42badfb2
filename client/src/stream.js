// @ts-check
// The numbered frames in both directions: each is kept until it is confirmed,
// and applied once, in order. docs/protocol.md tells what they hold.

import { limits, mayGo } from './limits.js'
import { missing, page } from './state.js'

/** @typedef {any[]} Message */

/** @type {WebSocket | undefined} there is none while the page is away */
let link

/** The highest frame received. */
export let rx = 0
let tx = 0
let unsaid = 0

/** @type {Message[]} what has no number yet */
let queue = []
let scheduled = false

/** @type {any[][]} frames that the server has not confirmed */
const log = []

/** Calls that were sent, or taken back before, and not answered. */
let open = 0

/** Messages that were sent and are not confirmed, of those that count. */
let unconfirmed = 0

/** Whether messages of a kind count; those that answer the server do not. @param {number} kind */
const asks = (kind) => kind < 2 || kind > 7

/** How many messages of a frame count. @param {any[]} f */
const asking = (f) => f.slice(2).filter(([kind]) => asks(kind)).length

/** @type {any} by kind; void is nothing */
const receivers = { 8() {} }

/** @type {Promise<any> | undefined} the module of calls, which is fetched when it is needed */
let rest

/** Fetches it; while the server is away, again each second. @return {Promise<any>} */
const fetchRest = () => import(new URL(page.calls, import.meta.url).href).catch(async () => {
  missing(page.calls)
  await new Promise((resolve) => setTimeout(resolve, 1e3))
  return fetchRest()
})

/**
 * Has fn receive the messages of a kind. The fn of "frame" runs before each frame
 * with patches is applied, and what it returns after it.
 *
 * @param {number | string} kind
 * @param {(m: Message, frame: any[]) => any} fn
 */
export const on = (kind, fn) => receivers[kind] = fn

/**
 * Has a message received. The first that is not the business of this module waits,
 * with all others of that sort, for the module of calls.
 *
 * @param {Message} m
 * @param {any[]} [f] its frame
 */
export function deliver(m, f) {
  const [kind] = m
  if (receivers[kind]) receivers[kind](m, f)
  else {
    rest ||= fetchRest()
    rest.then(() => receivers[kind]?.(m, f))
  }
}

/** Sends m with all else that this task sends, in one frame. @param {Message} m */
export function send(m) {
  queue.push(m)
  schedule()
}

function schedule() {
  if (!scheduled) queueMicrotask(flush)
  scheduled = true
}

/** Notes that a call of ours was answered. */
export function answered() {
  open--
  schedule()
}

function flush() {
  scheduled = false
  if (!link) return
  const all = queue
  const out = []
  queue = []
  for (const m of all) {
    const [kind, id] = m
    const call = kind == 8 || kind == 1 && id
    // What answers the server never waits behind what asks it. What is not
    // confirmed may come to the server all at once, after a cut: beside a burst of
    // new ones no more than another.
    if (!asks(kind) || !queue[0] && !(call && open >= limits[4]) && unconfirmed + out.length < limits[3] && mayGo()) {
      if (call) open++
      out.push(m)
    } else queue.push(m)
  }
  // It may be the rate that they wait for.
  if (queue[0]) setTimeout(schedule, 1e3 / limits[2])
  if (out[0]) frame(out)
}

/** Numbers messages, in as many frames as it takes: a character takes 3 bytes at most. @param {Message[]} list */
function frame(list) {
  const text = JSON.stringify(list)
  if (text.length * 3 < limits[0] - 64) {
    const f = [++tx, rx, ...list]
    log.push(f)
    unconfirmed += asking(f)
    transmit(f)
  }
  else if (list[1]) for (const m of list) frame([m])
  else {
    // In pieces: not all characters may take as little as those of pure text.
    for (const part of text.slice(1, -1).match(RegExp(`[^]{1,${limits[0] >> 3}}`, 'gu')) || []) frame([[10, 0, part]])
    frame([[10, 1, '']])
  }
}

/** @param {any[]} f */
function transmit(f) {
  unsaid = 0
  f[1] = rx
  link?.send(JSON.stringify(f))
}

/** Forgets what the server has received. @param {number} ack */
function confirmed(ack) {
  while (log[0]?.[0] <= ack) unconfirmed -= asking(/** @type {any[]} */ (log.shift()))
}

/**
 * Begins to write to a socket whose server has received so much: what is missing
 * goes again, then what has waited. Without a socket the page is away.
 *
 * @param {WebSocket} [socket]
 * @param {number} [ack]
 */
export function attach(socket, ack) {
  link = socket
  confirmed(/** @type {number} */ (ack))
  transmit([0])
  log.forEach(transmit)
  flush()
}

/**
 * Applies a frame. Reports false if one before it is missing.
 *
 * @param {any[]} f
 * @param {number} size
 */
export function receive(f, size) {
  const [seq, ack, ...list] = f
  confirmed(ack)
  if (seq == rx + 1) {
    rx = seq
    // Only patches change what is the server's.
    const end = list.some((m) => !m[0]) && receivers.frame?.()
    for (const m of list) {
      try { deliver(m, f) } catch (e) { reportError(e) }
    }
    if (end) end()
    // No timer confirms: timers of hidden pages sleep. 128 bytes stand for a frame.
    unsaid += size + 128
  }
  if (!seq || unsaid > 8192) transmit([0])
  return seq <= rx
}
