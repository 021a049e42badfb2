// Package colour finds the functions that may wait, and says why.
//
// A [Graph] has a [Node] for each function, closure, function type and
// interface method name. [Node.Calls] adds an edge from a caller to what it
// calls, [Node.Waits] is the answer once [Graph.Solve] ran: a node waits if it
// blocks itself ([Node.Block]) or calls a node that waits. The result is the
// least fixed point, so nothing is asynchronous without a reason, and
// [Node.Chain] tells that reason.
package colour
