// Light or dark: as the system has it, or as the reader says. On paper always light.

const THEMES = ["system", "light", "dark"];
let theme = "system";

function setTheme(name) {
  theme = name;
  if (name === "system") delete ground.dataset.theme; else ground.dataset.theme = name;
  byId("theme").textContent = `Theme: ${name}`;
  readPalette();
  redraw();
}

function watchTheme() {
  byId("theme").addEventListener("click", () => setTheme(THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length]));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => setTheme(theme));
  let before = theme;
  addEventListener("beforeprint", () => {
    before = theme;
    setTheme("light");
    drawTable(true);
    listSources();
    byId("sources-title").parentElement.open = true;
  });
  addEventListener("afterprint", () => {
    setTheme(before);
    drawTable();
  });
}
