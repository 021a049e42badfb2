// @ts-check
// What the user does in fields wins over what the server sends.
import { after, before } from './stream.js'

/** How often the user has edited a field. @type {WeakMap<Element, number>} */
const edits = new WeakMap()
/** Fields that show what the user typed. @type {WeakSet<Element>} */
const typed = new WeakSet()
/** The field in which a composition is under way. @type {any} */
let composing
/** What waits for its end. @type {(() => void) | null} */
let held

/** @param {Element} e */
export const editsOf = (e) => edits.get(e) || 0

/** @param {any} e */
function edit(e) {
  edits.set(e, editsOf(e) + 1)
  typed.add(e)
}

/** @param {any} e */
const isBox = (e) => /^(checkbox|radio)$/.test(e.type)

/** What a field shows. @param {any} e */
export const valueOf = (e) => isBox(e) ? e.checked : e.multiple && e.options ? [...e.selectedOptions].map((o) => o.value) : e.value

/** Whether the user has typed on since edit number n. @param {Element} e @param {number} n */
const passed = (e, n) => typed.has(e) && editsOf(e) !== n

/** @param {any} e @param {string} value @param {number} n */
export function setValue(e, value, n) {
  if (e.defaultValue !== value) e.defaultValue = value
  if (passed(e, n) || e.value === value) return
  if (composing === e) {
    held = () => setValue(e, value, n)
    return
  }
  const active = document.activeElement === e
  let at = e.selectionStart
  if (at === e.value.length) at = value.length
  e.value = value
  if (active && at !== null) e.setSelectionRange(at, at)
}

/** @param {any} e @param {string} name @param {number} on @param {number} n */
export function setState(e, name, on, n) {
  if (e.close) on ? e.open || e.show() : e.close()
  else {
    e.toggleAttribute(name, on)
    if (!passed(name === 'selected' ? e.closest('select') || e : e, n)) e[name] = !!on
  }
}

/** Forms that were sent, with the edits then. @type {Map<string, [any, number[]]>} */
const sent = new Map()
/** @param {any} form @return {number[]} */
const editsIn = (form) => [...form.elements].map(editsOf)

/** Notes what a form that is sent contains. @param {string} key @param {any} form */
export const noteForm = (key, form) => void sent.set(key, [form, editsIn(form)])

/** Ends a form: what was typed gives way, or the first problem gets the focus. @param {string} key @param {number} accepted */
export function settle(key, accepted) {
  const [form, then] = sent.get(key) || []
  if (!form) return
  if (!accepted) form.querySelector('[aria-invalid=true]')?.focus()
  else if (editsIn(form) + '' === then + '') {
    for (const e of form.elements) typed.delete(e)
    form.reset()
  }
}

/** Fields that may be remembered, each with a name. @param {ParentNode} in_ @return {[string, any][]} */
const remembered = (in_) => [.../** @type {NodeListOf<any>} */ (in_.querySelectorAll('input,textarea,select'))]
  .filter((e) => !/^(password|file|hidden)$/.test(e.type) && !/cc-|one-time|off/.test(e.autocomplete))
  .map((e, i) => [e.id || i + e.name + e.type, e])

/** What the user typed in the fields. @param {ParentNode} in_ */
export const saveFields = (in_) => remembered(in_).filter(([, e]) => typed.has(e)).map(([name, e]) => [name, valueOf(e)])

/** Puts it back. @param {ParentNode} in_ @param {any[]} saved @param {boolean} [tell] with events */
export function restoreFields(in_, saved, tell) {
  const fields = new Map(remembered(in_))
  for (const [name, value] of saved) {
    const e = fields.get(name)
    if (!e) continue
    if (isBox(e)) e.checked = value
    else if (e.multiple && e.options) for (const o of e.options) o.selected = value.includes(o.value)
    else e.value = value
    edit(e)
    if (tell) for (const type of ['input', 'change']) e.dispatchEvent(new Event(type, { bubbles: true }))
  }
}

// What was typed comes back after a reload or in a fresh session: for the same
// person at the same address.
const who = () => location.pathname + location.search + ' ' + (JSON.parse(document.querySelector('meta[name=omg]')?.getAttribute('content') || '{}').who || '')

addEventListener('pagehide', () => {
  const saved = saveFields(document)
  if (saved[0]) sessionStorage.omgFields = JSON.stringify([who(), saved])
})

document.addEventListener('omg:connected', () => {
  const [owner, saved] = JSON.parse(sessionStorage.omgFields || '[]')
  delete sessionStorage.omgFields
  if (owner === who()) restoreFields(document, saved, true)
})

addEventListener('input', (e) => e.isTrusted && edit(e.target), true)
addEventListener('compositionstart', (e) => { composing = e.target }, true)
addEventListener('compositionend', () => queueMicrotask(() => {
  composing = null
  held?.()
  held = null
}), true)

/** Where the focus was before a frame. @type {any} */
let focused
/** @type {any[]} */
let selection
before(() => {
  focused = document.activeElement
  selection = [focused?.selectionStart, focused?.selectionEnd]
})
after(() => {
  if (document.activeElement !== document.body || focused === document.body) return
  const e = focused.isConnected ? focused : focused.id && document.getElementById(focused.id)
  e?.focus({ preventScroll: true })
  if (selection[0] != null) e?.setSelectionRange?.(...selection)
})
