// @ts-check
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { decodeValue, encodeValue } from '../src/value.js'

/** Stands for whatever crosses as a reference. */
class Thing {
  /** @param {string} kind @param {any} parts */
  constructor(kind, parts) {
    this.kind = kind
    this.parts = parts
  }
}

const table = JSON.parse(readFileSync(new URL('../../internal/wire/testdata/values.json', import.meta.url), 'utf8'))
/** @param {string} expr */
const js = (expr) => new Function('Thing', 'return ' + expr)(Thing)
/** @param {any} v */
const encode = (v) => encodeValue(v, (v) => v instanceof Thing ? { ['$' + v.kind]: v.parts } : undefined, 'value')
/** @param {any} v */
const decode = (v) => decodeValue(structuredClone(v), (kind, parts) => new Thing(kind, parts))

for (const row of table.accept) {
  test('reads ' + row.name, () => assert.deepEqual(decode(row.wire), js(row.js)))
  test('writes ' + row.name, () => assert.equal(JSON.stringify(encode(js(row.js))), JSON.stringify(row.page ?? row.wire)))
}

for (const row of table.refusePage) {
  test('refuses ' + row.js, () => assert.throws(() => encode(js(row.js)), new TypeError(row.error)))
}

test('what is shared arrives as one object', () => {
  const [a, b, c] = decode([{ $d: [1, { n: 1 }] }, { $r: 1 }, { n: 1 }])
  assert.equal(a, b)
  assert.notEqual(a, c)
})

test('shared maps, dates and scalars are one too', () => {
  const [m, same] = decode([{ $d: [1, { $m: [['me', { $r: 1 }]] }] }, { $r: 1 }])
  assert.equal(m, same)
  assert.equal(m.get('me'), m)
  const [d, e, n] = decode([{ $d: [2, { $t: '2026-01-01T00:00:00Z' }] }, { $r: 2 }, [{ $d: [3, 7] }, { $r: 3 }]])
  assert.equal(d, e)
  assert.deepEqual(n, [7, 7])
})

test('nothing reaches a prototype', () => {
  const out = decode(JSON.parse('{"__proto__":{"evil":1},"constructor":{"prototype":{"evil":1}}}'))
  assert.equal(Object.getPrototypeOf(out), Object.prototype)
  assert.equal(/** @type {any} */ ({}).evil, undefined)
  assert.ok(Object.hasOwn(out, '__proto__'))
})

test('undefined and holes are null, fields of a class cross', () => {
  class Point { x = 1; y = undefined }
  assert.equal(JSON.stringify(encode([undefined, new Point()])), '[null,{"x":1,"y":null}]')
})

test('a small BigInt stays one', () => assert.deepEqual(encode(5n), { $i: '5' }))

test('arrays that are shared are copied', () => {
  const a = [1]
  assert.deepEqual(encode([a, a]), [[1], [1]])
})

test('arguments share among one another', () => {
  const a = { n: 1 }
  assert.equal(JSON.stringify(encodeValue([a, [a]], () => undefined, 'args')), '[{"$d":[1,{"n":1}]},[{"$r":1}]]')
  assert.throws(() => encodeValue([1, { f() {} }], () => undefined, 'args'), /^TypeError: args\[1\]\.f: cannot cross$/)
})

test('values nest 64 levels deep', () => {
  let v = /** @type {any} */ (0)
  for (let i = 0; i < 64; i++) v = [v]
  assert.deepEqual(decode(encode(v)), v)
})
