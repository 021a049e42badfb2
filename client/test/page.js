// @ts-check
// A page without a browser: each call of open gives a fresh runtime with a fake
// document and a fake socket, whose other end the test is.

import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { pathToFileURL } from 'node:url'

const later = globalThis.setTimeout
/** @type {Set<any>} timers of the page */
const pending = new Set()

/** @param {number} [ms] */
export const settled = (ms = 0) => new Promise((resolve) => later(resolve, ms))

/** Waits for a condition, ms at most: a busy machine takes its time. @param {() => any} condition @param {number} [ms] */
export async function until(condition, ms = 6e4) {
  for (const end = performance.now() + ms; !condition() && performance.now() < end;) await settled(1)
}

/** As setTimeout, but no test waits for it, and the next page ends it. @param {any} fn @param {number} ms @param {any[]} args */
function timeout(fn, ms, ...args) {
  const timer = later(fn, ms, ...args)
  timer.unref()
  pending.add(timer)
  return timer
}

class FakeSocket {
  /** @type {FakeSocket[]} */
  static all = []
  readyState = 0
  /** @type {any[]} */
  sent = []
  onopen = () => {}
  onclose = () => {}
  /** @type {(e: { data: string }) => void} */
  onmessage = () => {}
  /** @param {string} url */
  constructor(url) {
    this.url = url
    FakeSocket.all.push(this)
  }
  /** @param {string} text */
  send(text) { this.sent.push(JSON.parse(text)) }
  close() { this.readyState = 3 }

  // What follows is the test's end.
  open() {
    this.readyState = 1
    this.onopen()
  }
  /** @param {any[]} frame */
  frame(...frame) { this.onmessage({ data: JSON.stringify(frame) }) }
  cut() {
    this.readyState = 3
    this.onclose()
  }
  /** @param {number} kind */
  messages(kind) { return this.sent.flatMap((f) => f[0] > 0 ? f.slice(2) : []).filter((m) => m[0] == kind) }
}

/** Limits as WELCOME brings them. */
export const limits = [65536, 1 << 20, 100, 400, 64, 1000, 16, 60000, 1000]

/**
 * Loads a runtime of its own.
 *
 * @param {Record<string, string>} [modules] files beside it
 * @param {boolean} [lazy] without the module of calls, until it is needed
 */
export async function load(modules = {}, lazy) {
  const dir = mkdtempSync(join(tmpdir(), 'omg-'))
  after(() => rmSync(dir, { recursive: true, force: true }))
  cpSync(new URL('../src', import.meta.url), dir, { recursive: true })
  writeFileSync(join(dir, 'package.json'), '{"type":"module"}')
  for (const [name, source] of Object.entries(modules)) writeFileSync(join(dir, name), source)
  pending.forEach(clearTimeout)
  pending.clear()
  FakeSocket.all = []
  /** @type {any} */
  const document = Object.assign(new EventTarget(), { querySelectorAll: () => [], implementation: { createHTMLDocument() {} } })
  /** @type {any} */
  const banner = { dataset: { lost: 'Gone.' }, textContent: '' }
  const reloads = { count: 0 }
  document.documentElement = { dataset: {} }
  document.body = { normalize() {} }
  document.querySelector = (/** @type {string} */ s) =>
    s == 'meta[name=omg]' ? { content: '{"ticket":"t1","build":"b1","calls":"./omg.js"}' } : banner
  const window = new EventTarget()
  /** @type {any[]} */
  const errors = []
  /** @type {Record<string, string>} */
  const storage = {}
  /** @type {(() => void)[]} */
  const observers = []
  class Observer {
    /** @param {(records: any[]) => void} fn */
    constructor(fn) { observers.push(() => fn([])) }
    observe() {}
    takeRecords() { return [] }
  }
  Object.assign(globalThis, {
    document, MutationObserver: Observer, IntersectionObserver: Observer, WebSocket: FakeSocket, fetch: async () => ({ ok: false }), location: { reload: () => { reloads.count++ } }, sessionStorage: storage,
    addEventListener: window.addEventListener.bind(window), reportError: (/** @type {any} */ e) => errors.push(e),
    setTimeout: timeout,
  })
  /** @param {string} name */
  const module = (name) => import(pathToFileURL(join(dir, name)).href)
  const omg = { ...await module('index.js'), ...lazy ? {} : await module('omg.js') }
  const { deliver } = await module('stream.js')
  const socket = () => /** @type {FakeSocket} */ (FakeSocket.all.at(-1))
  return {
    omg, document, window, banner, reloads, errors, socket, deliver,
    sockets: () => FakeSocket.all.length,
    /** Tells those who watch the document that it changed. */
    mutate() { for (const fn of observers) fn() },
    /** Answers HELLO. @param {number} [rx] */
    welcome(rx = 0, other = {}) {
      socket().open()
      socket().frame('w', 'sid', 'token' + FakeSocket.all.length, rx, Object.assign([...limits], other))
    },
  }
}
