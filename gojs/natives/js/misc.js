// Odd functions that have no Go body.
function maps$clone(m) { return new m.$t.box($cloneMap(m.v)); }
function $cloneMap(m) {
	if (m === null) return null;
	return m instanceof $Map ? new $Map(m.t, [...m]) : new Map(m);
}
//omg:methods String
function context$contextName(c) { return typeof c === "object" && c.String ? c.String() : $typeOf(c).name; }
