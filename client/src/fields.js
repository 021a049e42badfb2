// @ts-check
// What the user does in fields wins over what the server sends.
import { listen, page } from './state.js'

/** A number that grows with each edit of a field; odd while the field shows what the user typed. @type {WeakMap<Element, number>} */
const edits = new WeakMap()
/** The field in which a composition is under way. @type {any} */
let composing
/** What waits for its end. @type {(() => void) | null} */
let held

/** @param {Element} e */
export const editsOf = (e) => edits.get(e) || 0

/** @param {Element} e */
const edit = (e) => edits.set(e, editsOf(e) + 1 | 1)

/** @param {Element} e */
const typed = (e) => editsOf(e) & 1

/** Whether the user has typed on since edit number n. @param {Element} e @param {number} n */
const passed = (e, n) => typed(e) && editsOf(e) != n

/** What a field shows. @param {any} e */
export const valueOf = (e) => /checkbox|radio/.test(e.type) ? e.checked : e.type == 'select-multiple' ? Array.from(e.selectedOptions, (o) => o.value) : e.value

/** @param {any} e @param {string} value @param {number} n */
export function setValue(e, value, n) {
  if (e.defaultValue != value) e.defaultValue = value
  if (passed(e, n) || e.value == value) return
  if (composing == e) held = () => setValue(e, value, n)
  else {
    const at = document.activeElement == e && e.selectionStart < e.value.length ? e.selectionStart : null
    e.value = value
    if (at != null) e.setSelectionRange(at, at)
  }
}

/** @param {any} e @param {string} name @param {number} on @param {number} n */
export function setState(e, name, on, n) {
  if (e.close) on ? e.open || e.show() : e.close()
  else {
    e.toggleAttribute(name, on)
    if (!passed(name == 'selected' && e.closest('select') || e, n)) e[name] = !!on
  }
}

/** Forms that were sent, with the edits then. @type {Map<string, any[]>} */
const sent = new Map()

/** @param {any} form */
const editsIn = (form) => '' + Array.from(form.elements, editsOf)

/** Notes what a form that is sent contains. @param {string} key @param {any} form */
export const noteForm = (key, form) => sent.set(key, [form, editsIn(form)])

/** Ends a form: what was typed gives way, or the first problem gets the focus. @param {string} key @param {number} accepted */
export function settleForm(key, accepted) {
  const [form, then] = sent.get(key) || []
  if (!form) return
  if (!accepted) form.querySelector('[aria-invalid=true]')?.focus()
  else if (editsIn(form) == then) {
    for (const e of form.elements) edits.set(e, editsOf(e) + typed(e))
    form.reset()
  }
}

/** Fields that may be remembered, by name. @param {ParentNode} in_ @return {Map<string, any>} */
const remembered = (in_) => new Map(Array.from(/** @type {NodeListOf<any>} */ (in_.querySelectorAll('input,textarea,select')), (e, i) => /** @type {[string, any]} */ ([e.id || i + e.name + e.type, e]))
  .filter(([, e]) => !/^(password|file|hidden)|cc-|one-time|off/.test(e.type + e.autocomplete)))

/** What the user typed in the fields. @param {ParentNode} in_ */
export const saveFields = (in_) => [...remembered(in_)].filter(([, e]) => typed(e)).map(([name, e]) => [name, valueOf(e)])

/** Puts it back. @param {ParentNode} in_ @param {any[]} saved @param {boolean} [tell] with events */
export function restoreFields(in_, saved, tell) {
  for (const [name, value] of saved) {
    const e = remembered(in_).get(name)
    if (!e) continue
    if (value === !!value) e.checked = value
    else if (value.map) for (const o of e.options) o.selected = value.includes(o.value)
    else e.value = value
    edit(e)
    if (tell) for (const type of ['input', 'change']) e.dispatchEvent(new Event(type, { bubbles: true }))
  }
}

// What was typed comes back after a reload or in a fresh session: for the same
// person at the same address.
const store = () => 'omg' + page.who + location.pathname + location.search
listen('pagehide', () => { sessionStorage[store()] = JSON.stringify(saveFields(document)) })
listen('omg:connected', () => {
  const saved = sessionStorage[store()]
  delete sessionStorage[store()]
  if (saved) restoreFields(document, JSON.parse(saved), true)
})

listen('input', (e) => { if (e.isTrusted) edit(e.target) })
listen('compositionstart', (e) => { composing = e.target })
listen('compositionend', () => {
  composing = null
  held?.()
  held = null
})

/** Notes where the focus is; what it returns brings it back there. */
export function keepFocus() {
  /** @type {any} */
  const e = document.activeElement
  const selection = [e?.selectionStart, e?.selectionEnd]
  return () => {
    // Only what was lost: to focus anything has the browser lay out the page.
    if (e == document.body || document.activeElement != document.body) return
    const now = e.isConnected ? e : document.getElementById(e.id)
    now?.focus({ preventScroll: true })
    if (selection[0] != null) now?.setSelectionRange?.(...selection)
  }
}
