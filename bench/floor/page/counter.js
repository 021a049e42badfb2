// The least that a click on the server takes: one frame up, one text down.
const socket = new WebSocket(`ws://${location.host}/count`);
socket.onmessage = (event) => {
  const [id, text] = JSON.parse(event.data);
  document.getElementById(id).firstChild.data = text;
};
document.addEventListener("click", (event) => {
  const target = event.target.closest("[data-on]");
  if (target) socket.send(JSON.stringify([1, target.dataset.on]));
});
