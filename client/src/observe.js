// @ts-check
// Whose a node is. Patches name nodes by their place among those that the server
// made; what anybody else puts into the page is left alone and does not count.
import { send } from './stream.js'

/** @typedef {{root: any, nodes?: any, count: number, lost?: boolean}} Mount */

/** Widgets of the page by id. @type {Map<number, Mount>} */
export const mounts = new Map()

/** Nodes that others put into the page: all else is the server's. @type {WeakSet<Node>} */
export const theirs = new WeakSet()

/** The id of the widget that an element is in. @param {any} e */
export const widgetOf = (e) => parseInt(e?.closest('[w]')?.getAttribute('w'))

/** Asks for a widget to be sent whole. @param {number} id */
export function lose(id) {
  const mount = mounts.get(id)
  if (!mount || mount.lost) return
  mount.lost = true
  send([9, id])
}

/** Whether the content of an element is no node to the server. To match a selector would take five times as long. @param {any} e */
const isShut = (e) => /^(textarea|noscript|template|iframe|xmp|noembed|noframes)$/.test(e.localName) || e.hasAttribute('w-raw')

/**
 * Lists a node and those nodes in it that are the server's. Child widgets, and
 * what is no node to the server, are not entered.
 *
 * @param {any} node
 * @param {any[]} [nodes] to which they are added: a list of their own each would take ten times as long
 * @param {string} [closed]
 */
export function list(node, nodes = [], closed = 'w') {
  nodes.push(node)
  let c = node.firstChild
  if (c && !isShut(node) && !node.hasAttribute(closed)) {
    for (; c; c = c.nextSibling) if (!theirs.has(c)) list(c, nodes)
  }
  return nodes
}

/** The nodes of a widget that the server made, in its order. What a patch made of them is found out when it is asked for. @param {Mount} [mount] @return {any} */
export const nodesOf = (mount) => mount && (mount.nodes = mount.nodes?.call?.() || mount.nodes || list(mount.root, [], ''))

/** Notes what others have put into the page. @param {MutationRecord} record @param {Set<Node>} [mine] but for these */
function note({ addedNodes }, mine) {
  for (const n of addedNodes) if (!mine?.has(n)) theirs.add(n)
}

/** Notes that what has changed just now was us: what we removed was not somebody else. What we did not bring was, an element that a script defines. @param {Set<Node>} mine */
export function patched(mine) {
  for (const record of observer.takeRecords()) note(record, mine)
}

/** Whether what is in an element is none of the server's. @param {any} e */
function isTheirs(e) {
  for (; e?.localName; e = e.parentNode) {
    if (isShut(e)) return true
    if (e.hasAttribute('w')) return
    if (theirs.has(e)) return true
  }
}

/** Watches for what others do to the page. */
export const observer = new MutationObserver((records) => {
  for (const record of records) {
    for (const n of record.removedNodes) if (!theirs.has(n) && !isTheirs(record.target)) lose(widgetOf(record.target))
    note(record)
  }
})
