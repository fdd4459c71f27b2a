"""Measure how well statements are read, on the evaluation data beside this checkout: tables on stdout.

    python scripts/accuracy.py [--write] [--floor]

With --write the tables of docs/accuracy.md are replaced; with --floor the
figures of tests/floor.toml are raised to what is reached now (they are never lowered). ENTENTE_EVAL names the folder
of the data, if it is not ../shared/eval. Each text is parsed once; it takes some minutes.
"""

import datetime
import os
import re
import statistics
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from graph.corpus import explain, extract
from graph.entities.coreference import antecedents, nothing
from graph.evaluate import Evaluation, evaluate, tables
from graph.evaluate.causes import CAUSES, cause
from graph.evaluate.tables import table
from graph.evaluate.variants import ParsedGold, parse_gold, unqualified, without
from graph.parsing.language import load
from graph.parsing.paragraphs import paragraphs
from graph.project import Project
from graph.records import Document, Reading
from graph.relations.lexicon import PartOfSpeech

ROOT = Path(__file__).parent.parent
EVAL = Path(os.environ.get("ENTENTE_EVAL", ROOT.parent / "shared" / "eval"))
PAGE, FLOOR = ROOT / "docs/accuracy.md", ROOT / "tests/floor.toml"
SENTENCES = ("seed", "dev", "items", "train")
ARTICLES = ("articles-dev", "articles-train")
SETS = (*SENTENCES, *ARTICLES)
PINNED = ("seed", "dev", "items", "articles-dev")
POINTS = (0.3, 0.5, 0.6, 0.7, 0.8, 0.9)
MARGIN = 0.01  # the floor stays so far below what is reached, and is cut to two digits
CONSTRUCTIONS: dict[str, tuple[PartOfSpeech, ...]] = {
    "verbs": ("verb",),
    "phrases (crack down, sever ties)": ("phrase",),
    "nouns": ("noun",),
    "adjectives": ("adjective",),
    "prepositions": ("preposition",),
    "compounds (anti-X, X-backed)": ("prefix", "suffix"),
}
ROUNDS = 3
RULES = Project(reader="rules")
ABLATED = ("dev", "items", "train", "articles-dev")
Readings = dict[str, list[Reading]]
ARTICLE = 20  # sentences; single ones would leave the parser's batches empty


def ablation_table(sets: dict[str, ParsedGold], readings: Readings, alone: Readings) -> str:
    """Return F1 and precision of the rules, which read `readings`, without one means after the other.

    `alone` is what they read without coreference.
    """
    rows = [("all means", *_short(sets, readings)), ("without coreference", *_short(sets, alone))]
    for name, parts in CONSTRUCTIONS.items():
        less = without(parts)
        rows.append((f"without {name}", *_short(sets, {n: d.read(words=less, project=RULES) for n, d in sets.items()})))
    bare = {name: unqualified(readings[name]) for name in sets}
    rows.append(("without qualifiers", *_short(sets, bare)))
    return table(("", *(f"{name}: F1 (precision; modality)" for name in sets)), rows)


def _short(sets: dict[str, ParsedGold], readings: Readings) -> Iterator[str]:
    for name, data in sets.items():
        result = evaluate(data.gold, readings[name])
        modality = result.part("modality").share or 0.0
        yield f"{result.total.f1:.3f} ({result.total.precision:.3f}; {modality:.2f})"


def missed_table(results: dict[str, Evaluation], sets: dict[str, ParsedGold]) -> str:
    """Return why statements were missed."""
    counts = {}
    for name, result in results.items():
        texts = {text.id: text.text or "" for text in sets[name].gold}
        seen = {key: explain(texts[key], load()) for key in sorted({m.id for m in result.missed})}
        counts[name] = Counter(cause(m, seen[m.id]) for m in result.missed)
    rows = ((why, *(counts[name][key] for name in results)) for key, why in CAUSES.items())
    return table(("missed", *results), rows)


def speed_table(data: ParsedGold, name: str) -> str:
    """Return how many words a second are read, beside the parser alone; time of this process, median of rounds."""
    texts = [text.text or "" for text in data.gold]
    articles = ["\n".join(texts[i : i + ARTICLE]) for i in range(0, len(texts), ARTICLE)]
    documents, nlp = [Document(str(i), text) for i, text in enumerate(articles)], load()
    pieces = [[text[start:end] for start, end in paragraphs(text)] for text in articles]
    took: dict[str, list[float]] = {"parser": [], "extract": []}
    for turn in range(ROUNDS + 1):
        start = time.process_time()
        for piece in pieces:
            list(nlp.pipe(piece))
        middle = time.process_time()
        list(extract(documents, nlp))
        end = time.process_time()
        if turn:  # the first round only warms up
            took["parser"].append(middle - start)
            took["extract"].append(end - middle)
    words = sum(len(text.split()) for text in texts)
    parser, whole = (words / statistics.median(times) for times in took.values())
    rows = (
        ("the parser alone (`nlp.pipe`)", f"{parser:,.0f}", "1.00"),
        ("`extract`", f"{whole:,.0f}", f"{whole / parser:.2f}"),
    )
    return table((f"{words:,} words of {name}", "words a second", "of the parser"), rows)


