// @ts-check
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { load, limits, settled } from './page.js'

test('says hello with its ticket, then with its session and token', async () => {
  const page = await load()
  page.socket().open()
  assert.deepEqual(page.socket().sent, [['h', 1, 'b1', 1, 0, 't1', null, null]])
  page.socket().frame('w', 'sid', 'tok', 0, limits)
  assert.equal(page.document.documentElement.dataset.omg, 'connected')
  assert.deepEqual(page.socket().sent[1], [0, 0], 'WELCOME is confirmed at once')
  page.socket().frame(1, 0, [8])
  page.socket().cut()
  page.window.dispatchEvent(new Event('online'))
  page.socket().open()
  assert.deepEqual(page.socket().sent, [['h', 1, 'b1', 2, 1, null, 'sid', 'tok']])
})

test('shows and tells its state', async () => {
  const page = await load()
  /** @type {string[]} */
  const told = []
  for (const name of ['connected', 'lost', 'restored', 'ended']) {
    page.document.addEventListener('omg:' + name, () => told.push(name))
  }
  page.welcome()
  page.socket().cut()
  assert.equal(page.banner.textContent, 'Gone.')
  page.window.dispatchEvent(new Event('online'))
  page.welcome()
  assert.equal(page.banner.textContent, '')
  page.socket().frame('l', 'ended')
  assert.deepEqual(told, ['connected', 'lost', 'restored', 'ended'])
  assert.equal(page.reloads.count, 1)
  page.window.dispatchEvent(new Event('online'))
  assert.equal(page.sockets(), 2, 'no socket after the end')
})

test('does not load again where a listener prevents it, nor before it was connected', async () => {
  const page = await load()
  page.document.addEventListener('omg:ended', (/** @type {Event} */ e) => e.preventDefault())
  page.welcome()
  page.socket().frame('l', 'ended')
  assert.equal(page.reloads.count, 0)
  const other = await load()
  other.socket().open()
  other.socket().frame('l', 'full')
  assert.equal(other.reloads.count, 0)
})

test('sends what is not confirmed again, in order, once', async () => {
  const page = await load()
  page.welcome()
  page.omg.send([0, 'a'])
  await settled()
  page.omg.send([0, 'b'])
  page.omg.send([0, 'c'])
  await settled()
  assert.deepEqual(page.socket().sent.slice(2), [[1, 0, [0, 'a']], [2, 0, [0, 'b'], [0, 'c']]])
  page.socket().cut()
  page.omg.send([0, 'd'])
  page.window.dispatchEvent(new Event('online'))
  page.welcome(1)
  assert.deepEqual(page.socket().sent.slice(2), [[2, 0, [0, 'b'], [0, 'c']], [3, 0, [0, 'd']]])
  page.socket().frame(0, 3)
  page.socket().cut()
  page.window.dispatchEvent(new Event('online'))
  page.welcome(3)
  assert.deepEqual(page.socket().sent.slice(1), [[0, 0]])
})

test('applies each frame once and closes on a gap', async () => {
  const page = await load()
  /** @type {any[]} */
  const got = []
  page.omg.on(0, (/** @type {any[]} */ m) => got.push(m[1]))
  page.welcome()
  page.socket().frame(1, 0, [0, 'a'])
  page.socket().frame(1, 0, [0, 'a'])
  page.socket().frame(2, 0, [0, 'b'])
  assert.deepEqual(got, ['a', 'b'])
  page.socket().frame(4, 0, [0, 'd'])
  assert.equal(page.socket().readyState, 3)
  assert.deepEqual(got, ['a', 'b'])
})

test('hears nothing of a socket that it has left', async () => {
  const page = await load()
  /** @type {any[]} */
  const got = []
  page.omg.on(0, (/** @type {any[]} */ m) => got.push(m[1]))
  page.welcome()
  const old = page.socket()
  old.cut()
  old.frame(1, 0, [0, 'late'])
  assert.deepEqual(got, [])
})

test('a message that throws ends nothing else', async () => {
  const page = await load()
  /** @type {any[]} */
  const got = []
  page.omg.on(0, (/** @type {any[]} */ m) => { if (m[1] == 'bad') throw new Error('bad'); got.push(m[1]) })
  page.welcome()
  page.socket().frame(1, 0, [0, 'bad'], [0, 'good'])
  assert.deepEqual(got, ['good'])
  assert.equal(page.errors.length, 1)
})

test('confirms by bytes and by count, and answers pings', async () => {
  const page = await load()
  page.welcome()
  const acks = () => page.socket().sent.slice(2).map((f) => f[1])
  page.socket().frame(1, 0, [0, 'x'.repeat(9000)])
  assert.deepEqual(acks(), [1])
  for (let i = 2; i < 80; i++) page.socket().frame(i, 0, [0])
  assert.ok(acks().length == 2, 'some frames are confirmed together')
  page.socket().frame(0, 0)
  assert.equal(acks().at(-1), 79)
})

test('says goodbye when it is left and comes back when it is shown', async () => {
  const page = await load()
  page.welcome()
  const old = page.socket()
  page.window.dispatchEvent(new Event('pagehide'))
  assert.deepEqual(old.sent.at(-1), ['b'])
  assert.equal(old.readyState, 3)
  assert.equal(page.sockets(), 1)
  page.window.dispatchEvent(new Event('pageshow'))
  assert.equal(page.sockets(), 2)
})

test('a page that is prerendered connects when it is shown', async () => {
  const before = Object.getOwnPropertyDescriptor(EventTarget.prototype, 'prerendering')
  assert.equal(before, undefined)
  Object.defineProperty(EventTarget.prototype, 'prerendering', { value: true, configurable: true })
  const page = await load()
  assert.equal(page.sockets(), 0)
  Reflect.deleteProperty(EventTarget.prototype, 'prerendering')
  page.window.dispatchEvent(new Event('prerenderingchange'))
  assert.equal(page.sockets(), 1)
})

test('tries again later and later, within the jitter', async (t) => {
  const now = Date.now()
  t.mock.method(Date, 'now', () => now) // the watch for silence is 6e4 then, to the millisecond
  const page = await load()
  const delays = /** @type {number[]} */ ([])
  t.mock.method(globalThis, 'setTimeout', (/** @type {() => void} */ fn, /** @type {number} */ ms) => { if (ms < 6e4) delays.push(ms) })
  t.mock.method(Math, 'random', () => 1)
  for (let i = 0; i < 7; i++) {
    page.socket().cut()
    page.window.dispatchEvent(new Event('online'))
  }
  assert.deepEqual(delays, [1000, 2000, 4000, 8000, 16000, 30000, 30000])
})

test('gives up a socket that is silent', async (t) => {
  const page = await load()
  let now = Date.now()
  /** @type {{ fn: () => void, at: number }[]} */
  let timers = []
  t.mock.method(Date, 'now', () => now)
  t.mock.method(globalThis, 'setTimeout', (/** @type {() => void} */ fn, /** @type {number} */ ms) => { timers.push({ fn, at: now + ms }) })
  const pass = (/** @type {number} */ ms) => {
    now += ms
    const due = timers.filter(({ at }) => at <= now)
    timers = timers.filter(({ at }) => at > now)
    for (const { fn } of due) fn()
  }
  page.welcome(0, { 7: 100 })
  const first = page.socket()
  pass(60)
  first.frame(0, 0)
  pass(60)
  assert.equal(first.readyState, 1, 'it was heard')
  pass(100)
  assert.equal(first.readyState, 3)
  assert.equal(page.document.documentElement.dataset.omg, 'lost')
})
