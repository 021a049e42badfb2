// @ts-check
// Patches. Operations and what they hold: see widget/diff.go.
import { list, lose, mounts, nodesOf, patched, theirs, widgetOf } from './observe.js'
import { on } from './stream.js'
import { keepFocus, saveFields, restoreFields, setState, setValue, settleForm } from './fields.js'
import { handle, hear, shift, viewport } from './events.js'

const rules = { createHTML: (/** @type {string} */ html) => html }
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy('omg', rules) || rules
/** Nothing that is parsed in it runs or loads. */
const inert = document.implementation.createHTMLDocument('')

/** What there is to do for some attributes: styles are set, since a strict policy ignores them in HTML; an element is told that it is in the page once it is. @type {Record<string, (e: any) => void>} */
const special = {
  'w-on': (e) => e.getAttribute('w-on').split(' ').forEach(hear),
  'w-style': (e) => e.style = e.getAttribute('w-style'),
  'w-intersect': (e) => viewport.observe(e),
  'w-appear': (target) => queueMicrotask(() => handle({ type: 'appear', target })),
}

/** Makes new HTML part of the page: its widgets are known. @param {ParentNode} in_ */
export function register(in_) {
  for (const name in special) in_.querySelectorAll(`[${name}]`).forEach(special[name])
  for (const e of in_.querySelectorAll('[w]')) {
    const id = widgetOf(e), root = mounts.get(id)?.root
    if (e.localName != 'template') mounts.set(id, { root: e, count: 0 })
    else if (root) {
      const outer = mounts.get(widgetOf(root.parentElement))
      if (outer?.root.contains(root)) nodesOf(outer) // while it is one of them
      taken.push(root)
      theirs.delete(root)
      e.replaceWith(root)
    }
  }
}

/** The nodes of drawn HTML. @param {string} html @param {Element} parent where they will stand */
function parse(html, parent) {
  const box = inert.createElementNS(parent.namespaceURI, parent.localName), f = new DocumentFragment()
  box.innerHTML = policy.createHTML(html)
  // Parsers cut long texts in pieces.
  box.normalize()
  f.append(...box.childNodes)
  if (/ w-?[=sia]/.test(html)) register(f) // may be for one of the attributes that it looks for
  return f
}

/** Compares the widgets that say what they should be, once: patches change that. @param {ParentNode} in_ */
export function verify(in_) {
  for (const e of in_.querySelectorAll('[w*="."]')) {
    const id = widgetOf(e)
    let h = 0
    for (const n of nodesOf(mounts.get(id)) || []) {
      let depth = 0
      for (let p = n; p != e; p = p.parentNode) depth++
      const name = n != e && n.getAttribute?.('w') ? '@' : n.nodeName.toLowerCase()
      for (const c of name + depth) h = Math.imul(h, 31) + c.charCodeAt(0) | 0
    }
    if (e.getAttribute('w') != id + '.' + (h >>> 0).toString(36)) lose(id)
    e.setAttribute('w', '' + id)
  }
}

/** Puts a widget that is sent whole in place. @param {number} id @param {string} html @param {Element | null} [at] */
function whole(id, html, at) {
  const old = mounts.get(id)?.root, parent = old?.parentNode || at
  if (!parent) return
  const fields = old && saveFields(old), f = parse(html, parent), root = /** @type {Element} */ (f.firstChild)
  // What was placed is not part of the widget round it.
  if (!old || theirs.has(old)) theirs.add(root)
  mine.add(root)
  old ? old.replaceWith(f) : parent.append(f)
  if (fields) restoreFields(root, fields)
  delete mounts.get(widgetOf(parent))?.nodes
  verify(parent)
}

/** Nodes that the frame brought or moved. @type {Set<any>} */
let mine

// The patch that is being applied.
/** @type {number} */
let id
/** @type {any[]} what its numbers mean */
let nodes
/** @type {any[]} first nodes of what it brought */
let made
/** @type {any[]} roots of widgets that it moved */
let taken = []
/** @type {[number, number, ((out: any[]) => any)?][]} changes of nodes: where, how many go, what adds those that come; at their end none */
let changes

/** The number of the node to which an operation applies, or what stands there instead. @type {any} */
let what

/** @param {number} n */
const find = (n) => n < 0 ? made[-1 - n] : n ? nodes[n] : null

