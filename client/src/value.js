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
  /** @type {Map<object, [any, string | number, number]>} where each object was written, and its number once it is shared */
  const seen = new Map()
  let shared = 0

  /** @param {any} holder @param {string | number} key @param {any} v @param {string} path @param {number} depth */
  const put = (holder, key, v, path, depth) => {
    holder[key] = walk(holder, key, v, path, depth)
  }

  /** @type {(holder: any, key: string | number, v: any, path: string, depth: number) => any} */
  const walk = (holder, key, v, path, depth) => {
    /** @param {string} why @returns {never} */
    const refuse = (why) => { throw new TypeError(path + ': ' + why) }
    /** @param {any[]} list */
    const all = (list) => {
      /** @type {any[]} */
      const out = []
      list.forEach((e, i) => put(out, i, e, path + '[' + i + ']', depth + 1))
      return out
    }
    if (v == null) return null
    if (typeof v == 'boolean' || typeof v == 'string') return v
    if (typeof v == 'bigint') return { $i: '' + v }
    if (typeof v == 'number') {
      return Object.is(v, -0) ? { $n: '-0' } : isFinite(v) ? v : { $n: ('' + v).replace('inity', '') }
    }
    if (v instanceof Date) return { $t: v.toJSON() || refuse('invalid date') }
    if (v instanceof Uint8Array) return { $b: btoa(v.reduce((s, c) => s + String.fromCharCode(c), '')) }
    if (depth > maxDepth) refuse('nested too deeply')
    if (Array.isArray(v)) return all(v)
    if (v instanceof Map) {
      return { $m: [...v].map(([k, e]) => {
        /** @type {any[]} */
        const entry = []
        put(entry, 0, k, path + '{}', depth + 1)
        put(entry, 1, e, path + '[' + String(k) + ']', depth + 1)
        return entry
      }) }
    }

    const first = seen.get(v)
    if (first) return { $r: first[2] ||= ++shared }
    const other = ref(v)
    if (other) return other
    if (Object.prototype.toString.call(v) != '[object Object]') refuse('cannot cross')
    seen.set(v, [holder, key, 0])
    // No prototype, so that a field may be called __proto__.
    const out = Object.create(null)
    for (const k of Object.keys(v)) {
      if (k[0] == '$') refuse('field ' + k)
      put(out, k, v[k], path + '.' + k, depth + 1)
    }
    return out
  }

  const root = [value]
  put(root, 0, value, path, 1)
  for (const [holder, key, id] of seen.values()) {
    if (id) holder[key] = { $d: [id, holder[key]] }
  }
  return root[0]
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
  /** @type {any[]} */
  const shared = []

  /** @type {(v: any, id?: number) => any} id is where v is kept while it is read, if it is shared */
  const walk = (v, id) => {
    if (!v || typeof v != 'object') return v
    const keys = Object.keys(v)
    if ((keys[0] || '')[0] != '$') {
      if (id) shared[id] = v
      // An own __proto__ that JSON.parse made is data, and assigning to it stays so.
      for (const k of keys) v[k] = walk(v[k])
      return v
    }
    const tag = keys[0][1]
    const x = v[keys[0]]
    if (tag == 'i') return BigInt(x)
    if (tag == 'n') return +x.replace('Inf', 'Infinity')
    if (tag == 'b') return Uint8Array.from(atob(x), (c) => c.charCodeAt(0))
    if (tag == 't') return new Date(x)
    if (tag == 'r') return shared[x]
    if (tag == 'd') return shared[x[0]] = walk(x[1], x[0])
    if (tag != 'm') return ref(tag, x)
    const map = new Map()
    if (id) shared[id] = map
    for (const [k, e] of x) map.set(walk(k), walk(e))
    return map
  }

  return walk(value)
}
