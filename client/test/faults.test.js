// @ts-check
// The runtime over networks with faults: a server that keeps the protocol
// (docs/protocol.md) and sockets that are slow, break at any message, or say
// HELLO twice. What both sides send must arrive once and in order.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { limits, load, settled } from './page.js'

/** Random numbers that follow from a seed. @param {number} seed @returns {(n: number) => number} one below n */
function random(seed) {
  let a = seed * 0x9e3779b9 | 0
  return (n) => {
    a = a + 0x6d2b79f5 | 0
    let t = Math.imul(a ^ a >>> 15, 1 | a)
    t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t
    return ((t ^ t >>> 14) >>> 0) % n
  }
}

/** One socket: the page's end is a WebSocket, the server's is what Server reads. */
class Wire {
  readyState = 0
  broken = false
  /** @type {string[][]} what is under way, to the server and to the page */
  queues = [[], []]
  onopen = () => {}
  onclose = () => {}
  /** @type {(e: { data: string }) => void} */
  onmessage = () => {}

  /** @param {Network} net */
  constructor(net) {
    this.net = net
    setTimeout(() => {
      if (this.readyState) return
      this.readyState = 1
      this.onopen()
    }, net.delay())
  }

  /** @param {string} text */
  send(text) {
    if (text.startsWith('["h"') && this.net.fault(3)) setTimeout(() => this.net.server.hello(JSON.parse(text), null), this.net.random(60))
    this.put(0, text)
  }

  close() {
    this.readyState = 3
    this.broken = true
  }

  /** @param {0 | 1} to @param {string} text */
  put(to, text) {
    if (this.broken) return
    this.queues[to].push(text)
    setTimeout(() => this.arrive(to), this.net.delay())
    if (this.net.fault(10)) this.cut()
  }

  /** @param {0 | 1} to */
  arrive(to) {
    const text = this.queues[to].shift()
    if (text == null) return
    if (!to) this.net.server.receive(this, JSON.parse(text))
    else if (this.readyState == 1) this.onmessage({ data: text })
  }

  /** Breaks, and loses some of what is under way. The page learns of it, sooner or later. */
  cut() {
    this.broken = true
    for (const q of this.queues) q.length = this.net.random(q.length + 1)
    setTimeout(() => {
      if (this.readyState == 3) return
      this.readyState = 3
      this.onclose()
    }, this.net.random(20))
  }
}

class Network {
  faults = 12
  /** @param {number} seed */
  constructor(seed) {
    this.random = random(seed)
    this.server = new Server()
  }
  delay() { return this.fault(15) ? this.random(40) : this.random(3) }
  /** @param {number} oneIn */
  fault(oneIn) { return this.faults > 0 && !this.random(oneIn) && !!this.faults-- }
}

/** A session as the server keeps it. */
class Server {
  attempt = 0
  token = 0
  before = 0
  confirmed = true
  rx = 0
  tx = 0
  /** @type {[number, any[]][]} */
  log = []
  /** @type {Wire | null} */
  wire = null
  /** @type {number[]} */
  events = []
  /** @type {number[]} */
  called = []
  /** @type {Map<number, number>} calls of the page that run */
  running = new Map()
  /** @type {number[]} results of the page's functions, in order */
  results = []
  /** @type {string[]} */
  wrong = []
  repeated = 0

  /** @param {any[]} f @param {Wire | null} wire null if nobody listens */
  hello([, , , attempt, rx, ticket, sid, token], wire) {
    if (attempt <= this.attempt) return wire?.cut()
    const number = sid ? +token : 0
    if (sid ? number != this.token && (this.confirmed || number != this.before) : this.token && this.confirmed || ticket != 't1') {
      this.wrong.push('theft: token ' + token + ' of ' + this.token)
    }
    this.attempt = attempt
    this.before = number
    this.token++
    this.confirmed = false
    this.wire = wire
    this.forget(rx)
    const allowed = [...limits]
    allowed[2] = allowed[3] = 1e6
    allowed[4] = 8
    allowed[8] = 2
    wire?.put(1, JSON.stringify(['w', 'sid', '' + this.token, this.rx, allowed]))
    for (const [seq, msgs] of this.log) wire?.put(1, JSON.stringify([seq, this.rx, ...msgs]))
  }

  /** @param {number} ack */
  forget(ack) {
    if (ack > this.tx) this.wrong.push('confirmed ' + ack + ' of ' + this.tx)
    this.log = this.log.filter(([seq]) => seq > ack)
  }

  /** @param {...any} msgs */
  send(...msgs) {
    this.log.push([++this.tx, msgs])
    this.wire?.put(1, JSON.stringify([this.tx, this.rx, ...msgs]))
  }

