// @ts-check
// What the user does in fields wins over what the server sends.
import { after, before } from './stream.js'

/** @typedef {HTMLInputElement & HTMLSelectElement & HTMLTextAreaElement & HTMLOptionElement} Field */

/** How often the user has edited a field. @type {WeakMap<Element, number>} */
const counts = new WeakMap()
/** Fields that show what the user typed. @type {WeakSet<Element>} */
const typed = new WeakSet()
/** @type {Element | null} */
let composing = null
/** What waits for the end of a composition. @type {(() => void) | null} */
let held = null

/** @param {Element} e */
export const editsOf = (e) => counts.get(e) || 0

/** @param {Element} e */
function edit(e) {
  counts.set(e, editsOf(e) + 1)
  typed.add(e)
}

/** What a field shows. @param {Field} e */
export const valueOf = (e) => /^(checkbox|radio)$/.test(e.type) ? e.checked : e.type === 'select-multiple' ? [...e.selectedOptions].map((o) => o.value) : e.value

/** Whether the user has typed on since edit number n. @param {Element} e @param {number} n */
const passed = (e, n) => typed.has(e) && editsOf(e) !== n

/** @param {Field} e @param {string} value @param {number} n */
export function setValue(e, value, n) {
  if (e.defaultValue !== value) e.defaultValue = value
  if (passed(e, n) || e.value === value) return
  if (composing === e) {
    held = () => setValue(e, value, n)
    return
  }
  const at = document.activeElement === e ? e.selectionStart : null
  const end = at === e.value.length
  e.value = value
  if (at !== null) e.setSelectionRange(end ? value.length : at, end ? value.length : at)
}

/** @param {any} e @param {string} name @param {boolean} on @param {number} n */
export function setState(e, name, on, n) {
  if (e.localName === 'dialog') on ? e.open || e.show() : e.close()
  else {
    e.toggleAttribute(name, on)
    if (!passed(name === 'selected' ? e.closest('select') || e : e, n)) e[name] = on
  }
}

/** Forms that were sent, with the edits then. @type {Map<string, [HTMLFormElement, Map<Element, number>]>} */
const sent = new Map()

/** Notes what a form that is sent contains. @param {string} key @param {HTMLFormElement} form */
export function noteForm(key, form) {
  sent.set(key, [form, new Map([...form.elements].map((e) => [e, editsOf(e)]))])
}

/** Ends a form: what was typed gives way, or the first problem gets the focus. @param {number} id @param {number} hook @param {number} accepted */
export function settle(id, hook, accepted) {
  const [form, then] = sent.get(id + '.' + hook) || []
  sent.delete(id + '.' + hook)
  if (!form || !then) return
  if (!accepted) {
    /** @type {HTMLElement | null} */ (form.querySelector('[aria-invalid=true]'))?.focus()
    return
  }
  for (const [e, n] of then) {
    if (!typed.has(e) || editsOf(e) !== n) continue
    typed.delete(e)
    reset(/** @type {Field} */ (e))
  }
}

/** @param {Field} e */
function reset(e) {
  if (e.options) for (const o of e.options) o.selected = o.defaultSelected
  else if (/^(checkbox|radio)$/.test(e.type)) e.checked = e.defaultChecked
  else e.value = e.defaultValue
}

/** Fields that may be remembered, each with a name. @param {ParentNode} in_ @return {[string, Field][]} */
function remembered(in_) {
  /** @type {Record<string, number>} */
  const seen = Object.create(null)
  return [.../** @type {NodeListOf<Field>} */ (in_.querySelectorAll('input,textarea,select'))]
    .filter((e) => (e.name || e.id) && !/^(password|file|hidden)$/.test(e.type) && !/cc-|one-time|off/.test(e.autocomplete))
    .map((e) => {
      const name = [e.form?.id, e.name, e.id, e.type].join()
      return [name + (seen[name] = (seen[name] || 0) + 1), e]
    })
}

/** What the user typed in the fields. @param {ParentNode} in_ @return {[string, any][]} */
export const saveFields = (in_) => remembered(in_).filter(([, e]) => typed.has(e)).map(([name, e]) => [name, valueOf(e)])

/** Puts it back. @param {ParentNode} in_ @param {[string, any][]} saved @param {boolean} [tell] with events */
export function restoreFields(in_, saved, tell) {
  const fields = new Map(remembered(in_))
  for (const [name, value] of saved) {
    const e = fields.get(name)
    if (!e) continue
    if (typeof value === 'boolean') e.checked = value
    else if (Array.isArray(value)) for (const o of e.options) o.selected = value.includes(o.value)
    else e.value = value
    edit(e)
    if (tell) for (const type of ['input', 'change']) e.dispatchEvent(new Event(type, { bubbles: true }))
  }
}

// What was typed comes back after a reload or in a fresh session: for the same
// person at the same address.
const store = 'omg ' + location.pathname + location.search
const who = () => JSON.parse(/** @type {HTMLMetaElement} */ (document.querySelector('meta[name=omg]'))?.content || '{}').who || ''

addEventListener('pagehide', () => {
  const saved = saveFields(document)
  if (saved.length) sessionStorage.setItem(store, JSON.stringify([who(), saved]))
})

document.addEventListener('omg:connected', () => {
  const saved = sessionStorage.getItem(store)
  sessionStorage.removeItem(store)
  if (!saved) return
  const [owner, fields] = JSON.parse(saved)
  if (owner === who()) restoreFields(document, fields, true)
})

addEventListener('input', (e) => e.isTrusted && edit(/** @type {Element} */ (e.target)), true)
addEventListener('compositionstart', (e) => { composing = /** @type {Element} */ (e.target) }, true)
addEventListener('compositionend', () => {
  composing = null
  queueMicrotask(() => {
    held?.()
    held = null
  })
}, true)

/** Where the focus was before a frame. @type {[any, number | null, number | null]} */
let focus = [null, null, null]
before(() => {
  const e = /** @type {any} */ (document.activeElement)
  focus = [e, e?.selectionStart ?? null, e?.selectionEnd ?? null]
})
after(() => {
  let [e, from, to] = focus
  if (!e || e === document.activeElement || document.activeElement !== document.body) return
  if (!e.isConnected) e = e.id && document.getElementById(e.id)
  e?.focus({ preventScroll: true })
  if (from !== null && e?.setSelectionRange) e.setSelectionRange(from, to)
})
