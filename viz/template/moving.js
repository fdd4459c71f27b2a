// While the view moves, a large graph is shown as the picture that was painted last, moved and stretched, with the marks
// that come into sight at its rim; lines and labels are painted anew when the view rests.

const [MANY, REST] = [500, 140];
let picture = null;
let resting = null;

const heavy = () => batches.reduce((sum, { edges: alike }) => sum + alike.length, 0) > MANY;
const viewNow = () => ({ x: network.body.view.translation.x, y: network.body.view.translation.y, scale: network.body.view.scale });
const sameView = (a, b) => a.x === b.x && a.y === b.y && a.scale === b.scale;

function takeOverMoving() {
  const { renderer } = network;
  const paint = renderer._redraw.bind(renderer);
  renderer._redraw = (hidden = false) => {
    const view = viewNow();
    if (picture && !resting) resting = sameView(view, picture.view) ? null : setTimeout(rest, REST);
    else if (resting && !sameView(view, picture.last)) {
      clearTimeout(resting);
      resting = setTimeout(rest, REST);
    }
    if (resting) paintMoved(renderer, view);
    else {
      paint(hidden);
      keepPicture(view);
    }
  };
}

// What is drawn has changed: the picture no longer shows it.
function forgetPicture() {
  clearTimeout(resting);
  [picture, resting] = [null, null];
}

function rest() {
  forgetPicture();
  network.redraw();
}

function keepPicture(view) {
  if (!heavy()) {
    picture = null;
    return;
  }
  const { canvas } = network.canvas.frame;
  const copy = picture?.copy || document.createElement("canvas");
  [copy.width, copy.height] = [canvas.width, canvas.height];
  copy.getContext("2d").drawImage(canvas, 0, 0);
  picture = { copy, view, last: view };
}

function paintMoved(renderer, view) {
  renderer.redrawRequested = false;
  picture.last = view;
  const pen = network.canvas.getContext();
  const [wide, high] = [graph.clientWidth, graph.clientHeight];
  const grown = view.scale / picture.view.scale;
  const [left, top] = [view.x - picture.view.x * grown, view.y - picture.view.y * grown];
  network.canvas.setTransform();
  pen.clearRect(0, 0, wide, high);
  pen.drawImage(picture.copy, left, top, wide * grown, high * grown);
  if (left <= 0 && top <= 0 && left + wide * grown >= wide && top + high * grown >= high) return;
  const [a, b] = [network.DOMtoCanvas({ x: left, y: top }), network.DOMtoCanvas({ x: left + wide * grown, y: top + high * grown })];
  pen.save();
  pen.translate(view.x, view.y);
  pen.scale(view.scale, view.scale);
  measureUnit();
  paintMarks(pen, { left: a.x, top: a.y, right: b.x, bottom: b.y });
  pen.restore();
}
