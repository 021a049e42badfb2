// @ts-check
// Events: one listener a type, at the window. An element says in w-TYPE whom to
// tell: the id of a handler, flags, keys (see widget/handler.go).
import { mounts, widgetOf } from './observe.js'
import { send } from './stream.js'
import { editsOf, noteForm, valueOf } from './fields.js'

/** What handlers want to know of an event, by its type. @type {Record<string, string[]>} */
const properties = {}

/** Events that wait to be sent, by handler. @type {Map<string, {timer: any, message: any[] | null}>} */
const waiting = new Map()

/** Listens to a type of event: "type:property,property". "~" promises not to prevent. @param {string} spec */
export function hear(spec) {
  const [name, list] = spec.split(':'), type = name.replace('~', '')
  if (list) properties[type] = list.split(',')
  removeEventListener(type, handle, true)
  addEventListener(type, handle, { capture: true, passive: name !== type })
}

/** @param {any} event */
function handle(event) {
  for (let e = event.target; e?.getAttribute; e = event.bubbles && e.parentElement) {
    const spec = e.getAttribute('w-' + event.type)
    if (spec && fire(e, spec, event)) return
  }
}

/** Handles an event; true if no outer element may. @param {any} e @param {string} spec @param {any} event */
function fire(e, spec, event) {
  const [hook, flags = '', ...keys] = spec.split(' ')
  const page = keys[0]?.[0] === '@' && keys.shift()
  if (keys[0] && !keys.some((k) => pressed(k, event))) return
  const id = widgetOf(e), has = (/** @type {string} */ flag) => flags.includes(flag), key = id + '.' + hook
  if (has('p')) event.preventDefault()
  if (has('o')) e.removeAttribute('w-' + event.type)
  if (page) document.dispatchEvent(new CustomEvent('omg:handle', { detail: [page, e, event.type] }))
  else if (!has('n')) {
    const [, kind, ms] = /([dt])(\d+)/.exec(flags) || []
    later(key, [0, id, +hook, ...data(e, flags[0], event, key), ...has('g') ? [mounts.get(/** @type {number} */ (id))?.count] : []], kind, ms)
  }
  return has('s')
}

/** Sends a message now, or when its time has come. @param {string} key @param {any[]} message @param {any} [kind] @param {any} [ms] */
function later(key, message, kind, ms) {
  if (!kind) {
    // What waits goes first: the order of the page holds.
    for (const w of waiting.values()) {
      if (w.message) send(w.message)
      w.message = null
    }
    return send(message)
  }
  const w = waiting.get(key)
  if (kind === 't') {
    if (w) {
      w.message = message
      return
    }
    send(message)
  } else clearTimeout(w?.timer)
  const next = { message: kind === 'd' ? message : null, timer: setTimeout(() => {
    waiting.delete(key)
    if (next.message) kind === 't' ? later(key, next.message, kind, ms) : send(next.message)
  }, ms) }
  waiting.set(key, next)
}

/** @param {string} key @param {any} event */
function pressed(key, event) {
  const held = key.split('+'), name = held.pop()
  return event.key === (name === 'Space' ? ' ' : name) && held.every((k) => event.getModifierState(k))
}

/** What goes along with an event. @param {any} e @param {string} what @param {any} v @param {string} key @return {any[]} */
function data(e, what, v, key) {
  if (what === 'F') {
    noteForm(key, e)
    return [[...new FormData(e, v.submitter)].map(([n, x]) => [n, /** @type {any} */ (x).name ?? x])]
  }
  const out = []
  if (what === 'D') out.push(v.dataTransfer.getData('text/plain'), [...v.dataTransfer.files].map((f) => f.name))
  if (/[DKP]/.test(what)) out.push(properties[v.type].map((p) => v[p] ?? e[p]))
  if (/[KV]/.test(what) && 'value' in e) out.push(valueOf(e), editsOf(e))
  return out
}

const viewport = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting, intersectionRatio } of entries) handle({ type: 'intersect', target, isIntersecting, intersectionRatio })
})

/** Observes elements that want to know when they are seen. @param {ParentNode} in_ */
export const watch = (in_) => in_.querySelectorAll('[w-intersect]').forEach((e) => viewport.observe(e))
