// @ts-check
// Calls both ways.

import { answered, limits, missing, on, send } from './index.js'
import { define, failure, mirrors, objects, refer, released, releaseAll, resolver } from './handles.js'
import { decodeValue, encodeValue } from './value.js'

/** @typedef {AbortSignal & { depth?: number }} Context an abort signal, and how many calls are around */

/** @type {Map<number, [resolve: (v: any) => void, reject: (e: any) => void]>} */
const calls = new Map()
let lastCall = 0

/** @type {Map<number, AbortController>} what runs here, or waits to, for the server */
const running = new Map()

/** @type {any[]} by the server's numbers: the URL, then what it exports */
const modules = []

/** @type {((value: any) => void)[]} who waits for a module to be announced */
const expecting = []

/** Imports a module, once the server has announced it: an element that the GET drew names it before. @param {number} n */
export const load = async (n) => {
  while (!modules[n]) await new Promise((resolve) => expecting.push(resolve))
  return modules[n] = typeof modules[n] == 'string' ? await importModule(modules[n]) : modules[n]
}

/** @type {Promise<any> | undefined} that all has started which came so far */
let order

/** How many wait to be started, and how many of those are slots. */
let starting = 0
let behind = 0

/**
 * Has fn run when all that came before has started, and the module is there that
 * it needs, or it is known why not.
 *
 * @param {(module: any, why: any) => void} fn
 * @param {any} needs
 */
function inOrder(fn, needs) {
  starting++
  order = Promise.allSettled([needs, order]).then((/** @type {any[]} */ [{ value, reason }]) => {
    starting--
    fn(value, reason)
  })
}

/**
 * Calls a function of the backend.
 *
 * @param {string} name
 * @param {...any} args
 * @returns {Promise<any>}
 */
export const call = (name, ...args) => callWith(undefined, name, args)

/**
 * Calls a function of the backend, by name or by the id of a function value,
 * until ctx is aborted. A function that the server calls has its ctx as this.
 *
 * @param {Context | undefined} ctx
 * @param {string | number} target
 * @param {any[]} args
 * @returns {Promise<any>}
 */
export const callWith = (ctx, target, args) => new Promise((resolve, reject) => {
  ctx?.throwIfAborted()
  const id = ++lastCall
  const m = [1, id, ctx?.depth ? [target, ctx.depth] : target, ...encodeValue(args, refer, 'args')]
  if (JSON.stringify(m).length > limits[1]) throw failure('limit')
  calls.set(id, [resolve, reject])
  ctx?.addEventListener('abort', () => {
    reject(ctx.reason)
    // Void, if it has not left yet, or is to go again.
    m.splice(0, m.length, 8, id)
    send([4, id])
  })
  send(m)
})

/** @param {any} v @param {Function[]} came */
const read = (v, came) => decodeValue(v, resolver(came, (id, args) => callWith(undefined, id, args)))

/** @param {0 | 1} how @param {(m: any[]) => any} value */
const settle = (how, value) => (/** @type {any[]} */ m) => {
  const c = calls.get(m[1])
  if (!c) return
  calls.delete(m[1])
  answered()
  // Slots that were sent before are there when the caller goes on.
  const done = () => c[how](value(m))
  behind ? inOrder(done, 0) : done()
}
on(2, settle(0, (m) => read(m[2], [])))
on(3, settle(1, (m) => failure(m[2], m[3])))
on(4, (m) => running.get(m[1])?.abort(failure('canceled')))
on(5, released)
on(6, ([, n, url]) => {
  modules[n] = url
  expecting.splice(0).map((go) => go(0))
  load(n).catch(() => {}) // at once: an element may need it when the server is away
})
on(7, (m) => {
  const apply = () => mirrors.slots?.(m, (/** @type {any} */ v) => read(v, []))
  if (!starting) return apply()
  behind++
  inOrder(() => {
    behind--
    apply()
  }, 0)
})
on(11, ([, id, n, name]) => inOrder((module) => define(id, module?.[name]), load(n)))

/**
 * Imports a module; fails after 10 s. One that is not there shows that the page
 * is older than the server.
 *
 * @param {string} url
 * @returns {Promise<any>}
 */
export const importModule = (url) => Promise.race([
  import(new URL(url, import.meta.url).href),
  new Promise((_, reject) => setTimeout(reject, 1e4, failure('import', url))),
]).catch((e) => {
  if (e instanceof TypeError) missing(url)
  throw e
})

// [1,id,target,args…]: starts in the order of arrival, waiting only for modules.
on(1, ([, id, target, ...args]) => {
  const [n, name, depth] = /** @type {any[]} */ ([]).concat(target)
  const run = new AbortController()
  /** @type {Context} */
  const ctx = run.signal
  running.set(id, run)
  const named = typeof name == 'string'
  ctx.depth = ((named ? depth : name) || 0) + 1
  inOrder(async (module, why) => {
    /** @type {Function[]} */
    const came = []
    try {
      if (why) throw why
      ctx.throwIfAborted()
      const fn = named ? module?.[name] : objects.get(n)?.[0]
      if (!fn) throw failure(named ? 'unknown' : 'released')
      const v = await fn.apply(ctx, read(args, came))
      if (id) send([2, id, encodeValue(v, refer, 'result')])
    } catch (/** @type {any} */ e) {
      if (id) send([3, id, typeof e?.code == 'string' ? e.code : 'threw', '' + (e?.message || e)])
    }
    running.delete(id)
    releaseAll(came)
  }, named && load(n))
})
