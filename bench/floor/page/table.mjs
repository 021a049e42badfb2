// What package samples does with a table, written by hand as one would in
// JavaScript.
function makeRows(n) {
  const rows = [];
  for (let i = 0; i < n; i++) {
    rows.push({ id: i, name: "Name" + ((i * 7919) % 1000), city: "City" + ((i * 31) % 97), price: ((i * 37) % 1000) / 3 });
  }
  return rows;
}

const byKey = {
  id: (a, b) => a.id - b.id,
  name: (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  city: (a, b) => (a.city < b.city ? -1 : a.city > b.city ? 1 : 0),
  price: (a, b) => a.price - b.price,
};

export function ShowTable(n, query, key, desc) {
  const wanted = query.toLowerCase();
  const order = byKey[key];
  const view = makeRows(n).filter((r) => r.name.toLowerCase().includes(wanted) || r.city.toLowerCase().includes(wanted));
  view.sort(desc ? (a, b) => order(b, a) : order);
  const body = document.getElementById("rows");
  body.replaceChildren();
  for (const r of view) {
    const tr = document.createElement("tr");
    for (const text of [String(r.id), r.name, r.city, r.price.toFixed(2)]) {
      const td = document.createElement("td");
      td.textContent = text;
      tr.append(td);
    }
    body.append(tr);
  }
  return view.length;
}
