// The measuring script. It is put in each page by DevTools, which the page's
// content policy does not stop.
globalThis.bench = (() => {
  const seen = { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ["class"] };
  const later = (ms) => new Promise((done) => setTimeout(done, ms));
  const frame = () => new Promise((done) => requestAnimationFrame(done));

  // A message comes after the frame's work, a timer would add its own delay.
  const painted = () => frame().then(() => new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done();
    port2.postMessage(0);
  }));

  // time clicks the element and waits until changed() is true. The clock stops
  // in the callback that sees the change, which runs right after the script
  // that made it.
  const time = (element, changed, timeout = 30000) => new Promise((resolve, reject) => {
    let start = 0;
    const observer = new MutationObserver(check);
    const expired = setTimeout(() => { observer.disconnect(); reject(new Error("nothing changed")); }, timeout);
    function check() {
      const now = performance.now();
      if (!changed()) return;
      observer.disconnect();
      clearTimeout(expired);
      resolve({ start, dom: now - start });
    }
    observer.observe(document.body, seen);
    start = performance.now();
    element.click();
  });

  const wait = async (condition, timeout = 20000) => {
    const end = performance.now() + timeout;
    while (!condition()) {
      if (performance.now() > end) throw new Error(`never true: ${condition}`);
      await later(10);
    }
  };

  // clicks clicks the first button, one click after the other, and returns
  // what each took to change the page's text, in milliseconds.
  const clicks = async (count, pause = 4) => {
    const out = [];
    for (let i = 0; i < count; i++) {
      const before = document.body.textContent;
      const { dom } = await time(document.querySelector("button"), () => document.body.textContent !== before, 5000);
      out.push(dom);
      await later(pause);
    }
    return out;
  };

  const rows = () => document.querySelector("tbody")?.children ?? [];
  const cell = (row, column) => rows()[row]?.children[column]?.textContent.trim() ?? null;
  const operations = {
    run: ["#run", () => cell(0, 0), (was) => rows().length === 1000 && cell(0, 0) !== was && cell(999, 0) !== null],
    runlots: ["#runlots", () => cell(0, 0), (was) => rows().length === 10000 && cell(0, 0) !== was],
    add: ["#add", () => rows().length, (was) => rows().length === was + 1000],
    update: ["#update", () => cell(990, 1), (was) => cell(990, 1) !== was],
    select: ["tbody>tr:nth-child(5)>td:nth-child(2)>a", () => 0, () => rows()[4].classList.contains("danger")],
    swaprows: ["#swaprows", () => [cell(1, 0), cell(998, 0)], ([a, b]) => cell(1, 0) === b && cell(998, 0) === a],
    remove: ["tbody>tr:nth-child(4)>td:nth-child(3)>a", () => cell(3, 0), (was) => cell(3, 0) !== was],
    clear: ["#clear", () => 0, () => rows().length === 0],
  };
  operations.replace = operations.run;

  // operate performs one operation of the table and returns the milliseconds
  // from the click to the DOM and to the end of the frame that shows it.
  const operate = async (name) => {
    const [selector, snapshot, done] = operations[name];
    const element = document.querySelector(selector);
    if (!element) throw new Error(`no element ${selector}`);
    const was = snapshot();
    await frame();
    await later(0);
    const { start, dom } = await time(element, () => done(was));
    await painted();
    return { dom, paint: performance.now() - start };
  };

  return { clicks, operate, painted, wait, later };
})();