/** Notes nodes that an operation brought or moved. @param {any[]} roots @param {number} pos */
function arrive(roots, pos) {
  for (const n of roots) mine.add(n)
  if (pos) changes.push([pos, 0, (out) => { for (const n of roots) list(n, out) }])
}

/** Puts new nodes in place. @param {any} e @param {number} before @param {number} pos @param {DocumentFragment} f */
function bring(e, before, pos, f) {
  const roots = [...f.childNodes]
  e.insertBefore(f, find(before))
  made.push(roots[0])
  arrive(roots, pos)
}

/** Operations: what each does with a node and as many values as it has parameters more. @type {Record<string, (e: any, ...values: any) => any>} */
const operations = {
  t: (e, text) => e.data = text,
  a: (e, name, value) => {
    e.setAttribute(name, value)
    special[name]?.(e)
  },
  d: (e, name) => e.removeAttribute(name),
  c: (e, name) => e.classList.add(name),
  x: (e, name) => e.classList.remove(name),
  y: (e, name, value) => e.style.setProperty(name, ...value.split(/\s*!(?=important$)/)),
  v: setValue,
  p: setState,
  h: (e, html) => e.replaceChildren(parse(html, e)),
  i: (e, before, pos, html) => bring(e, before, pos, parse(html, e)),
  k: (e, before, pos, html, count, handlers, spots, values) => {
    const item = /** @type {any} */ (parse(html, e).firstChild), parts = list(item), f = new DocumentFragment()
    const differ = spots.map((/** @type {any[]} */ [n, name]) => name ? parts[n].getAttributeNode(name) : parts[n])
    for (let i = 0, n = 0; n < count; n++) {
      // To write the ids of its handlers would take as long as its texts do.
      f.appendChild(item.cloneNode(true))[shift] = n * handlers
      for (const node of differ) node.nodeValue = values[i++]
    }
    bring(e, before, pos, f)
  },
  m: (e, before, pos, n, size) => {
    const node = nodes[n]
    if (node.parentNode != e) throw 0
    e.moveBefore ? e.moveBefore(node, find(before)) : e.insertBefore(node, find(before))
    changes.push([n, size])
    arrive([node], pos)
  },
  r: (e, n, size) => {
    const gone = nodes.slice(n, n + size).filter((c) => c.parentNode == e && !taken.includes(c))
    gone.length == e.childNodes.length ? e.replaceChildren() : gone.forEach((c) => c.remove())
    changes.push([n, size])
  },
  o: (e, size, html) => {
    if (!what) return whole(id, html)
    const parent = e.parentNode
    operations.i(parent, what, what, html)
    operations.r(parent, what, size)
    nodes[what] = made.at(-1)
  },
  w: (_, html) => whole(id, html, document.querySelector(what)),
  q: (_) => mounts.get(what)?.root.remove(),
  e: (_) => hear(what),
  f: (_, accepted) => settleForm(id + '.' + what, accepted),
}

/** Nodes with the changes made. Of two at one place the later one comes first. @param {any[]} nodes @param {typeof changes} changes */
function changed(nodes, changes) {
  let at = 0
  /** @type {any[]} */
  const out = []
  for (const [pos, size, come] of changes.reverse().sort((x, y) => x[0] - y[0] || x[1] - y[1])) {
    if (pos < at) continue // within what went or moved
    while (at < pos) out.push(nodes[at++])
    come?.(out)
    at += size
  }
  return out
}

on(0, (op) => {
  id = op[1]
  made = []
  taken = []
  const mount = mounts.get(id) || /** @type {any} */ ({ nodes: [] })
  try {
    nodes = nodesOf(mount)
    changes = [[nodes.length, 0]]
    mount.count++
    for (let i = 2; i < op.length;) {
      const apply = operations[op[i++]]
      what = op[i++]
      apply(nodes[what], ...op.slice(i, i += apply.length - 1))
    }
    patched(mine)
    if (changes[1]) {
      mount.nodes = changed.bind(null, nodes, changes)
      // Soon, but not now: to walk through new nodes takes half as long as to bring them.
      setTimeout(nodesOf, 0, mount)
    }
  } catch {
    lose(id)
  }
})

on('frame', () => {
  const restoreFocus = keepFocus()
  mine = new Set()
  return () => {
    patched(mine)
    // What stands elsewhere when all that watches the page has run is still there.
    queueMicrotask(() => { for (const [id, { root }] of mounts) if (!root.isConnected) mounts.delete(id) })
    restoreFocus()
  }
})
