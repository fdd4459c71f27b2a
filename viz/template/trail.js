// Where the reader has been: each choice is an entry of the browser's history, and of our own where there is none (a page
// inside a notebook). A filter, a zoom and a walk by keys change the entry that is there.

const trail = [];
let [place, walking, ownTrail] = [-1, false, false];
const choiceKey = () => JSON.stringify([state.node?.index, state.edge?.index, state.path && [state.path.ends.map((n) => n.index), state.path.along], state.scope && scopeText()]);

function remember(hash) {
  const key = choiceKey();
  const here = trail[place];
  const same = place < 0 || reading || here?.key === key || (walking && here?.walked);
  if (place < 0) place = history.state?.place ?? 0;
  else if (!same) {
    place += 1;
    trail.length = place;
  }
  trail[place] = { hash, key, walked: walking };
  try {
    history[same ? "replaceState" : "pushState"]({ place }, "", `#${hash}`);
  } catch {
    ownTrail = true;
  }
  showTrail();
}

function goTrail(by) {
  if (!ownTrail) {
    history.go(by);
    return;
  }
  place += by;
  readAddress(`#${trail[place].hash}`);
  showView();
}

// The address has changed without us: by the browser's own buttons, or because somebody wrote another one.
function followAddress() {
  const known = history.state?.place;
  place = known ?? place + 1;
  if (known === undefined) trail.length = place;
  readAddress();
  showView();
}

function showTrail() {
  byId("back").disabled = place <= 0;
  byId("onward").disabled = place >= trail.length - 1;
}
