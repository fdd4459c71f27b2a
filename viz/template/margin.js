// The small groups, which nothing connects with the rest: in rows below the drawing, as large as on paper, and foldable.

const [MOST_HIGH, BETWEEN] = [0.34, 26];
const apartGroups = new Map();
for (const n of nodes) {
  if (n.part === 0) continue;
  if (!apartGroups.has(n.part)) apartGroups.set(n.part, []);
  apartGroups.get(n.part).push(n);
}

const drawnGroups = () => [...apartGroups.values()].map((group) => group.filter((n) => n.drawn)).filter((group) => group.length);

// Where the names of a group stand around its own middle: as on paper, two of them beside one another.
function placesIn(group) {
  if (group.length !== 2) return group.map(({ x, y }) => ({ x, y }));
  const half = Math.hypot(group[0].x - group[1].x, group[0].y - group[1].y) / 2;
  return [-half, half].map((x) => ({ x, y: 0 }));
}

// The corners of a group with room for its labels, in pixels around its own middle.
function roomOf(group) {
  const places = placesIn(group);
  const half = (n) => Math.min(Array.from(n.name).length, 20) * 3.4 + 4;
  return {
    left: Math.min(...group.map((n, i) => places[i].x - half(n))), right: Math.max(...group.map((n, i) => places[i].x + half(n))),
    top: Math.min(...places.map((p) => p.y - 10)), bottom: Math.max(...places.map((p) => p.y + 26)),
  };
}

// Put the groups into rows of a width; return where each goes, and how high all are.
function inRows(rooms, wide) {
  let [x, y, row] = [0, 0, 0];
  const spots = rooms.map((room) => {
    const [w, h] = [room.right - room.left, room.bottom - room.top];
    if (x && x + w > wide) [x, y, row] = [0, y + row + BETWEEN / 2, 0];
    const spot = { x: x - room.left, y: y - room.top };
    x += w + BETWEEN;
    row = Math.max(row, h);
    return spot;
  });
  return { spots, high: y + row };
}

// Rows below the largest part; drawn smaller where they would take more than a third of the view.
function placeMargin() {
  if (within) return;
  const groups = drawnGroups();
  const main = nodes.filter((n) => n.part === 0 && n.drawn).map(at);
  if (!groups.length) return;
  const rooms = groups.map(roomOf);
  const [wide, high] = [graph.clientWidth - 60, graph.clientHeight];
  let small = 1;
  let rows = inRows(rooms, wide);
  while (rows.high * small > MOST_HIGH * high && small > 0.3) {
    small *= 0.9;
    rows = inRows(rooms, wide / small);
  }
  const room = main.length ? frameOf(main, rows.high * small + BETWEEN) : { position: { x: 0, y: 0 }, scale: 1 };
  const [step, bottom] = [small / room.scale, Math.max(...main.map((p) => p.y), -BETWEEN)];
  const start = { x: room.position.x - (wide / 2) / room.scale, y: bottom + (2 * BETWEEN) / room.scale };
  groups.forEach((group, i) => {
    placesIn(group).forEach(({ x, y }, k) => {
      group[k].spot.x = start.x + (rows.spots[i].x + x) * step;
      group[k].spot.y = start.y + (rows.spots[i].y + y) * step;
    });
  });
}

// The button that folds them, with how many there are.
function sayMargin() {
  const kept = state.apart ? drawnGroups() : [...apartGroups.values()].filter((group) => group.some((n) => n.visible));
  const names = kept.reduce((sum, group) => sum + group.length, 0);
  byId("apart").hidden = !kept.length || within !== null;
  byId("apart").setAttribute("aria-pressed", String(state.apart));
  byId("apart").textContent = `${state.apart ? "Hide" : "Show"} ${plural(kept.length, "small group")} below, tied to none of the rest: ${plural(names, "name")}`;
}
