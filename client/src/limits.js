// @ts-check
// What the server allows, as WELCOME tells it. The page keeps the limits by
// itself, so that one that behaves is never cut off.

/**
 * In this order: bytes of a frame, bytes of a call, messages a second, burst,
 * calls without an answer, objects that the server holds, calls within calls, ms
 * of silence after which the socket is given up, ms within which to come back.
 *
 * @type {number[]}
 */
export const limits = [0, 1 << 20, 0, 0, 0, 1e3, 0, 6e4, 1e3]

/** Messages since 1970 at that rate: those that were sent, as if none had been missed but the burst. */
let used = 0

/** Whether one more message may go now; counts it, if so. */
export function mayGo() {
  const [, , rate, burst] = limits
  const now = Date.now() / 1e3 * rate
  used = Math.max(used, now - burst)
  return used + 1 <= now && ++used
}
