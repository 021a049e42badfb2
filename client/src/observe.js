// @ts-check
// Whose a node is. What anybody but a patch puts into the page is foreign: it is
// left alone and never counts where patches name nodes by their place.
import { after, before, send } from './stream.js'

/** @typedef {{root: Element, nodes: Node[] | null, count: number, lost: boolean}} Mount */

/** Widgets of the page by id. @type {Map<number, Mount>} */
export const mounts = new Map()

/** @type {WeakSet<Node>} */
export const foreign = new WeakSet()

// Content that is no node to the server; of a child widget that is its root.
const shut = '[w-raw],textarea,noscript,template,iframe,xmp,noembed,noframes'

/** The id of the widget whose root this is. @param {Element} root */
export const idOf = (root) => parseInt(/** @type {string} */ (root.getAttribute('w')))

/** The id of the widget that a node is in. @param {Element} node */
export function widgetOf(node) {
  const root = node.closest('[w]')
  return root && idOf(root)
}

/** Asks for a widget to be sent whole. @param {number | null} id */
export function lose(id) {
  const mount = id && mounts.get(id)
  if (!mount || mount.lost) return
  mount.lost = true
  send([9, id])
}

/** The nodes of a widget that the server made, in its order. @param {Mount} mount */
export function nodesOf(mount) {
  if (!mount.nodes) {
    mount.nodes = [mount.root]
    if (!mount.root.matches(shut)) listInside(mount.nodes, mount.root)
  }
  return mount.nodes
}

/** Adds a node and what is in it. @param {Node[]} nodes @param {Node} node */
export function list(nodes, node) {
  nodes.push(node)
  if (node.firstChild && !(/** @type {Element} */ (node).matches('[w],' + shut))) listInside(nodes, node)
}

/** @param {Node[]} nodes @param {Node} parent */
function listInside(nodes, parent) {
  for (let c = parent.firstChild, next; c; c = next) {
    next = c.nextSibling
    const last = nodes[nodes.length - 1]
    if (foreign.has(c) || c.nodeType !== 1 && c.nodeType !== 3) continue
    if (c.nodeType === 3 && last === c.previousSibling && last.nodeType === 3) {
      // Parsers cut long texts in pieces.
      last.nodeValue = (last.nodeValue || '') + c.nodeValue
      parent.removeChild(c)
    } else list(nodes, c)
  }
}

/** Whether patches may name what is in the node. @param {Node | null} node */
function ours(node) {
  for (; node instanceof Element; node = node.parentNode) {
    if (foreign.has(node) || node.matches(shut)) return false
    if (node.hasAttribute('w')) return true
  }
  return false
}

/** @param {MutationRecord[]} records */
function others(records) {
  for (const { target, addedNodes, removedNodes } of records) {
    addedNodes.forEach((n) => foreign.add(n))
    removedNodes.forEach((n) => {
      if (!foreign.has(n) && n.nodeType !== 8 && ours(target)) lose(widgetOf(/** @type {Element} */ (target)))
    })
  }
}

const observer = new MutationObserver(others)

export const observe = () => observer.observe(document, { childList: true, subtree: true })

// What is under way when a frame begins is of others, what comes till its end ours.
before(() => others(observer.takeRecords()))
after(() => void observer.takeRecords())
