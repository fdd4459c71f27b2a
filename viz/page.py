"""The graph kg in, one self-contained HTML file out: pyvis with our own template.

The file asks the network for nothing: vis-network comes from the installed pyvis, our scripts and style from
`template/`. All that comes from texts lies in a JSON block and reaches the page as text alone; the content security
policy admits exactly our scripts and our style, by their hashes, and no HTML made from strings.
"""

import base64
import hashlib
import importlib.metadata
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import networkx as nx
import pyvis
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network

from graph.exports.joining import places
from graph.kg.own import project_of, relations_of
from graph.schema import RelationType
from graph.store.files import new_text_file
from viz import look
from viz.aliases import aliases_of
from viz.context import Texts, add_context, budget_for
from viz.digest import digest_of
from viz.payload import edges_of, lean, nodes_of, ordered, quotes_of, statements_of, usual_edge, usual_name
from viz.same import same_of
from viz.select import FEW, FIRST, NODES, LeftOut, drawn_first, select

VIS = "templates/lib/vis-9.1.2/vis-network.min.js"
SCRIPTS = (
    "excerpt", "data", "periods", "state", "address",
    "strongest", "margin", "draw", "tint", "paint", "moving", "labels", "shapes", "pick",
    "filters", "time", "search", "view", "marks", "loading", "keep", "same", "changes", "chart",
    "panel", "table", "choice", "picture", "take", "printing", "theme", "sheet",
    "quote", "numbers", "empty", "scope", "arrange", "connect", "trail", "lasso", "focus",
    "main",
)  # fmt: skip
"""Our scripts, in the order in which they are run, all in one scope."""

UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""Characters that a page's own HTML must not hold, or that would turn the words around them."""


class Page(Network):  # type: ignore[misc]  # because pyvis has no types
    """A pyvis network that draws itself by our template."""

    def __init__(self, **told: Any) -> None:
        super().__init__(directed=True, cdn_resources="in_line")
        self.templateEnv = _environment()
        self.templateEnv.globals.update(told)
        self.path = "page.html"


def write_page(
    kg: nx.MultiDiGraph,
    path: str | Path,
    title: str | None = None,
    *,
    nodes: int | None = NODES,
    about: str | Sequence[str] | None = None,
    hops: int = 1,
    texts: Texts | None = None,
) -> LeftOut:
    """Write the page of `kg` to `path` and return what it leaves out; `kg` stays as it was.

    The page shows the `nodes` names with the most statements, or of those at most `hops` edges away from `about`.
    `texts` are the texts that were read, by the ids of their documents: quotes then have the sentences around them.
    """
    text, left = _render(kg, title, nodes, about, hops, texts)
    with new_text_file(path) as file:
        file.write(text)
    return left


def render_page(kg: nx.MultiDiGraph, title: str | None = None, **choice: Any) -> str:
    """Return the page of `kg` as HTML text; the choice is that of `write_page`."""
    return _render(
        kg, title, choice.get("nodes", NODES), choice.get("about"), choice.get("hops", 1), choice.get("texts")
    )[0]


def _render(
    kg: nx.MultiDiGraph,
    title: str | None,
    nodes: int | None,
    about: str | Sequence[str] | None,
    hops: int,
    texts: Texts | None,
) -> tuple[str, LeftOut]:
    part, left = select(kg, nodes, about, hops)
    relations = relations_of(kg)
    edges = edges_of(part)
    quotes = quotes_of(part, edges)
    statements = statements_of(part, quotes)
    nodes_drawn = nodes_of(part, places(part, drawn_first(part)), aliases_of(map(str, part), project_of(kg).world))
    parts = _parts(tuple(relations.values()))
    size = sum(len(str(part)) for part in (*parts.values(), nodes_drawn, edges, statements))
    title = title or _title(statements["documents"])
    page = Page(
        title=UNFIT.sub("\ufffd", title),
        told={
            "title": title,
            "version": _version(),
            "look": look.for_scripts(relations),
            "statements": add_context(statements, quotes, texts, budget_for(size)),
            "digest": digest_of(nodes_drawn, edges, statements),
            "same": same_of(kg, ordered(part)),
            "left": {"nodes": left.nodes, "statements": left.statements, "limit": left.limit,
                     "about": list(left.about), "hops": left.hops},
            "first": FIRST if len(part) > FEW else len(part),
            "total": {"nodes": len(kg), "documents": len(kg.graph.get("sources", {}))},
        },
        lines=look.lines_in_words(relations),
        **parts,
    )  # fmt: skip
    page.nodes = lean(nodes_drawn, usual_name)
    page.edges = lean(edges, usual_edge)
    text: str = page.generate_html()
    return text, left


@cache
def _parts(every: tuple[RelationType, ...]) -> dict[str, Any]:
    """Return our scripts and style, for these relations, and the policy that admits these and nothing else."""
    relations = {relation.name: relation for relation in every}
    vis = _read(Path(pyvis.__file__).with_name("templates") / VIS.removeprefix("templates/"))
    vis = re.sub(r"\n//# sourceMappingURL=.*", "", vis)
    template = files("viz") / "template"
    app = "\n".join(_bare(_read(template / f"{name}.js")) for name in SCRIPTS)
    app = f'"use strict";\n(() => {{\n{app}\n}})();'
    style = _read(template / "style.css").replace("/*light*/", look.css_variables("light", relations))
    style = style.replace("/*dark*/", look.css_variables("dark", relations))
    style = style.replace("/*relations*/", look.css_keys(relations))
    style = style.replace("/*groups*/", look.css_groups())
    for name, text in (("vis-network", vis), ("our scripts", app), ("our style", style)):
        if re.search(r"</(script|style)|<!--", text, re.IGNORECASE):
            raise ValueError(f"{name} would end its own block in the page")
    scripts = " ".join(_hash(text) for text in (vis, app))
    return {
        "vis_js": Markup(vis),
        "app_js": Markup(app),
        "style": Markup(style),
        "policy": f"default-src 'none'; script-src {scripts}; style-src {_hash(style)}; img-src data:; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    }


def _read(path: Any) -> str:
    text: str = path.read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")


def _bare(script: str) -> str:
    """Return a script without its indents and the lines that are comments: no text of ours runs over a line's end."""
    lines = (line.strip() for line in script.split("\n"))
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _environment() -> Environment:
    environment = Environment(loader=PackageLoader("viz", "template"), autoescape=True, undefined=StrictUndefined)
    environment.policies["json.dumps_kwargs"] = {"allow_nan": False, "separators": (",", ":")}
    return environment


def _title(documents: Sequence[dict[str, str | None]]) -> str:
    """Return the headline of the only document, or else a title that says what the page shows."""
    if len(documents) == 1 and documents[0]["title"]:
        return documents[0]["title"]
    return "Who is with whom, and who against whom"


def _version() -> str:
    try:
        return importlib.metadata.version("entente-kg")
    except importlib.metadata.PackageNotFoundError:
        return "not installed"
