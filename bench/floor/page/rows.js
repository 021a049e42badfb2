// The table of the js-framework-benchmark by hand: a cloned row, one listener
// for all rows, and nothing kept beside the DOM itself.
const adjectives = "pretty large big small tall short long handsome plain quaint clean elegant easy angry crazy helpful mushy odd unsightly adorable important inexpensive cheap expensive fancy".split(" ");
const colours = "red yellow blue green pink brown purple brown white black orange".split(" ");
const nouns = "table chair house bbq desk car pony cookie sandwich burger pizza mouse keyboard".split(" ");

const body = document.querySelector("tbody");
const table = body.parentNode;
const shape = document.createElement("template");
shape.innerHTML = "<tr><td> </td><td><a> </a></td><td><a>×</a></td><td></td></tr>";

let next = 1;
let selected = null;

const pick = (words) => words[Math.floor(Math.random() * words.length)];

function row() {
  const tr = shape.content.firstChild.cloneNode(true);
  const id = tr.firstChild;
  id.firstChild.data = String(next++);
  id.nextSibling.firstChild.firstChild.data = `${pick(adjectives)} ${pick(colours)} ${pick(nouns)}`;
  return tr;
}

// A body that is out of the document while it is filled is laid out once.
function fill(count) {
  const empty = !body.firstChild;
  if (empty) body.remove();
  for (let i = 0; i < count; i++) body.append(row());
  if (empty) table.append(body);
}

function clear() {
  body.textContent = "";
  selected = null;
}

const actions = {
  run() { clear(); fill(1000); },
  runlots() { clear(); fill(10000); },
  add() { fill(1000); },
  update() {
    for (let rows = body.rows, i = 0; i < rows.length; i += 10) rows[i].cells[1].firstChild.firstChild.data += " !!!";
  },
  clear,
  swaprows() {
    const rows = body.rows;
    if (rows.length < 999) return;
    const [a, b, afterA, afterB] = [rows[1], rows[998], rows[2], rows[999] || null];
    body.insertBefore(a, afterB);
    body.insertBefore(b, afterA);
  },
};

for (const [id, action] of Object.entries(actions)) document.getElementById(id).onclick = action;

body.onclick = (event) => {
  const link = event.target.closest("a");
  if (!link) return;
  const tr = link.closest("tr");
  if (link.parentNode.cellIndex === 2) return tr.remove();
  if (selected) selected.className = "";
  selected = tr;
  tr.className = "danger";
};
