// @ts-check
// The page's side of OMG: what every page needs. What it exports is for the
// module of calls, see omg.js.

import { adopt } from './adopt.js'
import { connect } from './connection.js'

export { limits } from './limits.js'
export { missing } from './state.js'
export { answered, on, send } from './stream.js'

adopt()
connect()
