// @ts-check
// Adoption: the page that a GET brought becomes a live one.
import { observer } from './observe.js'
import { register, verify } from './patch.js'
import { hear } from './events.js'

/** Makes the widgets of the page known, and what they want to hear; asks for those that a browser or an extension made something else of. */
export function adopt() {
  document.body.normalize()
  register(document)
  for (const e of document.querySelectorAll('[w-on]')) /** @type {string} */ (e.getAttribute('w-on')).split(' ').forEach(hear)
  observer.observe(document, { childList: true, subtree: true })
  verify(document)
}
