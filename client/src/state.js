// @ts-check
// What the page shows of its connection, and tells of it.

/** @type {string} loading, connected, lost or ended */
export let state = 'loading'

/**
 * Changes the state: on the root element, in the application's banner if it has
 * one, and by an event on the document: omg:connected (the first time),
 * omg:restored, omg:lost, omg:ended. Reports false if a listener of the event
 * has prevented what would follow.
 *
 * @param {'connected' | 'lost' | 'ended'} next
 * @param {any} [detail]
 */
export function become(next, detail) {
  if (state == next) return false
  const name = state == 'lost' && next == 'connected' ? 'restored' : next
  state = document.documentElement.dataset.omg = next
  /** @type {HTMLElement | null} */
  const banner = document.querySelector('[data-omg=state]')
  if (banner) banner.textContent = banner.dataset[next] || ''
  return document.dispatchEvent(new CustomEvent('omg:' + name, { detail, cancelable: true }))
}

/** Loads the page again, but once only for the same cause. @param {string} cause */
export function reloadOnce(cause) {
  if (sessionStorage.omg == cause) return
  sessionStorage.omg = cause
  location.reload()
}
