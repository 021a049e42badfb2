// Package context comes from Go's source, but for what handlers of the page do with
// the context of their call.
function context$AfterFunc(ctx, f) {
	let over = false;
	const run = () => { if (!over) { over = true; $go(f); } }, signal = ctx instanceof $PageContext ? ctx.signal : null;
	if (signal === null) context$AfterFunc.own(ctx, run);
	else if (signal?.aborted) run();
	else signal?.addEventListener("abort", run, { once: true });
	return () => {
		signal?.removeEventListener("abort", run);
		return !over && (over = true);
	};
}
//omg:when context$AfterFunc $ownContexts
const $afterOwn = context$AfterFunc.own = async (ctx, run) => {
	const done = await $methodsOfContext(ctx).Done();
	if (await ctx.Err() === null) await $receive(done);
	run();
};
