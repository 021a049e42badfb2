// @ts-check
// Functions of the page that run for events of its elements.

import { load } from './calls.js'
import { on } from './index.js'

/** @typedef {AbortController & { element: Element, key: string }} Run */

/** @type {Set<Run>} those that run */
const runs = new Set()

/** Ends some. @param {(run: Run) => boolean} which */
function stop(which) {
  for (const run of runs) {
    if (!which(run)) continue
    runs.delete(run)
    run.abort()
  }
}

// A run ends with its element.
new MutationObserver(() => stop((run) => !run.element.isConnected)).observe(document, { childList: true, subtree: true })

// ['@', '@MODULE.NAME', argument, element, handler, type]
on('@', async ([, at, argument, element, key, type]) => {
  // What a field shows, or the place it is scrolled to, is out of date with the next event.
  if (/^(input|change|scroll|appear)$/.test(type)) stop((run) => run.key == key)
  const run = Object.assign(new AbortController(), { element, key })
  runs.add(run)
  try {
    const [n, name] = at.slice(1).split('.')
    await (await load(n))[name].call(run.signal, argument)
  } catch (e) {
    if (!run.signal.aborted) reportError(e)
  }
  // What a function started that had its element appear goes on until that goes.
  if (type != 'appear') runs.delete(run)
})
