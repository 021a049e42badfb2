// Package floor holds the raw programs that the figures are compared with: the
// least code by hand that does the same as ours.
//
// [Handler] serves a WebSocket echo, a counter whose click goes to the server
// and comes back as one text, and the table of the js-framework-benchmark in
// plain JavaScript. A [Fan] sends one message to many sockets. Nothing here knows our packages.
package floor
