// A part of the graph → places of its own, always the same: rings around one name, two ends with what lies between them,
// or the places that the page had, drawn together. Then a few steps of forces, and labels get room.

const [RING, GAP_WIDE, GAP_HIGH] = [210, 16, 40];
const roomFor = (n) => Math.min(Array.from(n.name).length, 26) * 6.8 + GAP_WIDE;
let arranged = null;

// Called after each change: the part that is shown is laid out anew where it is another one.
function arrangeScope() {
  const list = within ? nodes.filter((n) => n.visible) : null;
  const now = list ? `${scopeText()} ${list.map((n) => n.index).join()}` : null;
  if (now === arranged) return;
  if (!arranged) for (const n of nodes) n.home = { x: n.spot.x, y: n.spot.y };
  arranged = now;
  const places = list ? placesFor(state.scope, list) : new Map(nodes.map((n) => [n, n.home]));
  for (const [n, { x, y }] of places) [n.spot.x, n.spot.y] = [x, y];
}

function placesFor(scope, list) {
  if (scope.ends) return giveRoom(betweenPlaces(scope.ends, list), scope.ends);
  const one = scope.centres?.length === 1 && scope.hops ? scope.centres[0] : null;
  if (one) return giveRoom(ringPlaces(one, list), [one]);
  const places = drawnTogether(list);
  pull(places, list);
  return giveRoom(places, []);
}

// How somebody stands to another: above 0 together, below 0 against each other.
const bond = (a, b) => a.edges.reduce((sum, e) => sum + (e.visible && (e.source === b || e.target === b) && !e.negated ? told.look.relations[e.relation].sign * e.now : 0), 0);

// Friends to the right, opponents to the left; those two steps away outside, near whoever leads there.
function ringPlaces(centre, list) {
  const steps = stepsFrom([centre]);
  const places = new Map([[centre, { x: 0, y: 0 }]]);
  const angle = new Map([[centre, 0]]);
  const far = (n) => Math.min(steps.get(n) ?? 3, 3);
  for (const ring of [1, 2, 3]) {
    const here = list.filter((n) => n !== centre && far(n) === ring);
    const sorted = ring === 1 ? here.map((n) => [n, bond(centre, n)]).sort((a, b) => b[1] - a[1] || a[0].index - b[0].index).map(([n]) => n)
      : here.map((n) => [n, angle.get(neighboursOf(n).find((other) => angle.has(other) && far(other) < ring)) ?? 0]).sort((a, b) => a[1] - b[1] || a[0].index - b[0].index).map(([n]) => n);
    const rows = Math.max(1, Math.ceil((sorted.length * 62) / (2 * Math.PI * RING * ring)));
    sorted.forEach((n, i) => {
      const half = Math.ceil(i / 2) * (i % 2 ? 1 : -1);
      const turned = ring === 1 ? (2 * Math.PI * half) / sorted.length : -Math.PI + (2 * Math.PI * i) / sorted.length;
      const r = RING * ring + (i % rows) * 74 + (ring > 1 ? 90 : 0);
      angle.set(n, turned);
      places.set(n, { x: r * Math.cos(turned) * 1.35, y: r * Math.sin(turned) });
    });
  }
  return places;
}

// The two ends left and right; each other name as far along as it is from them.
function betweenPlaces([a, b], list) {
  const [fromA, fromB] = [stepsFrom([a]), stepsFrom([b])];
  const long = Math.max(fromA.get(b) ?? 2, 2) * 220;
  const places = new Map([[a, { x: -long / 2, y: 0 }], [b, { x: long / 2, y: 0 }]]);
  const columns = new Map();
  for (const n of list) {
    if (n === a || n === b) continue;
    const [s, t] = [fromA.get(n) ?? 1, fromB.get(n) ?? 1];
    const column = Math.round((100 * s) / (s + t));
    if (!columns.has(column)) columns.set(column, []);
    columns.get(column).push(n);
  }
  const onPath = new Set(connect(a, b).nodes);
  for (const [column, names] of columns) {
    names.sort((x, y) => onPath.has(y) - onPath.has(x) || y.now - x.now || x.index - y.index);
    names.forEach((n, i) => places.set(n, {
      x: -long / 2 + (long * column) / 100 + (Math.floor(i / 11) * 170 * (Math.floor(i / 11) % 2 ? 1 : -1)),
      y: Math.ceil((i % 11) / 2) * 58 * ((i % 11) % 2 ? 1 : -1),
    }));
  }
  return places;
}

