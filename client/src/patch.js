// @ts-check
// Patches. Operations and what they hold: see widget/diff.go.
import { foreign, idOf, list, lose, mounts, nodesOf } from './observe.js'
import { after, on } from './stream.js'
import { saveFields, restoreFields, setState, setValue, settle } from './fields.js'
import { hear, watch } from './events.js'

const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy('omg', { createHTML: (/** @type {string} */ h) => h })
/** Nothing that is parsed in it runs or loads. */
const inert = document.implementation.createHTMLDocument('')

/** Roots of widgets that this frame moved. @type {Set<Node>} */
const taken = new Set()
after(() => {
  taken.clear()
  for (const [id, mount] of mounts) if (!mount.root.isConnected && !mount.lost) mounts.delete(id)
})

/** Makes new HTML part of the page: its widgets are known; styles are set, since a strict policy ignores them in HTML. @param {ParentNode} in_ */
export function register(in_) {
  for (const e of in_.querySelectorAll('[w-style]')) /** @type {HTMLElement} */ (e).style.cssText = e.getAttribute('w-style') || ''
  for (const e of in_.querySelectorAll('[w]')) {
    const id = idOf(e), mount = mounts.get(id)
    if (e.localName !== 'template') mounts.set(id, { root: e, nodes: null, count: 0, lost: false })
    else if (mount) {
      taken.add(mount.root)
      foreign.delete(mount.root)
      e.replaceWith(mount.root)
    }
  }
  watch(in_)
}

/** The nodes of drawn HTML. @param {string} html @param {Element} parent where they will stand */
function parse(html, parent) {
  const box = inert.createElementNS(parent.namespaceURI, parent.localName), f = new DocumentFragment()
  box.innerHTML = policy ? policy.createHTML(html) : html
  f.append(...box.childNodes)
  if (/ w(-style|-intersect)?=/.test(html)) register(f)
  return f
}

/** Compares the widgets that say what they should be. @param {ParentNode} in_ */
export function verify(in_) {
  for (const e of in_.querySelectorAll('[w*="."]')) {
    const id = idOf(e), mount = mounts.get(id)
    let h = 0
    for (const n of mount ? nodesOf(mount) : []) {
      let depth = 0
      for (let p = n; p !== e; p = /** @type {Node} */ (p.parentNode)) depth++
      const name = n !== e && /** @type {any} */ (n).getAttribute?.('w') ? '@' : n.nodeName.toLowerCase()
      for (const c of name + depth) h = Math.imul(h, 31) + c.charCodeAt(0) | 0
    }
    if (e.getAttribute('w') !== id + '.' + (h >>> 0).toString(36)) lose(id)
  }
}

/** Puts a widget that is sent whole in place. @param {number} id @param {string} html @param {Element | null} [at] */
function whole(id, html, at) {
  const old = mounts.get(id)?.root
  const parent = /** @type {Element} */ (old?.parentNode || at)
  if (!parent) return
  const fields = old && saveFields(old), f = parse(html, parent), root = /** @type {Element} */ (f.firstChild)
  if (at || old && foreign.has(old)) foreign.add(root)
  old ? old.replaceWith(f) : parent.append(f)
  if (fields) restoreFields(root, fields)
  for (const m of mounts.values()) m.nodes = null
  verify(parent)
}

/** @param {any[]} op the message: kind, widget, operations */
function apply(op) {
  const id = op[1], mount = mounts.get(id), nodes = mount ? nodesOf(mount) : []
  /** First nodes of what was brought. @type {Node[]} */
  const made = []
  /** Changes of nodes: where, how many go, what comes. @type {[number, number, Node[]][]} */
  const changes = []
  let i = 2
  const next = () => op[i++]
  const find = () => {
    const n = next()
    return n < 0 ? made[-1 - n] : n ? nodes[n] : null
  }
  if (mount) mount.count++
  while (i < op.length) {
    const code = next(), n = next(), e = /** @type {any} */ (nodes[n])
    if (code === 't') e.data = next()
    else if (code === 'a') {
      const name = next(), value = next()
      e.setAttribute(name, value)
      if (/^w-[si]/.test(name)) register(e.parentNode)
    } else if (code === 'd') e.removeAttribute(next())
    else if (code === 'c') e.classList.add(next())
    else if (code === 'x') e.classList.remove(next())
    else if (code === 'y') e.style.setProperty(next(), ...next().split(/\s*!(?=important$)/))
    else if (code === 'v') setValue(e, next(), next())
    else if (code === 'p') setState(e, next(), next(), next())
    else if (code === 'h') e.replaceChildren(parse(next(), e))
    else if (code === 'i') {
      const anchor = find(), pos = next(), f = parse(next(), e), come = [...f.childNodes]
      made.push(come[0])
      e.insertBefore(f, anchor)
      if (pos) changes.push([pos, 0, come])
    } else if (code === 'm') {
      const anchor = find(), pos = next(), at = next(), node = nodes[at]
      if (node.parentNode !== e) throw 0
      e.moveBefore ? e.moveBefore(node, anchor) : e.insertBefore(node, anchor)
      changes.push([at, next(), []])
      if (pos) changes.push([pos, 0, [node]])
    } else if (code === 'r') {
      const at = next(), size = next()
      for (const c of nodes.slice(at, at + size)) if (c.parentNode === e && !taken.has(c)) e.removeChild(c)
      changes.push([at, size, []])
    } else if (code === 'o') {
      const size = next(), html = next()
      if (n) {
        const f = parse(html, e.parentNode), come = /** @type {Node} */ (f.firstChild)
        made.push(nodes[n] = come)
        e.replaceWith(f)
        changes.push([n, size, [come]])
      } else whole(id, html)
    } else if (code === 'w') whole(id, next(), mount ? null : document.querySelector(n))
    else if (code === 'q') mounts.get(n)?.root.remove()
    else if (code === 'e') hear(n)
    else settle(id + '.' + n, next())
  }
  if (mount && changes[0]) mount.nodes = changed(nodes, changes)
}

/** Nodes with the changes made. Of two at one place the later one comes first. @param {Node[]} nodes @param {[number, number, Node[]][]} changes */
function changed(nodes, changes) {
  let at = 0
  /** @type {Node[][]} */
  const parts = []
  changes.reverse().sort((x, y) => x[0] - y[0] || x[1] - y[1])
  for (const [pos, size, come] of changes) {
    if (pos < at) continue // within what went or moved
    /** @type {Node[]} */
    const part = []
    come.forEach((n) => list(part, n))
    parts.push(nodes.slice(at, pos), part)
    at = pos + size
  }
  return parts.concat([nodes.slice(at)]).flat()
}

on(0, (op) => {
  try {
    apply(op)
  } catch {
    lose(op[1])
  }
})
