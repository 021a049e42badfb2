// Shows what went wrong in a widget, in development.

export function show(text) {
  let box = document.querySelector("dialog[data-omg=overlay]");
  if (!box) {
    box = document.createElement("dialog");
    box.dataset.omg = "overlay";
    box.setAttribute("aria-label", "Error");
    const close = document.createElement("button");
    close.textContent = "Close";
    close.addEventListener("click", () => box.remove());
    const title = document.createElement("h2");
    title.textContent = "A widget failed";
    const footer = document.createElement("footer");
    footer.append(close);
    box.append(title, document.createElement("pre"), footer);
    document.body.append(box);
  }
  box.querySelector("pre").textContent += text + "\n";
  if (!box.open) box.show();
}
