"""The scripts of the page, which run in one scope."""

import re
from collections import Counter
from importlib.resources import files

from viz.page import SCRIPTS


def test_no_name_is_declared_twice() -> None:
    declared = Counter(
        name
        for script in SCRIPTS
        for name in re.findall(
            r"^(?:const|let|class|function|async function) (\w+)",
            (files("viz") / "template" / f"{script}.js").read_text(encoding="utf-8"),
            re.MULTILINE,
        )
    )
    assert [name for name, times in declared.items() if times > 1] == []
