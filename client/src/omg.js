// @ts-check
// Calls: a module of its own, which a page fetches with the first module that
// imports "omg", or when the first call, function or handler of its own comes.

import './handlers.js'

export { call, callWith, importModule } from './calls.js'
export { failure, keep, mirrors, track } from './handles.js'
