"""The scripts of the page run in one scope: no name is given twice, and each script has its place."""

import re
from collections import Counter

from tests.paths import ROOT
from viz.page import SCRIPTS

TEMPLATE = ROOT / "viz" / "template"
DECLARED = re.compile(r"^(?:async )?(?:const|let|function\*?|class) (?P<names>\[[^\]]*\]|\w+)", re.MULTILINE)


def test_no_name_is_given_twice() -> None:
    found: Counter[str] = Counter()
    for script in SCRIPTS:
        for names in DECLARED.findall((TEMPLATE / f"{script}.js").read_text(encoding="utf-8")):
            found.update(re.findall(r"\w+", names))
    assert len(found) > 300
    assert [name for name, count in found.items() if count > 1] == []


def test_every_script_is_in_the_page_once() -> None:
    assert sorted(SCRIPTS) == sorted(path.stem for path in TEMPLATE.glob("*.js"))
