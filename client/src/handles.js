// @ts-check
// Objects and functions that the two sides hold of each other. Who exports
// counts how often it has sent; who imports releases with the count of that very
// proxy.

import { limits, send } from './index.js'

/** @type {Map<number, [value: any, count: number]>} what the server holds of the page; odd ids are the server's choice */
export const objects = new Map()

/** @type {Map<any, number>} */
const ids = new Map()
let lastId = 0

/** @type {Map<number, WeakRef<Function>>} what the page holds of the server */
const proxies = new Map()

/** @type {WeakMap<WeakKey, number[]>} their ids, how often they came, and of twins 1, or 2 once they are over */
const counts = new WeakMap()
const kept = new WeakSet()

/** @param {number[]} held */
const release = (held) => {
  if (held[1]) send([5, held[0], held[1]])
  held[1] = 0
}

/** @type {FinalizationRegistry<number[]>} */
const dropped = new FinalizationRegistry(release)

/** @type {any} what the module of twins has: find, which returns the twin of an id, and slots */
export const mirrors = {}

/** Says that o crosses as what held tells, and has that released with o, if it is the whole. @param {WeakKey} o @param {number[]} held @param {boolean} whole */
export function track(o, held, whole) {
  counts.set(o, held)
  if (whole) dropped.register(o, held)
}

/**
 * Returns the error that stands for what the other side, or a limit, refused.
 *
 * @param {string} code
 * @param {string} [message]
 */
export const failure = (code, message) => Object.assign(new Error(message || code), { code })

/** Makes a function of the server outlive the call that it came with. @template {WeakKey} T @param {T} f @returns {T} */
export const keep = (f) => kept.add(f) && f

/** Releases what came with a call, except what was kept. @param {Function[]} came */
export function releaseAll(came) {
  for (const f of came) if (!kept.has(f)) release(/** @type {number[]} */ (counts.get(f)))
}

/**
 * What crosses in place of v, undefined if it is to cross field by field.
 *
 * @param {any} v
 */
export function refer(v) {
  const own = counts.get(v)
  if (own) {
    if (own[2] > 1) throw failure('released')
    return { [own[2] ? '$x' : '$s']: [own[0], 0] }
  }
  const proto = Object.getPrototypeOf(v)
  if (!proto || proto == Object.prototype) return
  const id = ids.get(v) || define(lastId += 2, v, 0)
  const o = /** @type {[any, number]} */ (objects.get(id))
  o[1]++
  return { $p: [id, 1] }
}

/** Names v: as the server does a function of a module, for ever. @param {number} id @param {any} v @param {number} [count] */
export function define(id, v, count = Infinity) {
  if (objects.size >= limits[5]) throw failure('limit')
  objects.set(id, [v, count])
  ids.set(v, id)
  return id
}

/** The server has released some: [5,id,count,…]. @param {number[]} m */
export function released([, id, count, ...more]) {
  const o = objects.get(id)
  if (o && !(o[1] -= count)) {
    objects.delete(id)
    ids.delete(o[0])
  }
  if (more[0]) released([5, ...more])
}

/**
 * Returns a reader of references, which adds the functions of the server that it
 * meets to came. invoke calls one of them by its id.
 *
 * @param {Function[]} came
 * @param {(id: number, args: any[]) => any} invoke
 */
export const resolver = (came, invoke) => (/** @type {string} */ kind, /** @type {number[]} */ [id, count]) => {
  if (kind == 'p') return objects.get(id)?.[0]
  if (kind == 'x') return mirrors.find(id, count)
  let f = proxies.get(id)?.deref()
  let held = counts.get(/** @type {any} */ (f))
  if (!f || !held?.[1]) {
    f = (/** @type {any[]} */ ...args) => invoke(id, args)
    held = [id, 0]
    counts.set(f, held)
    proxies.set(id, new WeakRef(f))
    dropped.register(f, held)
  }
  held[1] += count
  came.push(f)
  return f
}
