// @ts-check
// Patches. Operations and what they hold: see widget/diff.go.
import { foreign, idOf, list, lose, mounts, nodesOf } from './observe.js'
import { after, on } from './stream.js'
import { saveFields, restoreFields, setState, setValue, settle } from './fields.js'
import { hear, watch } from './events.js'

const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy('omg', { createHTML: (/** @type {string} */ h) => h })
const inert = document.createElement('template')

/** Roots of widgets that this frame moved. @type {Set<Element>} */
const taken = new Set()
after(() => {
  taken.clear()
  for (const [id, mount] of mounts) if (!mount.root.isConnected && !mount.lost) mounts.delete(id)
})

/** Sets the styles of new elements: a strict policy ignores those in HTML. @param {ParentNode} in_ */
export function style(in_) {
  for (const e of in_.querySelectorAll('[w-style]')) /** @type {HTMLElement} */ (e).style.cssText = e.getAttribute('w-style') || ''
}

/** Makes widgets known whose HTML is new. @param {ParentNode} in_ */
export function register(in_) {
  for (const e of in_.querySelectorAll('[w]')) {
    const id = idOf(e), mount = mounts.get(id)
    if (e.localName !== 'template') mounts.set(id, { root: e, nodes: null, count: 0, lost: false })
    else if (mount) {
      taken.add(mount.root)
      foreign.delete(mount.root)
      e.replaceWith(mount.root)
    }
  }
}

/** The nodes of drawn HTML. @param {string} html @param {Element} parent where they will stand @return {DocumentFragment} */
function parse(html, parent) {
  const outer = parent.localName === 'foreignObject' || parent.namespaceURI?.endsWith('xhtml') ? '' : parent.namespaceURI?.endsWith('svg') ? 'svg' : 'math'
  if (outer) html = `<${outer}>${html}</${outer}>`
  inert.innerHTML = policy ? policy.createHTML(html) : html
  const f = inert.content
  if (outer) f.replaceChildren(...(/** @type {Element} */ (f.firstChild)).childNodes)
  if (html.includes(' w-style=')) style(f)
  if (html.includes(' w-intersect=')) watch(f)
  if (html.includes(' w=')) register(f)
  return f
}

/** Compares the widgets that say what they should be. @param {ParentNode} in_ */
export function verify(in_) {
  for (const e of in_.querySelectorAll('[w*="."]')) {
    const [id, hash] = /** @type {string} */ (e.getAttribute('w')).split('.')
    const mount = mounts.get(+id)
    if (mount && structure(mount) !== parseInt(hash, 36)) lose(+id)
  }
}

/** The hash of a widget's tags: see structure in widget/emit.go. @param {import('./observe.js').Mount} mount */
function structure(mount) {
  const ours = new Set(nodesOf(mount))
  let h = 2166136261
  const add = (/** @type {number} */ c) => { h = Math.imul(h ^ c, 16777619) }
  const walk = (/** @type {Node} */ n) => {
    if (n.nodeType === 3) return add(35)
    if (n !== mount.root && /** @type {Element} */ (n).hasAttribute('w')) return add(64)
    for (const c of /** @type {Element} */ (n).localName) add(c.charCodeAt(0) | 32)
    add(40)
    for (let c = n.firstChild; c; c = c.nextSibling) if (ours.has(c)) walk(c)
    add(41)
  }
  walk(mount.root)
  return h >>> 0
}

/** Puts a widget that is sent whole in place. @param {number} id @param {string} html @param {Element | null} at */
function whole(id, html, at) {
  const old = mounts.get(id)?.root
  const parent = old?.parentNode || at
  if (!parent) return
  const fields = old && saveFields(old)
  const f = parse(html, /** @type {Element} */ (parent))
  const root = /** @type {Element} */ (f.firstChild)
  if (old?.parentNode) old.replaceWith(f)
  else parent.append(f)
  if (at || old && foreign.has(old)) foreign.add(root)
  if (old) {
    for (const m of mounts.values()) if (m.nodes) m.nodes = m.nodes.map((n) => n === old ? root : n)
  }
  if (fields) restoreFields(root, fields)
  verify(/** @type {Element} */ (root.parentNode))
}

/** @param {any[]} op the message: kind, widget, operations */
function apply(op) {
  const id = op[1]
  const mount = mounts.get(id)
  const nodes = mount ? nodesOf(mount) : []
  /** First nodes of what was brought. @type {Node[]} */
  const made = []
  /** Changes of nodes: where, how many go, what comes. @type {[number, number, Node[]][]} */
  const edits = []
  const find = (/** @type {number} */ n) => n < 0 ? made[-1 - n] : n ? nodes[n] : null
  if (mount) mount.count++
  for (let i = 2; i < op.length;) {
    const code = op[i++], n = op[i++]
    const e = /** @type {any} */ (nodes[n])
    switch (code) {
      case 't': e.data = op[i++]; break
      case 'a': {
        const name = op[i++], value = op[i++]
        e.setAttribute(name, value)
        if (name === 'w-style') e.style.cssText = value
        if (name === 'w-intersect') watch(e.parentNode)
        break
      }
      case 'd': e.removeAttribute(op[i++]); break
      case 'c': e.classList.add(op[i++]); break
      case 'x': e.classList.remove(op[i++]); break
      case 'y': {
        const name = op[i++], [value, important] = op[i++].split(/\s*!(?=important$)/)
        e.style.setProperty(name, value, important)
        break
      }
      case 'v': setValue(e, op[i++], op[i++]); break
      case 'p': setState(e, op[i++], !!op[i++], op[i++]); break
      case 'h': e.replaceChildren(parse(op[i++], e)); break
      case 'i': {
        const next = find(op[i++]), pos = op[i++], f = parse(op[i++], e), come = [...f.childNodes]
        made.push(come[0])
        e.insertBefore(f, next)
        if (pos) edits.push([pos, 0, come])
        break
      }
      case 'm': {
        const next = find(op[i++]), pos = op[i++], at = op[i++], size = op[i++], node = nodes[at]
        if (node.parentNode !== e) throw 0
        e.moveBefore ? e.moveBefore(node, next) : e.insertBefore(node, next)
        if (pos) edits.push([at, size, []], [pos, 0, [node]])
        break
      }
      case 'r': {
        const at = op[i++], size = op[i++]
        for (let j = at; j < at + size; j++) if (nodes[j].parentNode === e && !taken.has(/** @type {any} */ (nodes[j]))) e.removeChild(nodes[j])
        edits.push([at, size, []])
        break
      }
      case 'o': {
        const size = op[i++], html = op[i++]
        if (!n) {
          whole(id, html, null)
          break
        }
        const f = parse(html, e.parentNode), come = /** @type {Node} */ (f.firstChild)
        made.push(nodes[n] = come)
        e.replaceWith(f)
        edits.push([n, size, [come]])
        break
      }
      case 'w': whole(id, op[i++], mount ? null : document.querySelector(n)); break
      case 'q': mounts.get(n)?.root.remove(); break
      case 'e': hear(n); break
      case 'f': settle(id, n, op[i++]); break
    }
  }
  if (mount && edits.length) mount.nodes = edited(nodes, edits)
}

/** Nodes with the edits made. Of two at one place the later one comes first. @param {Node[]} nodes @param {[number, number, Node[]][]} edits */
function edited(nodes, edits) {
  let at = 0
  /** @type {Node[][]} */
  const parts = []
  edits.reverse().sort((x, y) => x[0] - y[0] || x[1] - y[1])
  for (const [pos, size, come] of edits) {
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
