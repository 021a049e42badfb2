// @ts-check
// Adoption: the page that a GET brought becomes a live one.
import { observer } from './observe.js'
import { register, verify } from './patch.js'

/** Makes the widgets of the page known; asks for those that a browser or an extension made something else of. */
export function adopt() {
  document.body.normalize()
  register(document)
  observer.observe(document, { childList: true, subtree: true })
  verify(document)
}
