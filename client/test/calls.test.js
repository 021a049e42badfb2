// @ts-check
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { limits, load, settled, until } from './page.js'

const maths = `
export const add = (x, y) => x + y
export function bad() { throw new Error('no') }
export async function slow(x) { await new Promise((r) => setTimeout(r, 20)); return x }
export function stopped() { return new Promise((_, no) => { this.onabort = () => no(new Error('stopped')) }) }
export function depth() { return this.depth }
export function use(f) { return f(1) }
export const keepIt = (f) => { globalThis.keep(f) }
export const make = () => globalThis.made = function made() { return 7 }
export const log = (x) => { (globalThis.logged ||= []).push(x) }
`

/** @returns {Promise<any>} */
async function connected() {
  const page = await load({ 'maths.js': maths })
  page.welcome()
  page.socket().frame(1, 0, [6, 1, './maths.js'])
  let seq = 1
  return Object.assign(page, {
    /** @param {any[]} msgs */
    say(...msgs) { page.socket().frame(++seq, 0, ...msgs) },
    /** @param {any[]} msgs */
    async ask(...msgs) {
      const answers = () => page.socket().messages(2).concat(page.socket().messages(3))
      const wanted = answers().length + Math.max(1, msgs.filter(([kind, id]) => kind == 1 && id).length)
      this.say(...msgs)
      await until(() => answers().length >= wanted)
      await settled()
      return answers()
    },
  })
}

test('runs functions of modules and answers', async () => {
  const page = await connected()
  const answers = await page.ask(
    [1, 1, [1, 'add'], 1, 2], [1, 2, [1, 'bad']], [1, 3, [1, 'slow'], 'x'], [1, 4, [1, 'none']], [1, 5, [1, 'depth', 3]], [1, 0, [1, 'add'], 1, 1])
  assert.deepEqual(answers, [[2, 1, 3], [2, 5, 4], [2, 3, 'x'], [3, 2, 'threw', 'no'], [3, 4, 'unknown', 'unknown']])
})

test('starts in order, those that wait for a module too', async () => {
  const page = await load({ 'a.js': 'await new Promise((r) => setTimeout(r, 30)); export const f = (x) => globalThis.order.push(x)', 'b.js': 'export const f = (x) => globalThis.order.push(x)' })
  Object.assign(globalThis, { order: [] })
  page.welcome()
  page.socket().frame(1, 0, [6, 1, './a.js'], [6, 2, './b.js'], [1, 0, [1, 'f'], 1], [1, 0, [2, 'f'], 2])
  page.socket().frame(2, 0, [1, 0, [1, 'f'], 3])
  await until(() => /** @type {any} */ (globalThis).order.length > 2)
  assert.deepEqual(/** @type {any} */ (globalThis).order, [1, 2, 3])
})

test('cancels: what runs is told, what waits never starts', async () => {
  const page = await connected()
  await page.ask([1, 1, [1, 'add'], 1, 1])
  page.say([1, 2, [1, 'stopped']])
  await settled()
  assert.deepEqual((await page.ask([4, 2])).at(-1), [3, 2, 'threw', 'stopped'])
  const fresh = await connected()
  fresh.say([1, 3, [1, 'log'], 'never'], [4, 3])
  await settled(30)
  assert.equal(/** @type {any} */ (globalThis).logged, undefined)
})

test('calls the backend', async () => {
  const page = await connected()
  const sum = page.omg.call('Add', 1, new Date(0))
  const failed = page.omg.call('Fail')
  await settled()
  assert.deepEqual(page.socket().messages(1), [[1, 1, 'Add', 1, { $t: '1970-01-01T00:00:00.000Z' }], [1, 2, 'Fail']])
  page.say([2, 1, { $i: '9007199254740993' }], [3, 2, 'limit', 'Too many.'])
  assert.equal(await sum, 9007199254740993n)
  await assert.rejects(failed, { code: 'limit', message: 'Too many.' })
})

