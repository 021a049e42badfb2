// Package errors, where Go's source uses reflection, and what nearly every program
// makes.
class $ErrorString { constructor(s) { this.s = s; } Error() { return this.s; } }
//omg:when $ErrorString $Type
const $ErrorStringType = $nativeType($ErrorString, "*errors.errorString", { Error: "func() string" }, ["s", $t_string, 0]);
function errors$New(text) { return new $ErrorString(text); }
//omg:methods Is Unwrap
function errors$Is(err, target) {
	if (err === null || target === null) return err === target;
	for (;;) {
		if ($typeOf(target).comparable && $equal(err, target)) return true;
		if (err.Is && err.Is(target)) return true;
		if (!err.Unwrap) return false;
		const next = err.Unwrap();
		if (next instanceof $Slice) return next.a.slice(next.o, next.o + next.l).some(e => e !== null && errors$Is(e, target));
		if (next === null) return false;
		err = next;
	}
}
//omg:methods As Unwrap
function errors$As(err, target) {
	if (target === null) $panic("errors: target cannot be nil");
	const p = $plain(target), t = $typeOf(target).parts.e;
	while (err !== null) {
		if (t.kind === 20 ? $implements(err, t) : $typeOf(err) === t) {
			if (t.kind === 25) p.$s($copyStruct($plain(err))); else p.v = t.kind === 20 ? err : $plain(err);
			return true;
		}
		if (err.As && err.As(target)) return true;
		if (!err.Unwrap) return false;
		const next = err.Unwrap();
		if (next instanceof $Slice) return next.a.slice(next.o, next.o + next.l).some(e => errors$As(e, target));
		err = next;
	}
	return false;
}
//omg:methods Error
function errors$joinError$Error(e) { return e.errs.a.slice(e.errs.o, e.errs.o + e.errs.l).map(x => x.Error()).join("\n"); }
