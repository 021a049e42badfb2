// @ts-check
// Events: one listener a type, at the window. An element says in w-TYPE whom to
// tell: the id of a handler, then flags, then keys (see widget/handler.go).
import { mounts, widgetOf } from './observe.js'
import { send } from './stream.js'
import { editsOf, noteForm, valueOf } from './fields.js'

/** Events that wait to be sent, by handler. @type {Map<string, {timer: any, message: any[] | null}>} */
const waiting = new Map()

const flows = /^(scroll|pointermove|wheel|touchmove|mousemove|drag|dragover)$/
const stays = /^(scroll|focus|blur|pointerenter|pointerleave|toggle|close|intersect|load|error|play|pause|ended)$/

/** Listens to a type of event; "~" behind it promises not to prevent. @param {string} name */
export function hear(name) {
  const type = name.replace('~', '')
  removeEventListener(type, handle, true)
  addEventListener(type, handle, { capture: true, passive: name !== type })
  if (type === 'drop') addEventListener('dragover', (e) => /** @type {Element} */ (e.target).closest('[w-drop]') && e.preventDefault())
}

/** @param {any} event */
function handle(event) {
  for (let e = event.target; e?.getAttribute; e = e.parentElement) {
    const spec = e.getAttribute('w-' + event.type)
    if (spec && fire(e, spec, event) || stays.test(event.type)) return
  }
}

/** Handles an event; true if no outer element may. @param {any} e @param {string} spec @param {any} event */
function fire(e, spec, event) {
  const [hook, flags = '', ...keys] = spec.split(' ')
  const names = keys.filter((k) => k[0] !== '@')
  if (names.length && !names.some((k) => pressed(k, event))) return false
  const id = widgetOf(e), type = event.type
  if (type === 'submit' || type === 'drop' || flags.includes('p')) event.preventDefault()
  if (flags.includes('o')) e.removeAttribute('w-' + type)
  const page = keys.find((k) => k[0] === '@')
  if (page) document.dispatchEvent(new CustomEvent('omg:handle', { detail: [page.slice(1), e, type] }))
  else {
    /** @type {any[]} */
    const message = [0, id, +hook, ...data(e, flags, event, id + '.' + hook)]
    if (flags.includes('g')) message.push(mounts.get(/** @type {number} */ (id))?.count)
    const [, kind, ms] = /([dt])(\d+)/.exec(flags) || (flows.test(type) ? [0, 't', 16] : [])
    later(id + '.' + hook, message, kind, +(ms || 0))
  }
  return flags.includes('s')
}

/** Sends a message now, or when its time has come. @param {string} key @param {any[]} message @param {any} kind @param {number} ms */
function later(key, message, kind, ms) {
  if (!kind) {
    for (const w of waiting.values()) deliver(w) // the order of the page holds
    send(message)
    return
  }
  const w = waiting.get(key)
  if (w && kind === 'd') clearTimeout(w.timer)
  else if (w) {
    w.message = message
    return
  } else if (kind === 't') {
    send(message)
  }
  waiting.set(key, { message: kind === 'd' ? message : null, timer: setTimeout(due, ms, key, ms, kind) })
}

/** @param {{message: any[] | null}} w */
function deliver(w) {
  if (w.message) send(w.message)
  w.message = null
}

/** @param {string} key @param {number} ms @param {string} kind */
function due(key, ms, kind) {
  const w = waiting.get(key)
  if (w?.message && kind === 't') w.timer = setTimeout(due, ms, key, ms, kind)
  else waiting.delete(key)
  if (w) deliver(w)
}

/** @param {string} key @param {any} event */
function pressed(key, event) {
  const parts = key.split('+'), name = parts.pop()
  return (event.key === name || name === 'Space' && event.key === ' ') && parts.every((m) => event.getModifierState(m))
}

/** @param {any} e */
const modifiers = (e) => ({ Alt: e.altKey, Control: e.ctrlKey, Meta: e.metaKey, Shift: e.shiftKey })

/** @param {any} e @param {any} v */
function pointer(e, v) {
  const box = e.getBoundingClientRect()
  return { X: v.clientX, Y: v.clientY, OffsetX: v.clientX - box.x, OffsetY: v.clientY - box.y, DeltaX: v.deltaX || 0, DeltaY: v.deltaY || 0,
    Button: v.button, Buttons: v.buttons, Detail: v.detail | 0, Modifiers: modifiers(v) }
}

/** What goes along with an event. @param {any} e @param {string} flags @param {any} v @param {string} key */
function data(e, flags, v, key) {
  const field = 'value' in e ? [valueOf(e), editsOf(e)] : []
  switch (flags[0]) {
    case 'V': return field
    case 'K': return [{ Key: v.key, Code: v.code, Repeat: v.repeat, Value: '', Modifiers: modifiers(v) }, ...field]
    case 'P': return [pointer(e, v)]
    case 'O': return [{ Left: e.scrollLeft, Top: e.scrollTop, MaxLeft: e.scrollWidth - e.clientWidth, MaxTop: e.scrollHeight - e.clientHeight }]
    case 'D': return [{ Text: v.dataTransfer.getData('text/plain'), Files: [...v.dataTransfer.files].map((f) => f.name), Pointer: pointer(e, v) }]
    case 'I': return [{ Visible: v.visible, Ratio: v.ratio }]
    case 'F': {
      noteForm(key, e)
      return [[...new FormData(e, v.submitter)].map(([n, x]) => [n, typeof x === 'string' ? x : x.name])]
    }
  }
  return []
}

const viewport = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting, intersectionRatio } of entries) {
    handle({ type: 'intersect', target, visible: isIntersecting, ratio: intersectionRatio })
  }
})

/** Observes elements that want to know when they are seen. @param {ParentNode} in_ */
export function watch(in_) {
  for (const e of in_.querySelectorAll('[w-intersect]')) viewport.observe(e)
}