  /** @param {Wire} wire @param {any[]} f */
  receive(wire, f) {
    if (f[0] == 'h') return this.hello(f, wire)
    if (wire != this.wire) return
    this.confirmed = true
    const [seq, ack, ...msgs] = f
    this.forget(ack)
    if (!seq) return
    if (seq <= this.rx) this.repeated++
    else if (seq > this.rx + 1) this.wrong.push('a gap: ' + seq + ' after ' + this.rx)
    else {
      this.rx = seq
      for (const m of msgs) this.message(m)
    }
  }

  /** @param {any[]} m */
  message([kind, id, , arg]) {
    if (kind == 0) this.events.push(id)
    else if (kind == 1) this.call(id, arg)
    else if (kind == 2) this.results.push(id)
    else if (kind == 4 || kind == 8) this.cancel(id, kind == 8)
    else if (kind != 5) this.wrong.push('kind ' + kind)
  }

  /** @param {number} id @param {number} n */
  call(id, n) {
    this.called.push(n)
    this.running.set(id, n)
    setTimeout(() => {
      if (this.running.delete(id)) this.send([2, id, 2 * n])
    }, n % 7)
  }

  /** @param {number} id @param {boolean} unseen */
  cancel(id, unseen) {
    if (this.running.delete(id) || unseen && id) this.send([3, id, 'canceled', ''])
  }
}

const rounds = 30

/** @param {number} seed */
async function converse(seed) {
  const page = await load({ 'm.js': 'export const twice = (x) => 2 * x' })
  const net = new Network(seed)
  const { server } = net
  globalThis.WebSocket = /** @type {any} */ (class extends Wire { constructor() { super(net) } })
  page.socket().cut()
  page.window.dispatchEvent(new Event('online'))
  server.send([6, 1, './m.js'])
  let answers = 0
  /** @type {string[]} */
  const wrong = []
  for (let i = 0; i < rounds; i++) {
    page.omg.send([0, i])
    server.send([1, i + 1, [1, 'twice'], i])
    const abort = new AbortController()
    page.omg.callWith(abort.signal, 'f', [i]).then((/** @type {number} */ v) => v == 2 * i || wrong.push('f(' + i + ') = ' + v),
      (/** @type {Error} */ e) => abort.signal.aborted || wrong.push('f(' + i + '): ' + e)).then(() => answers++)
    if (net.random(2)) setTimeout(() => abort.abort(), net.random(15))
    await settled(net.random(4))
    if (!net.random(4)) page.window.dispatchEvent(new Event('online'))
  }
  const done = () => answers == rounds && server.events.length >= rounds && server.results.length >= rounds
  for (const end = Date.now() + 60_000; !done() && Date.now() < end;) {
    await settled(5)
    page.window.dispatchEvent(new Event('online')) // it need not wait
  }
  server.wire?.onmessage({ data: '["l","over"]' })
  return { ...server, answers, wrong: [...wrong, ...server.wrong, ...page.errors.map(String)] }
}

const all = Array.from({ length: rounds }, (_, i) => i)
const seeds = process.env.OMG_LONG ? 1000 : 30

test(`conversations over ${seeds} networks with faults`, async () => {
  for (let seed = 1; seed <= seeds; seed++) {
    const s = await converse(seed)
    const where = 'seed ' + seed
    assert.deepEqual(s.wrong, [], where)
    assert.equal(s.answers, rounds, where + ': calls that were answered or given up')
    assert.deepEqual(s.events, all, where)
    assert.deepEqual(s.results, all.map((i) => i + 1), where)
    assert.deepEqual(s.called, [...new Set(s.called)].sort((a, b) => a - b), where + ': calls in order, once')
  }
})

test('a call that is cancelled on a socket that went is counted off', async () => {
  const page = await load()
  page.socket().open()
  const four = [...limits]
  four[4] = 4
  page.socket().frame('w', 'sid', 'token', 0, four)
  const abort = new AbortController()
  const given = Array.from({ length: 4 }, () => page.omg.callWith(abort.signal, 'f', []).catch(() => 'given up'))
  await settled()
  page.socket().cut()
  abort.abort()
  assert.deepEqual(await Promise.all(given), ['given up', 'given up', 'given up', 'given up'])
  page.window.dispatchEvent(new Event('online'))
  page.welcome()
  const voids = page.socket().messages(8)
  assert.deepEqual(voids, [[8, 1], [8, 2], [8, 3], [8, 4]])
  page.socket().frame(1, 1, ...voids.map(([, id]) => [3, id, 'canceled', '']))
  page.omg.call('f')
  await settled()
  assert.deepEqual(page.socket().messages(1), [[1, 5, 'f']])
})
