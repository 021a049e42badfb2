// @ts-check
// Whose a node is. Patches name nodes by their place among those that the server
// made; what anybody else puts into the page is left alone and does not count.
import { send } from './stream.js'

/** @typedef {{root: any, nodes?: any[], count: number, lost?: boolean}} Mount */

/** Widgets of the page by id. @type {Map<number, Mount>} */
export const mounts = new Map()

/** Nodes that the server made. @type {WeakSet<Node>} */
export const ours = new WeakSet()

/** The id of the widget that an element is in. @param {any} e */
export const widgetOf = (e) => parseInt(e.closest('[w]')?.getAttribute('w'))

/** Asks for a widget to be sent whole. @param {number} id */
export function lose(id) {
  const mount = mounts.get(id)
  if (mount && !mount.lost) send([9, id])
  if (mount) mount.lost = true
}

/**
 * Lists a node and those nodes in it that are the server's: all, if they are
 * fresh. Child widgets, and what is no node to the server, are not entered.
 *
 * @param {any} node
 * @param {boolean} [fresh]
 * @param {string} [closed]
 * @param {any[]} [nodes] to which they are added: a list of their own each would take ten times as long
 */
export function list(node, fresh, closed = 'w', nodes = []) {
  nodes.push(node)
  if (fresh) ours.add(node)
  let c = node.firstChild
  // To match a selector takes five times as long.
  if (c && !shut.test(node.localName) && !node.hasAttribute('w-raw') && !(closed && node.hasAttribute(closed))) {
    for (; c; c = c.nextSibling) if (fresh || ours.has(c)) list(c, fresh, undefined, nodes)
  }
  return nodes
}

/** Elements whose content is no node to the server. */
const shut = /^(textarea|noscript|template|iframe|xmp|noembed|noframes)$/

/** The nodes of a widget that the server made, in its order. @param {Mount} mount @param {boolean} [fresh] */
export const nodesOf = (mount, fresh) => mount.nodes ||= list(mount.root, fresh, '')

/** Watches for what others do to the page. */
export const observer = new MutationObserver((records) => {
  for (const { target, removedNodes } of records) {
    for (const n of removedNodes) if (ours.has(n)) lose(widgetOf(target))
  }
})
