"""The scripts of the page share one scope: no two may declare the same name."""

import re
from collections import Counter
from importlib.resources import files

from viz.page import SCRIPTS

DECLARED = re.compile(r"^(?:async )?(?:const|let|function\*?|class) (\w+)|^(?:const|let) \[([\w, ]+)\]", re.MULTILINE)


def test_no_name_is_declared_twice_and_every_script_is_run() -> None:
    template = files("viz") / "template"
    texts = {name: (template / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS}
    found = [
        name for text in texts.values() for one, many in DECLARED.findall(text) for name in (one, *many.split(", "))
    ]
    counts = Counter(name for name in found if name)
    assert len(counts) > 100
    assert [name for name, count in counts.items() if count > 1] == []
    assert sorted(texts) == sorted(
        path.name.removesuffix(".js") for path in template.iterdir() if path.name.endswith(".js")
    )
