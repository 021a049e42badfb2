// @ts-check
// The page's side of OMG. What it exports is what a module that imports "omg"
// may name.

import { connect } from './connection.js'

export { call, callWith, importModule } from './calls.js'
export { keep } from './handles.js'
export { after, before, on, send } from './stream.js'

// @ts-ignore: TypeScript does not know of prerendered pages
if (!document.prerendering) connect()
