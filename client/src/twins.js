// @ts-check
// Twins: objects that also exist in the backend. A module of its own, which
// comes with the first type that has twins.
//
// The record of a twin holds its slots and goes with the original. What code in
// the page has is a handle on it, and the backend is told when that is dropped.

import { callWith, failure, mirrors, track } from './omg.js'

/**
 * @typedef {{ $: any, parts: Record<string, Tree> }} Tree the slots of an object and of what it embeds
 * @typedef {[name: string, parts: string[], field: string, from: (x: any) => any]} Slot
 * @typedef {{ make: () => any, slots: Slot[], parts: string[][], [hook: string]: any }} Type
 * @typedef {{ value: any, ctx: any, resolve: (v: any) => void, reject: (e: any) => void }} Proposal
 * @typedef {object} Twin
 * @property {number} id
 * @property {Type} type
 * @property {Tree} [tree]
 * @property {WeakRef<any>} [handle]
 * @property {any[]} held
 * @property {Record<string, [number, number]>} known incarnation and revision, by slot
 * @property {Record<string, any>} confirmed
 * @property {Record<string, Proposal[]>} proposals of a slot: one on its way, one that waits
 * @property {AbortController} run
 * @property {boolean} [loaded]
 */

/** @type {Map<number, Twin>} */
const twins = new Map()

/** @type {WeakMap<any, Twin>} */
const twinOf = new WeakMap()

/** Makes a twin: compiled code calls it with what it knows of the type. @param {number} id @param {Type} type */
export function twin(id, type) {
  twins.set(id, { id, type, held: [], known: {}, confirmed: {}, proposals: {}, run: new AbortController() })
}

/** Returns what path leads to. @param {any} from @param {string[]} path @param {(x: any, name: string) => any} step */
const walk = (from, path, step) => path.reduce(step, from)
/** @param {any} o @param {string} name */
const part = (o, name) => o[name]
/** @param {Tree} t @param {string} name */
const branch = (t, name) => t.parts[name] ||= { $: {}, parts: {} }

/** Returns the handle of a twin, a new one if code has dropped it. @param {Twin} t */
function handleOf(t) {
  const known = t.handle?.deref()
  if (known) return known
  const h = t.type.make()
  const first = !t.tree
  t.tree ||= { $: h.$, parts: {} }
  h.$ = t.tree.$
  t.held = [t.id, 0, 1]
  for (const path of [[], ...t.type.parts]) {
    const o = walk(h, path, part)
    const node = walk(t.tree, path, branch)
    if (first) node.$ = o.$
    o.$ = node.$
    o.$whole = h
    twinOf.set(o, t)
    track(o, t.held, o == h)
  }
  t.handle = new WeakRef(h)
  return h
}

mirrors.find = (/** @type {number} */ id, /** @type {number} */ count) => {
  const t = twins.get(id)
  if (!t) throw failure('released')
  const h = handleOf(t)
  t.held[1] += count
  return h
}

/** Runs a method that the type may have. @param {Twin} t @param {string} hook */
const run = async (t, hook) => {
  try {
    await t.type[hook]?.call(t.run.signal, handleOf(t))
  } catch (e) {
    reportError(e)
  }
}

/** Shows the newest proposal for a slot, else what is confirmed. @param {Twin} t @param {Slot} slot */
function show(t, [name, path, field, from]) {
  const last = t.proposals[name]?.at(-1)
  walk(t.tree, path, branch).$[field] = from(last ? last.value : t.confirmed[name])
}

// [7,id,incarnation,slot,revision,value,…]; [7,id]: the twin is no more.
mirrors.slots = (/** @type {any[]} */ [, id, incarnation, ...list], /** @type {(v: any) => any} */ read) => {
  const t = twins.get(id)
  if (!t) return
  if (!incarnation) return end(t)
  const h = handleOf(t)
  let news = false
  for (let i = 0; i < list.length; i += 3) {
    const [name, revision] = [list[i], list[i + 1]]
    const value = read(list[i + 2])
    const [a, b] = t.known[name] || [0, -1]
    if (incarnation < a || incarnation == a && revision <= b) continue
    t.known[name] = [incarnation, revision]
    const slot = t.type.slots.find((s) => s[0] == name)
    if (slot) {
      news = true
      t.confirmed[name] = value
      show(t, slot)
    } else if (t.loaded) run(t, 'SyncData')
  }
  if (!t.loaded) run(t, 'Appear')
  else if (news) run(t, 'Synced')
  t.loaded = true
  return h
}

/** @param {Twin} t */
function end(t) {
  const h = handleOf(t)
  twins.delete(t.id)
  t.held[1] = 0
  t.held[2] = 2
  run(t, 'Vanish')
  t.run.abort(failure('released'))
  return h
}

/**
 * Proposes a value for a slot. One proposal is on its way, and one waits for its
 * answer; a newer one takes the place of that.
 *
 * @param {any} ctx
 * @param {any[]} args the twin, the slot's name, the value
 */
export const propose = (ctx, [object, name, value]) => new Promise((resolve, reject) => {
  const t = twinOf.get(object)
  const slot = t?.type.slots.find((s) => s[0] == name)
  if (!t || !slot) throw failure('released')
  const all = t.proposals[name] ||= []
  if (all[1]) all.pop()?.reject(failure('superseded'))
  all.push({ value, ctx, resolve, reject })
  show(t, slot)
  if (!all[1]) advance(t, slot)
})

/** Sends the first proposal for a slot. @param {Twin} t @param {Slot} slot */
async function advance(t, slot) {
  const [name] = slot
  const all = t.proposals[name]
  const [{ ctx, value, resolve, reject }] = all
  try {
    resolve(await callWith(ctx, 'github.com/omg-go/omg/mirror.propose', [handleOf(t), name, value, t.known[name][1]]))
  } catch (e) {
    reject(e)
  }
  all.shift()
  show(t, slot)
  if (all[0]) advance(t, slot)
}