// Where the names have been, as near to each other as so few may be.
function drawnTogether(list) {
  const spots = list.map((n) => n.home ?? n.spot);
  const size = (values) => Math.max(...values) - Math.min(...values);
  const now = Math.max(size(spots.map((p) => p.x)), size(spots.map((p) => p.y)), 1);
  const scale = Math.min(1, (Math.sqrt(list.length) * 150) / now);
  const [x, y] = ["x", "y"].map((axis) => spots.reduce((sum, p) => sum + p[axis], 0) / Math.max(spots.length, 1));
  return new Map(list.map((n, i) => [n, { x: (spots[i].x - x) * scale, y: (spots[i].y - y) * scale }]));
}

// Names push each other off, lines draw their ends together. The fewer names, the more steps.
function pull(places, list) {
  const spots = list.map((n) => places.get(n));
  const number = new Map(list.map((n, i) => [n, i]));
  const lines = edges.filter((e) => e.visible && e.source !== e.target && number.has(e.source) && number.has(e.target)).map((e) => [number.get(e.source), number.get(e.target)]);
  const rounds = Math.max(8, Math.min(90, Math.floor(2.5e6 / (list.length ** 2 + 1))));
  const wide = 125;
  for (let round = 0; round < rounds; round++) {
    const heat = 26 * (1 - round / rounds);
    const push = spots.map(() => [0, 0]);
    for (let i = 0; i < spots.length; i++) {
      for (let j = i + 1; j < spots.length; j++) {
        const [dx, dy] = [spots[i].x - spots[j].x || 0.1 * (i - j), spots[i].y - spots[j].y || 0.1];
        const force = (wide * wide) / Math.max(dx * dx + dy * dy, 25);
        push[i][0] += dx * force; push[i][1] += dy * force;
        push[j][0] -= dx * force; push[j][1] -= dy * force;
      }
    }
    for (const [i, j] of lines) {
      const [dx, dy] = [spots[i].x - spots[j].x, spots[i].y - spots[j].y];
      const force = Math.hypot(dx, dy) / 260;
      push[i][0] -= dx * force; push[i][1] -= dy * force;
      push[j][0] += dx * force; push[j][1] += dy * force;
    }
    list.forEach((n, i) => {
      const long = Math.hypot(...push[i]);
      if (!long) return;
      spots[i].x += (push[i][0] / long) * Math.min(long, heat);
      spots[i].y += (push[i][1] / long) * Math.min(long, heat);
    });
  }
}

// Push names apart until each has room for its label; those that stand fast stay where they are.
function giveRoom(places, fast) {
  const list = [...places.keys()].sort((a, b) => a.index - b.index);
  for (let round = 0; round < 40; round++) {
    let moved = false;
    for (let i = 0; i < list.length; i++) for (let j = i + 1; j < list.length; j++) moved = parted(places, list[i], list[j], fast) || moved;
    if (!moved) break;
  }
  return places;
}

function parted(places, one, other, fast) {
  const [a, b] = [places.get(one), places.get(other)];
  const over = [(roomFor(one) + roomFor(other)) / 2 - Math.abs(a.x - b.x), GAP_HIGH - Math.abs(a.y - b.y)];
  if (over[0] <= 0 || over[1] <= 0) return false;
  const axis = over[0] < over[1] ? "x" : "y";
  const by = (Math.min(...over) / 2 + 0.5) * (a[axis] < b[axis] || (a[axis] === b[axis] && one.index < other.index) ? -1 : 1);
  if (!fast.includes(one)) a[axis] += fast.includes(other) ? 2 * by : by;
  if (!fast.includes(other)) b[axis] -= fast.includes(one) ? 2 * by : by;
  return true;
}
