// @ts-check
// Calls both ways.

import { define, objects, refer, released, releaseAll, resolver } from './handles.js'
import { failure, maxCall } from './limits.js'
import { reloadOnce } from './state.js'
import { answered, on, send, unsend } from './stream.js'
import { decodeValue, encodeValue } from './value.js'

/** @typedef {AbortSignal & { depth?: number }} Context an abort signal, and how many calls are around */

/** @type {Map<number, [resolve: (v: any) => void, reject: (e: any) => void]>} */
const calls = new Map()
let lastCall = 0

/** @type {Map<number, AbortController>} what runs here, or waits to, for the server */
const running = new Map()

/** @type {Map<number, [url: string, module?: any]>} by the server's numbers */
const modules = new Map()

/** @type {Promise<any> | undefined} the last start that waits for a module */
let waiting

/** @type {Set<Promise<any>>} functions named as values whose modules come */
const naming = new Set()

/**
 * Calls a function of the backend.
 *
 * @param {string} name
 * @param {...any} args
 * @returns {Promise<any>}
 */
export function call(name, ...args) { return callWith(undefined, name, args) }

/**
 * Calls a function of the backend, by name or by the id of a function value,
 * until ctx is aborted. A function that the server calls has its ctx as this.
 *
 * @param {Context | undefined} ctx
 * @param {string | number} target
 * @param {any[]} args
 * @returns {Promise<any>}
 */
export function callWith(ctx, target, args) {
  return new Promise((resolve, reject) => {
    ctx?.throwIfAborted()
    const id = ++lastCall
    const m = [1, id, ctx?.depth ? [target, ctx.depth] : target, ...encodeValue(args, refer, 'args')]
    if (JSON.stringify(m).length > maxCall) throw failure('limit')
    const abort = () => {
      reject(ctx?.reason)
      if (unsend(m)) calls.delete(id)
      else send([4, id])
    }
    calls.set(id, [resolve, reject])
    ctx?.addEventListener('abort', abort)
    send(m)
  })
}

/** @param {Function[]} came */
function resolve(came) { return resolver(came, (id, args) => callWith(undefined, id, args)) }

/** @param {any[]} m @param {0 | 1} how @param {() => any} value */
function settle([, id], how, value) {
  const c = calls.get(id)
  if (!c) return
  calls.delete(id)
  answered()
  c[how](value())
}
on(2, (m) => settle(m, 0, () => decodeValue(m[2], resolve([]))))
on(3, (m) => settle(m, 1, () => failure(m[2], m[3])))
on(4, (m) => running.get(m[1])?.abort())
on(5, released)
on(6, ([, n, url]) => modules.set(n, [url]))
on(11, ([, id, n, name]) => {
  const p = load(n).then((m) => { define(id, m[name]) }).finally(() => naming.delete(p))
  naming.add(p)
})

/**
 * Imports a module; fails after 10 s.
 *
 * @param {string} url
 * @returns {Promise<any>}
 */
export function importModule(url) {
  /** @type {any} */
  let timer
  return Promise.race([
    import(new URL(url, import.meta.url).href),
    new Promise((_, reject) => { timer = setTimeout(reject, 1e4, failure('import', url)) }),
  ]).finally(() => clearTimeout(timer))
}

/** Imports the module of that number, once. @param {number} n */
async function load(n) {
  const m = modules.get(n)
  if (!m) throw failure('unknown')
  try {
    return m[1] ||= await importModule(m[0])
  } catch (e) {
    // Not there: the page is older than the server.
    if (e instanceof TypeError) reloadOnce(m[0])
    throw e
  }
}

// [1,id,target,args…]: starts in the order of arrival, waiting only for modules.
on(1, ([, id, target, ...args]) => {
  const [n, name, depth] = /** @type {any[]} */ ([]).concat(target)
  const f = typeof name == 'string'
  const run = new AbortController()
  if (id) running.set(id, run)
  /** @type {Context} */
  const ctx = run.signal
  ctx.depth = ((f ? depth : name) || 0) + 1

  const start = () => {
    /** @type {Function[]} */
    const came = []
    /** @param {any} e */
    const fail = (e) => id && send([3, id, e?.code || 'threw', '' + (e?.message || e)])
    const done = () => {
      running.delete(id)
      releaseAll(came)
    }
    try {
      ctx.throwIfAborted()
      const fn = f ? modules.get(n)?.[1]?.[name] : objects.get(n)?.[0]
      if (!fn) throw failure(f ? 'unknown' : 'released')
      const result = fn.apply(ctx, decodeValue(args, resolve(came)))
      /** @param {any} v */
      const reply = (v) => {
        if (id) send([2, id, encodeValue(v, refer, 'result')])
      }
      if (result?.then) return void result.then(reply).catch(fail).finally(done)
      reply(result)
    } catch (e) { fail(e) }
    done()
  }

  const missing = f && !modules.get(n)?.[1] && load(n)
  if (missing || waiting || naming.size) {
    const mine = waiting = Promise.allSettled([waiting, missing, ...naming]).then(() => {
      if (waiting == mine) waiting = undefined
      start()
    })
  } else start()
})
