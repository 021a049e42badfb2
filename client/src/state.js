// @ts-check
// What the page was told, and what it shows and tells of its connection.

/** What the server put into the page for us. */
export const page = JSON.parse(/** @type {HTMLMetaElement} */ (document.querySelector('meta[name=omg]')).content)

/** @type {string} loading, connected, lost or ended */
export let state = 'loading'

/**
 * Calls fn at each event of those types, wherever in the page it happens.
 *
 * @param {string} types
 * @param {(e: any) => void} fn
 */
export function listen(types, fn) {
  for (const type of types.split(' ')) addEventListener(type, fn, true)
}

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
  if (state == next) return
  const type = 'omg:' + (state == 'lost' && next == 'connected' ? 'restored' : next)
  state = document.documentElement.dataset.omg = next
  /** @type {HTMLElement | null} */
  const banner = document.querySelector('[data-omg=state]')
  if (banner) banner.textContent = banner.dataset[next] || ''
  return document.dispatchEvent(new CustomEvent(type, { detail, cancelable: true }))
}

/** Loads the page again if the server has no such module any more. One that cannot be reached may have it. @param {string} url */
export const missing = (url) => fetch(new URL(url, import.meta.url)).then((r) => { r.ok || reloadOnce(url) }, () => {})

/** Loads the page again, but once only for the same cause. @param {string} cause */
export function reloadOnce(cause) {
  if (sessionStorage.omg != cause) location.reload()
  sessionStorage.omg = cause
}
