// @ts-check
// Objects and functions that the two sides hold of each other. Who exports
// counts how often it has sent; who imports releases with the count of that very
// proxy.

import { failure, maxObjects } from './limits.js'
import { send } from './stream.js'

/** @type {Map<number, [value: any, count: number]>} what the server holds of the page; odd ids are the server's choice */
export const objects = new Map()

/** @type {Map<any, number>} */
const ids = new Map()
let lastId = 0

/** @type {Map<number, WeakRef<Function>>} what the page holds of the server */
const proxies = new Map()

/** @type {WeakMap<Function, [id: number, count: number]>} */
const counts = new WeakMap()
const kept = new WeakSet()

/** @type {FinalizationRegistry<[number, number]>} */
const dropped = new FinalizationRegistry(release)

/** Makes a function of the server outlive the call that it came with. @template T @param {T} x @returns {T} */
export function keep(x) {
  kept.add(/** @type {any} */ (x))
  return x
}

/** @param {[number, number]} held */
function release(held) {
  if (held[1]) send([5, ...held])
  held[1] = 0
}

/** Releases what came with a call, except what was kept. @param {Function[]} came */
export function releaseAll(came) {
  for (const f of came) if (!kept.has(f)) release(/** @type {any} */ (counts.get(f)))
}

/**
 * What crosses in place of v, undefined if it is to cross field by field.
 *
 * @param {any} v
 */
export function refer(v) {
  const own = counts.get(v)
  if (own) return { $s: [own[0], 0] }
  const proto = Object.getPrototypeOf(v)
  if (typeof v != 'function' && (!proto || proto == Object.prototype)) return
  let id = ids.get(v)
  if (!id) {
    if (objects.size >= maxObjects) throw failure('limit')
    ids.set(v, id = lastId += 2)
    objects.set(id, [v, 0])
  }
  const o = /** @type {[any, number]} */ (objects.get(id))
  o[1]++
  return { $p: [id, 1] }
}

/** Names v, a function of a module, as the server does. @param {number} id @param {any} v */
export function define(id, v) {
  objects.set(id, [v, Infinity])
  ids.set(v, id)
}

/** The server has released some: [5,id,count,…]. @param {number[]} m */
export function released([, ...pairs]) {
  while (pairs.length) {
    const [id, count] = pairs.splice(0, 2)
    const o = objects.get(id)
    if (o && !(o[1] -= count)) {
      objects.delete(id)
      ids.delete(o[0])
    }
  }
}

/**
 * Returns a reader of references, which adds the functions of the server that it
 * meets to came. invoke calls one of them by its id.
 *
 * @param {Function[]} came
 * @param {(id: number, args: any[]) => any} invoke
 */
export function resolver(came, invoke) {
  /** @param {string} kind @param {number[]} ref */
  return (kind, [id, count]) => {
    if (kind == 'p') return objects.get(id)?.[0]
    let f = proxies.get(id)?.deref()
    if (!f || !counts.get(f)?.[1]) {
      f = (/** @type {any[]} */ ...args) => invoke(id, args)
      /** @type {[number, number]} */
      const held = [id, 0]
      counts.set(f, held)
      proxies.set(id, new WeakRef(f))
      dropped.register(f, held)
    }
    /** @type {any} */ (counts.get(f))[1] += count
    came.push(f)
    return f
  }
}