test('a call that is aborted before it left never leaves', async () => {
  const page = await connected()
  const stop = new AbortController()
  const gone = page.omg.callWith(stop.signal, 'Add', [])
  stop.abort()
  await assert.rejects(gone, { name: 'AbortError' })
  await settled()
  assert.deepEqual(page.socket().messages(1), [])
  await assert.rejects(page.omg.callWith(stop.signal, 'Add', []), { name: 'AbortError' })
})

test('a call that is aborted later is cancelled, and void if it goes again', async () => {
  const page = await connected()
  const stop = new AbortController()
  const gone = page.omg.callWith(stop.signal, 'Add', [])
  await settled()
  stop.abort()
  await assert.rejects(gone, { name: 'AbortError' })
  await settled()
  assert.deepEqual(page.socket().messages(4), [[4, 1]])
  page.socket().cut()
  page.window.dispatchEvent(new Event('online'))
  page.welcome(0)
  assert.deepEqual(page.socket().sent.slice(2).map((/** @type {any[]} */ f) => f.slice(2)), [[[8, 1]], [[4, 1]]])
})

test('within a call, calls tell how deep they are', async () => {
  const page = await connected()
  page.omg.callWith(Object.assign(new AbortController().signal, { depth: 2 }), 'Add', [])
  await settled()
  assert.deepEqual(page.socket().messages(1), [[1, 1, ['Add', 2]]])
})

test('a function of the server lives for its call, unless it is kept', async () => {
  const page = await connected()
  page.say([1, 1, [1, 'use'], { $s: [7, 1] }])
  await until(() => page.socket().messages(1).length)
  assert.deepEqual(page.socket().messages(1), [[1, 1, 7, 1]])
  assert.deepEqual(page.socket().messages(5), [], 'while it runs')
  page.say([2, 1, 5])
  await until(() => page.socket().messages(5).length)
  assert.deepEqual(page.socket().messages(5), [[5, 7, 1]])
  Object.assign(globalThis, { keep: page.omg.keep })
  page.say([1, 2, [1, 'keepIt'], { $s: [8, 1] }])
  await settled(30)
  assert.deepEqual(page.socket().messages(5), [[5, 7, 1]])
})

test('counts what it exports, forgets what is released', async () => {
  const page = await connected()
  await page.ask([1, 1, [1, 'make']], [1, 2, [1, 'make']])
  const answers = page.socket().messages(2)
  assert.deepEqual(answers[0][2].$p[1], 1)
  const id = answers[0][2].$p[0]
  assert.equal(id % 2, 0, 'odd ids are the server\'s')
  assert.deepEqual((await page.ask([1, 3, id])).at(-1), [2, 3, 7])
  assert.deepEqual((await page.ask([5, id, 1], [1, 4, id])).at(-1), [3, 4, 'released', 'released'])
})

test('a function named by the server is the function itself', async () => {
  const page = await connected()
  const answers = await page.ask([11, 1, 1, 'add'], [1, 1, 1, 2, 3])
  assert.deepEqual(answers, [[2, 1, 5]])
})

test('long calls go in pieces, too long ones fail', async () => {
  const page = await connected()
  page.omg.call('Long', '\u20ac"'.repeat(40_000))
  await settled()
  const pieces = page.socket().messages(10)
  assert.ok(pieces.length > 1)
  assert.deepEqual(pieces.map((/** @type {any[]} */ p) => p[1]), [...Array(pieces.length - 1).fill(0), 1])
  assert.deepEqual(JSON.parse(pieces.map((/** @type {any[]} */ p) => p[2]).join('')), [1, 1, 'Long', '\u20ac"'.repeat(40_000)])
  for (const f of page.socket().sent) assert.ok(Buffer.byteLength(JSON.stringify(f)) <= limits[0])
  await assert.rejects(page.omg.call('TooLong', 'x'.repeat(2 << 20)), { code: 'limit' })
})