def failures_table() -> str:
    """Return the golden sentences that are known to fail, with the reason."""
    rows = []
    for path in sorted((ROOT / "tests/golden").glob("*.toml")):
        for sentence in tomllib.loads(path.read_text(encoding="utf-8"))["sentence"]:
            if "known_failure" in sentence:
                text = re.sub(r"\[([^\[\]|]+)(?:\|[a-z]+)?\]", r"\1", sentence["text"])
                rows.append((text, sentence["known_failure"]))
    return table(("sentence", "why it fails"), rows, numbers=False) if rows else "None at present."


def raised_floor(results: dict[str, Evaluation]) -> str:
    """Return the text of floor.toml: what is pinned, or what is reached now where that is more."""
    pinned = tomllib.loads(FLOOR.read_text(encoding="utf-8")) if FLOOR.exists() else {}
    lines = [
        "# Below these figures tests fail. scripts/accuracy.py --floor raises them to just below what is reached.",
    ]
    for name in PINNED:
        score, old = results[name].total, pinned.get(name, {"f1": 0.0, "precision": 0.0, "date": today()})
        new = {"f1": _below(score.f1), "precision": _below(score.precision)}
        best = {key: max(old[key], value) for key, value in new.items()}
        date = today() if any(best[key] > old[key] for key in best) else old["date"]
        lines += ["", f"[{name}]", *(f"{key} = {value}" for key, value in best.items()), f"date = {date}"]
    return "\n".join((*lines, ""))


def _below(value: float) -> float:
    return max(0, int((value - MARGIN) * 100)) / 100


def today() -> str:
    """Return the date of the measurement."""
    return datetime.date.today().isoformat()


def main() -> None:
    """Measure all, print the tables, and write what is asked for."""
    if not (EVAL / "train.jsonl").is_file():
        sys.exit(f"{EVAL}: the evaluation data is not there; name its folder in ENTENTE_EVAL")
    sets = {name: parse_gold(EVAL / f"{name}.jsonl") for name in SETS}
    results = {name: evaluate(data.gold, data.read()) for name, data in sets.items()}
    found = measured(sets, results)
    for name, text in found.items():
        print(f"{name}\n\n{text}\n")
    if "--write" in sys.argv:
        write(PAGE, filled(PAGE.read_text(encoding="utf-8"), found))
    if "--floor" in sys.argv:
        write(FLOOR, raised_floor(results))


def measured(sets: dict[str, ParsedGold], results: dict[str, Evaluation]) -> dict[str, str]:
    """Return the tables of the page by name."""
    readings, alone = (
        {name: data.read(resolver, project=RULES) for name, data in sets.items()} for resolver in (antecedents, nothing)
    )
    of_rules, without_coreference = (
        {name: evaluate(data.gold, read[name]) for name, data in sets.items()} for read in (readings, alone)
    )
    return {
        "figures": tables.scores_table(results),
        "parts": tables.parts_table(results),
        "modality": tables.modality_table(results),
        "ablation": ablation_table({name: sets[name] for name in ABLATED}, readings, alone),
        "coreference": tables.changes_table(without_coreference, of_rules),
        "sources": tables.sources_table({name: results[name] for name in ARTICLES}),
        "calibration": tables.calibration_table({name: results[name] for name in ("dev", "articles-dev")}),
        "points": tables.points_table(results["articles-dev"], POINTS),
        "missed": missed_table(results, sets),
        "false": tables.false_table(results),
        "families": tables.families_table(results),
        "speed": speed_table(sets["dev"], "dev"),
        "failures": failures_table(),
    }


def filled(page: str, found: dict[str, str]) -> str:
    """Return the page with what stands between the marks of each table replaced."""
    for name, text in found.items():
        first, last = f"<!-- {name}: written by scripts/accuracy.py -->", f"<!-- end of {name} -->"
        before, _, rest = page.partition(first)
        _, mark, after = rest.partition(last)
        if not mark:
            sys.exit(f"{PAGE}: has no place for the table {name!r}; write {first} and {last} where it shall stand")
        page = f"{before}{first}\n{text}\n{last}{after}"
    return page


def write(path: Path, text: str) -> None:
    """Replace a file at once."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    temporary.write_text(text, encoding="utf-8", newline="\n")
    os.replace(temporary, path)


if __name__ == "__main__":
    main()
