package browsertest

// KeepsFocus opens a page where the focus must not get lost: the test fails when the
// element that had it is gone, hidden or disabled, and none has it instead, at the
// next press of a key or of the mouse, or at the end of the test. A user who takes
// the focus away himself, by a press beside everything, loses nothing.
func KeepsFocus() Option { return Before(watchFocus) }

const watchFocus = `{
	let last;
	const usable = (e) => e.isConnected && e.checkVisibility({ visibilityProperty: true }) && !e.matches(":disabled");
	window.checkFocus = () => {
		const now = document.activeElement; // last itself until the next frame, when it is disabled or hidden
		if (last && document.hasFocus() && (now === document.body || now === last) && !usable(last)) {
			console.error("focus lost with " + last.outerHTML.slice(0, 200));
			last = undefined;
		}
	};
	addEventListener("focusin", (e) => { last = e.target; }, true);
	for (const press of ["keydown", "pointerdown"]) {
		addEventListener(press, (e) => { if (e.isTrusted) checkFocus(); }, true);
	}
}`
