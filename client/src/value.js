// @ts-check
// Values as they cross: JSON, and what JSON lacks as an object with one key
// that begins with "$". The Go side of this file is internal/wire; both are
// driven by internal/wire/testdata/values.json.

/** How deeply values nest: wire.MaxDepth, and one for a list of arguments. */
const maxDepth = 65

/**
 * Returns v as JSON can write it. Plain objects that occur more than once, or
 * in themselves, become one object on the other side too.
 *
 * ref is asked for every function and every object that is no array, Map, Date
 * or Uint8Array: what crosses in its place, `{$p: [id, count]}` say, or
 * undefined, if it is to cross field by field. Throws a TypeError that names
 * the culprit: "args[1].done: cannot cross".
 *
 * @param {any} value
 * @param {(v: any) => any} ref
 * @param {string} path what the value is called in errors
 * @returns {any}
 */
export function encodeValue(value, ref, path) {
  /** @type {Map<object, [copy: any, number?]>} what objects became, and their numbers if they are shared */
  const seen = new Map()
  let shared = 0

  /** @type {(v: any, path: string, depth: number) => any} */
  const walk = (v, path, depth) => {
    /** @param {string} why @returns {never} */
    const refuse = (why) => { throw new TypeError(path + ': ' + why) }
    /** @param {any} e @param {string | number} at */
    const inner = (e, at) => walk(e, path + at, depth + 1)
    const type = typeof v
    if (v == null) return null
    if (type == 'boolean' || type == 'string') return v
    if (type == 'bigint') return { $i: '' + v }
    if (type == 'number') return isFinite(v) && !Object.is(v, -0) ? v : { $n: v == 0 ? '-0' : ('' + v).replace('inity', '') }
    if (v instanceof Date) return { $t: v.toJSON() || refuse('invalid date') }
    if (v instanceof Uint8Array) return { $b: btoa(v.reduce((s, c) => s + String.fromCharCode(c), '')) }
    if (depth > maxDepth) refuse('nested too deeply')
    if (Array.isArray(v)) return Array.from(v, (e, i) => inner(e, `[${i}]`))
    if (v instanceof Map) return { $m: Array.from(v, ([k, e]) => [inner(k, '{}'), inner(e, `[${String(k)}]`)]) }

    const first = seen.get(v)
    if (first) return { $r: first[1] ||= ++shared }
    const other = ref(v)
    if (other) return other
    if (({}).toString.call(v) != '[object Object]') refuse('cannot cross')
    // No prototype, so that a field may be called __proto__.
    const copy = Object.create(null)
    seen.set(v, [copy])
    for (const k in v) {
      if (k[0] == '$') refuse('field ' + k)
      copy[k] = inner(v[k], '.' + k)
    }
    return copy
  }

  const out = walk(value, path, 1)
  for (const [copy, id] of seen.values()) {
    if (!id) continue
    const fields = { ...copy }
    for (const k in copy) delete copy[k]
    copy.$d = [id, fields]
  }
  return out
}

/**
 * Returns what a value that JSON.parse gave stands for. Arrays and objects are
 * changed in place: v belongs to the caller no more.
 *
 * ref is asked what a reference stands for: the letter of its tag (p, s or x)
 * and what the tag holds, [id, count] say.
 *
 * @param {any} value
 * @param {(kind: string, parts: any) => any} ref
 * @returns {any}
 */
export function decodeValue(value, ref) {
  /** @type {any[]} what is shared, by number; 0 is what is not */
  const shared = []

  /** @type {(v: any, id?: number) => any} id is where v is kept while it is read */
  const walk = (v, id = 0) => {
    if (!v || typeof v != 'object') return v
    const [key] = Object.keys(v)
    const x = v[key]
    switch (key) {
      case '$i': return BigInt(x)
      case '$n': return +x.replace('Inf', 'Infinity')
      case '$b': return Uint8Array.from(atob(x), (c) => c.charCodeAt(0))
      case '$t': return new Date(x)
      case '$r': return shared[x]
      case '$d': return shared[x[0]] = walk(x[1], x[0])
      case '$m':
        shared[id] = v = new Map()
        for (const [k, e] of x) v.set(walk(k), walk(e))
        return v
    }
    if (key?.[0] == '$') return ref(key[1], x)
    shared[id] = v
    // An own __proto__ that JSON.parse made is data, and assigning to it stays so.
    for (const k in v) v[k] = walk(v[k])
    return v
  }

  return walk(value)
}
