// @ts-check
// Events: one listener a type, at the window. An element says in w-TYPE whom to
// tell: the id of a handler, flags, keys (see widget/handler.go).
import { mounts, widgetOf } from './observe.js'
import { deliver, send } from './stream.js'
import { editsOf, noteForm, valueOf } from './fields.js'

/** What handlers want to know of an event, by its type. @type {Record<string, string[]>} */
const properties = {}

/** Events that wait to be sent, by handler; null while the next has to wait. @type {Map<string, any[] | null>} */
const waiting = new Map()

/** By how much the handlers of an item's copy have higher ids than its own. A name could be that of a field, in a form. */
export const shift = Symbol()

/** Listens to a type of event: "type:property,property". "~" promises not to prevent. @param {string} spec */
export function hear(spec) {
  const [, type, passive, list] = /** @type {any[]} */ (/(\w+)(~?):?(.*)/.exec(spec))
  properties[type] = list.split(',')
  removeEventListener(type, handle, true)
  addEventListener(type, handle, { capture: true, passive: !!passive })
}

/** @param {any} event */
export function handle(event) {
  for (let e = event.target; e?.getAttribute; e = event.bubbles && e.parentElement) {
    const spec = e.getAttribute('w-' + event.type)
    if (spec && fire(e, spec, event)) return
  }
}

/** Handles an event; true if no outer element may. @param {any} e @param {string} spec @param {any} event */
function fire(e, spec, event) {
  let [hook, flags = '', ...keys] = /** @type {any[]} */ (spec.split(' '))
  if (hook[0] == '+') hook = +hook + e.closest('[w-copy]')?.[shift]
  if (hook != +hook) return // what a script has copied
  const page = keys[0]?.[0] == '@' && keys.shift()
  if (keys[0] && !keys.some((k) => pressed(k, event))) return
  const id = widgetOf(e), key = id + '.' + hook
  const has = (/** @type {string} */ flag) => flags.includes(flag)
  if (has('p')) event.preventDefault()
  if (has('o')) e.removeAttribute('w-' + event.type)
  if (page) deliver(['@', page, has('e') ? event : e, e, key, event.type])
  else if (!has('n')) {
    /** @type {any[]} */
    const m = [0, id, +hook], what = flags[0]
    if (what == 'F') {
      noteForm(key, e)
      m.push(Array.from(new FormData(e, event.submitter), ([n, v]) => [n, /** @type {any} */ (v).name ?? v]))
    }
    if (what == 'D') m.push(event.dataTransfer.getData('text'), Array.from(event.dataTransfer.files, (f) => f.name))
    if (/[DKP]/.test(what)) m.push(properties[event.type].map((p) => event[p] ?? e[p]))
    if (/[KV]/.test(what) && 'value' in e) m.push(valueOf(e), editsOf(e))
    if (has('g')) m.push(mounts.get(id)?.count)
    const [, kind, ms] = /([dt])(\d+)/.exec(flags) || []
    later(key, m, kind, ms)
  }
  return has('s')
}

/** Sends a message now, or when its time has come. @param {string} key @param {any} m @param {any} kind debounce or throttle @param {any} ms */
function later(key, m, kind, ms) {
  if (kind == 't' && waiting.has(key)) return waiting.set(key, m)
  if (kind != 'd') {
    // What waits goes first: the order of the page holds.
    for (const [other, w] of waiting) {
      if (w) send(w)
      waiting.set(other, null)
    }
    send(m)
    m = null
  }
  if (!kind) return
  waiting.set(key, m)
  setTimeout(() => {
    const last = waiting.get(key)
    if (kind == 'd' && last != m) return
    waiting.delete(key)
    if (last) later(key, last, kind == 't' && kind, ms)
  }, ms)
}

/** @param {string} key @param {any} event */
function pressed(key, event) {
  const held = key.split('+'), name = held.pop()
  return event.key == (name == 'Space' ? ' ' : name) && held.every((k) => event.getModifierState(k))
}

/** Tells elements when they are seen. */
export const viewport = new IntersectionObserver((entries) => {
  for (const entry of entries) handle(Object.assign(entry, { type: 'intersect' }))
})
