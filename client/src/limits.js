// @ts-check
// What the server allows, as WELCOME tells it. The page keeps the limits by
// itself, so that one that behaves is never cut off.

/** Bytes of a frame and of a call. */
export let maxFrame = 65536
export let maxCall = 1 << 20
/** Messages a second. */
export let rate = 100
let burst = 400
/** Calls without an answer, objects that the server holds. */
export let maxCalls = 64
export let maxObjects = 1000
/** In ms: silence after which the socket is given up, and the time within which to come back. */
export let maxSilence = 6e4
export let jitter = 1e3

let tokens = burst
let counted = 0

/** @param {number[]} list */
export function setLimits(list) {
  [maxFrame, maxCall, rate, burst, maxCalls, maxObjects, , maxSilence, jitter] = list
}

/** Takes a token for one message; reports false if there is none. */
export function takeToken() {
  const now = Date.now()
  tokens = Math.min(burst, tokens + (now - counted) * rate / 1e3)
  counted = now
  return tokens >= 1 && tokens-- > 0
}

/**
 * Returns the error that stands for what the other side, or a limit, refused.
 *
 * @param {string} code
 * @param {string} [message]
 */
export function failure(code, message) {
  return Object.assign(new Error(message || code), { code })
}
