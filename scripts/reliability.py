"""Run the tests of what can go wrong, and write docs/reliability.md: what happened, what is promised, what was seen.

    python scripts/reliability.py --write

Each row of the table names its tests; a row is what they saw when this was run last. Exit code 1 where one failed.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

HERE = Path(__file__).parent.parent
ROWS = HERE / "tests" / "reliability.toml"
PAGE = HERE / "docs" / "reliability.md"
BEGIN, END = "<!-- the table: scripts/reliability.py -->", "<!-- end of the table -->"


def main() -> None:
    """Run the tests of all rows; print the table, or write it into the page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--write", action="store_true", help="write it into docs/reliability.md")
    chosen = parser.parse_args()
    rows = tomllib.loads(ROWS.read_text(encoding="utf-8"))["row"]
    seen = run(sorted({test for row in rows for test in row["tests"]}))
    table = "\n".join(["| what happens | promised | seen |", "| --- | --- | --- |", *(line(row, seen) for row in rows)])
    if chosen.write:
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
        PAGE.write_text(f"{before}{BEGIN}\n{table}\n{END}{rest.partition(END)[2]}", encoding="utf-8")
    else:
        print(table)
    sys.exit(any(outcome == "failed" for _, outcome in seen))


def run(tests: list[str]) -> Counter[tuple[str, str]]:
    """Return how often each test passed, failed and was skipped; a test with many cases counts each."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--junitxml={report}", *tests]
        environment = {**os.environ, "ENTENTE_KILLS": os.environ.get("ENTENTE_KILLS", "20")}
        subprocess.run(command, cwd=HERE, check=False, stdout=subprocess.DEVNULL, env=environment)
        cases = ElementTree.parse(report).getroot().iter("testcase")
        return Counter((name_of(case), outcome_of(case)) for case in cases)


def name_of(case: ElementTree.Element) -> str:
    """Return the name of a test as the rows have it, without its case."""
    file = case.attrib["classname"].replace(".", "/")
    return f"{file}.py::{case.attrib['name'].partition('[')[0]}"


def outcome_of(case: ElementTree.Element) -> str:
    """Return "passed", "failed" or "skipped"."""
    kinds = {child.tag for child in case}
    return "failed" if kinds & {"failure", "error"} else "skipped" if "skipped" in kinds else "passed"


def line(row: dict[str, str], seen: Counter[tuple[str, str]]) -> str:
    """Return one row of the table."""
    counts = {outcome: sum(seen[test, outcome] for test in row["tests"]) for outcome in ("passed", "failed", "skipped")}
    tried = counts["passed"] + counts["failed"]
    told = f"{tried} tried, {counts['failed']} failed" + (
        f", {counts['skipped']} left out" if counts["skipped"] else ""
    )
    return f"| {row['fault']} | {row['promise']} | {told} |"


if __name__ == "__main__":
    main()
