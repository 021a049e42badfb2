// @ts-check
// The numbered frames in both directions: each is kept until it is confirmed,
// and applied once, in order. docs/protocol.md tells what they hold.

import { maxCall, maxCalls, maxFrame, rate, takeToken } from './limits.js'

/** @typedef {any[]} Message */

/** @type {((text: string) => void) | undefined} writes to the socket; there is none while the page is away */
let write

/** The highest frame received. */
export let rx = 0
let tx = 0
let unsaid = 0

/** @type {Message[]} what has no number yet */
let queue = []
let scheduled = false

/** @type {[number, Message[]][]} what the server has not confirmed */
const log = []

let inFlight = 0

/** @type {((m: Message, frame: any[]) => void)[]} */
const receivers = []

/** @type {(() => void)[][]} */
const around = [[], []]

/** Has fn receive the messages of a kind. @param {number} kind @param {(m: Message, frame: any[]) => void} fn */
export function on(kind, fn) { receivers[kind] = fn }

/** Has fn run before each frame is applied. @param {() => void} fn */
export function before(fn) { around[0].push(fn) }

/** Has fn run after each frame was applied. @param {() => void} fn */
export function after(fn) { around[1].push(fn) }

/** Sends m with all else that this task sends, in one frame. @param {Message} m */
export function send(m) {
  queue.push(m)
  schedule()
}

function schedule() {
  if (scheduled) return
  scheduled = true
  queueMicrotask(flush)
}

/**
 * Takes m back: what has not left never will, what has and gets lost will not go
 * again. Reports whether it had not left.
 *
 * @param {Message} m
 */
export function unsend(m) {
  const i = queue.indexOf(m)
  if (i < 0) m.splice(0, m.length, 8, m[1])
  else queue.splice(i, 1)
  return i >= 0
}

/** Notes that a call of ours was answered. */
export function answered() {
  inFlight--
  schedule()
}

/** Whether m starts something there, which the server counts. @param {Message} m */
function starts(m) { return m[0] < 2 || m[0] > 8 }

/** Whether m must wait for an answer to another call, or for the rate. @param {Message} m */
function mustWait(m) {
  if (m[0] == 1 && m[1] && inFlight >= maxCalls) return true
  if (takeToken()) return false
  setTimeout(schedule, 1e3 / rate)
  return true
}

function flush() {
  scheduled = false
  if (!write) return
  const out = []
  const held = []
  for (const m of queue) {
    // What answers the server never waits behind what asks it.
    if (starts(m) && (held.length || mustWait(m))) held.push(m)
    else {
      if (m[0] == 1 && m[1]) inFlight++
      out.push(m)
    }
  }
  queue = held
  if (out.length) frame(out)
}

/** Whether msgs fit into a frame: a character takes 3 bytes at most. @param {Message[]} msgs */
function fits(msgs) { return JSON.stringify(msgs).length * 3 < maxFrame - 64 }

/** Numbers messages, in as many frames as it takes. @param {Message[]} msgs */
function frame(msgs) {
  if (fits(msgs)) put(msgs)
  else {
    for (const m of msgs) {
      if (fits([m])) put([m])
      else for (const piece of pieces(m)) put([piece])
    }
  }
}

/** Returns m in pieces: not all characters may take as little as those of pure text. @param {Message} m @returns {Message[]} */
function pieces(m) {
  const parts = JSON.stringify(m).match(new RegExp('[^]{1,' + (maxFrame >> 3) + '}', 'gu')) || []
  return parts.map((part, i) => [10, +(i > parts.length - 2), part])
}

/** @param {Message[]} msgs */
function put(msgs) {
  transmit(log[log.push([++tx, msgs]) - 1])
}

/** @param {[number, Message[]]} entry */
function transmit([seq, msgs]) {
  unsaid = 0
  write?.(JSON.stringify([seq, rx, ...msgs]))
}

/** Confirms what was received. */
function acknowledge() {
  unsaid = 0
  write?.('[0,' + rx + ']')
}

/** Forgets what the server has received. @param {number} ack */
function confirmed(ack) {
  while (log.length && log[0][0] <= ack) log.shift()
}

/**
 * Begins to write to a socket whose server has received so much: what is missing
 * goes again, then what has waited.
 *
 * @param {(text: string) => void} to
 * @param {number} ack
 */
export function attach(to, ack) {
  write = to
  confirmed(ack)
  acknowledge()
  log.forEach(transmit)
  flush()
}

/** The page is away from now on. */
export function detach() { write = undefined }

/**
 * Applies a frame. Reports false if one before it is missing.
 *
 * @param {any[]} f
 * @param {number} size
 */
export function receive(f, size) {
  const [seq, ack, ...msgs] = f
  confirmed(ack)
  if (seq > rx + 1) return false
  if (!seq) acknowledge()
  if (seq > rx) {
    rx = seq
    for (const fn of around[0]) fn()
    for (const m of msgs) attempt(() => receivers[m[0]]?.(m, f))
    for (const fn of around[1]) fn()
    // No timer confirms: timers of hidden pages sleep. 128 bytes stand for a frame.
    unsaid += size + 128
    if (unsaid > 4096) acknowledge()
  }
  return true
}

/** Runs fn; what it throws ends nothing but fn. @param {() => void} fn */
function attempt(fn) {
  try { fn() } catch (e) { reportError(e) }
}
