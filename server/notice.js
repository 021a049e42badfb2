// Tells the visitor that something went wrong.

let timer;

export function show(code, message) {
  const told = new CustomEvent("omg:error", { detail: { code, message }, cancelable: true });
  const line = document.dispatchEvent(told) && document.querySelector("[data-omg=error]");
  if (!line) return;
  const clear = () => line.textContent = "";
  line.textContent = message || line.dataset.text;
  line.onclick = clear;
  clearTimeout(timer);
  timer = setTimeout(clear, 15000);
}