test('keeps the limits of calls in flight and of the rate', async (t) => {
  const page = await connected()
  for (let i = 0; i < 70; i++) page.omg.call('F', i)
  await settled()
  assert.equal(page.socket().messages(1).length, 64)
  page.omg.send([2, 99, null])
  await settled()
  assert.equal(page.socket().messages(2).length, 1, 'answers do not wait behind calls')
  page.say([2, 1, null], [2, 2, null])
  await settled()
  assert.equal(page.socket().messages(1).length, 66)

  let now = Date.now()
  t.mock.method(Date, 'now', () => now)
  const other = await load()
  other.welcome()
  for (let i = 0; i < 500; i++) other.omg.send([0, i])
  await settled()
  assert.equal(other.socket().messages(0).length, 400)
  now += 125
  other.omg.send([0, 500])
  await settled()
  assert.equal(other.socket().messages(0).length, 400, 'no more than a burst is unconfirmed')
  other.socket().frame(0, 1)
  other.omg.send([0, 501])
  await settled()
  const later = other.socket().messages(0)
  assert.equal(later.length, 412, 'a hundred a second')
  assert.deepEqual(later.map((m) => m[1]), later.map((_, i) => i), 'in order')
})

test('an import that hangs fails its call, not those after it', async (t) => {
  const page = await load({ 'hang.js': 'await new Promise(() => {})', 'maths.js': maths })
  page.welcome()
  const real = setTimeout
  t.mock.method(globalThis, 'setTimeout', (/** @type {any} */ fn, /** @type {number} */ ms, /** @type {any[]} */ ...args) => real(fn, ms == 1e4 ? 60 : ms, ...args))
  page.socket().frame(1, 0, [6, 1, './hang.js'], [6, 2, './maths.js'], [1, 1, [1, 'f']], [1, 2, [2, 'add'], 1, 2])
  await until(() => page.socket().messages(3).length && page.socket().messages(2).length)
  assert.deepEqual(page.socket().messages(3), [[3, 1, 'import', './hang.js']])
  assert.deepEqual(page.socket().messages(2), [[2, 2, 3]])
})

test('a module that is missing loads the page again, once', async () => {
  const page = await load()
  page.welcome()
  page.socket().frame(1, 0, [6, 1, 'data:text/javascript,throw new TypeError()'], [1, 1, [1, 'f']])
  await until(() => page.reloads.count)
  page.socket().frame(2, 0, [1, 2, [1, 'f']])
  await settled(30)
  assert.equal(page.reloads.count, 1)
})

test('the module of calls comes with the first message of its kind, and loses no order', async () => {
  const page = await load({ 'maths.js': maths }, true)
  page.welcome()
  page.socket().frame(1, 0, [6, 1, './maths.js'], [1, 1, [1, 'add'], 1, 2], [8], [1, 2, [1, 'add'], 3, 4])
  page.socket().frame(2, 0, [1, 3, [1, 'add'], 5, 6])
  await until(() => page.socket().messages(2).length > 2)
  assert.deepEqual(page.socket().messages(2), [[2, 1, 3], [2, 2, 7], [2, 3, 11]])
})

test('functions of the page run for events, until their element goes', async () => {
  const page = await load({ 'on.js': `
    export function live(e) { return new Promise((done) => { globalThis.ran.push(e.id); this.onabort = () => { globalThis.ran.push('end ' + e.id); done() } }) }
    export const bad = () => { throw new Error('bad') }` })
  /** @type {any[]} */
  const ran = []
  Object.assign(globalThis, { ran })
  page.welcome()
  page.socket().frame(1, 0, [6, 1, './on.js'])
  const a = { id: 'a', isConnected: true }, b = { id: 'b', isConnected: true }
  /** @param {any} e @param {string} type @param {string} key */
  const raise = async (e, type, key) => {
    page.deliver(['@', '@1.live', e, e, key, type])
    await until(() => ran.length)
    await settled()
    return ran.splice(0).join()
  }
  assert.equal(await raise(a, 'input', '1.5'), 'a')
  assert.equal(await raise(b, 'click', '1.6'), 'b')
  assert.equal(await raise(a, 'input', '1.5'), 'end a,a', 'the next input ends it')
  assert.equal(await raise(b, 'click', '1.6'), 'b', 'a click ends none')
  b.isConnected = false
  page.mutate()
  assert.equal(ran.splice(0).join(), 'end b,end b')
  page.deliver(['@', '@1.bad', a, a, '1.7', 'click'])
  await until(() => page.errors.length)
  assert.equal(page.errors.length, 1)
})
