// @ts-check
// Adoption: the page that a GET brought becomes a live one.
import { observe } from './observe.js'
import { register, verify } from './patch.js'
import { hear } from './events.js'

/** Makes the widgets of the page known, and what they want to hear. */
export function adopt() {
  register(document)
  document.querySelector('[w-on]')?.getAttribute('w-on')?.split(' ').forEach(hear)
  observe()
}

/** Asks for the widgets that a browser or an extension made something else of. */
export const compare = () => verify(document)
