"""Graphs, statements and explanations → tables and lines for the screen."""

from collections import Counter
from collections.abc import Iterable, Iterator

import networkx as nx
from rich.console import Group
from rich.table import Table
from rich.text import Text

from graph.cli.screen import harmless
from graph.kg.own import relations_of
from graph.query import Answer, Tie
from graph.records import Explanation, Statement
from graph.schema import schema

TOP = 10  # so many edges are shown after a build
QUOTES = 3  # so many quotes are shown of one tie


def summary(kg: nx.MultiDiGraph) -> Table:
    """Return the table of what was found: one line for each relation."""
    table = _table("relation", "statements", "negated", "planned", "possible", "pairs")
    for relation in relations_of(kg):
        edges = [(s, t, data) for s, t, data in kg.edges(data=True) if data["relation"] == relation]
        stated = [data for *_, data in edges if not data["negated"]]
        every = sum(data["weight"] for *_, data in edges)
        negated = every - sum(data["weight"] for data in stated)
        planned, possible = (sum(data[modality] for data in stated) for modality in ("planned", "possible"))
        pairs = {frozenset((source, target)) for source, target, _ in edges}
        table.add_row(relation, *map(str, (every, negated, planned, possible, len(pairs))))
    return table


def top_edges(kg: nx.MultiDiGraph) -> Table:
    """Return the table of the edges with most statements, each with its most frequent cues."""
    table = _table("who", "how", "whom", "statements", "trigger words")
    edges = sorted(kg.edges(keys=True, data=True), key=lambda edge: (-edge[3]["weight"], edge[:3]))
    for source, target, key, data in edges[:TOP]:
        words = Counter(harmless(s.cue) for s in data["evidence"])
        cues = ", ".join(cue for cue, _ in words.most_common(3))
        how = f"{key} {'—' if data['symmetric'] else '→'}"
        table.add_row(Text(harmless(source)), how, Text(harmless(target)), str(data["weight"]), Text(cues))
    return table


def _table(*headings: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    numbers = ("statements", "negated", "planned", "possible", "pairs")
    for heading in headings:
        table.add_column(heading, justify="right" if heading in numbers else "left")
    return table


def answer_lines(answer: Answer, every: bool) -> Iterator[Text]:
    """Yield the lines of an answer: what is stated as a fact, then, each under a heading, what is not."""
    yield Text(question_line(answer), "bold")
    if not answer.ties:
        yield Text("  none stated as a fact", "dim")
    yield from _ties(answer.ties, every)
    for heading, ties in (("Planned", answer.planned), ("Possible", answer.possible), ("Denied", answer.denied)):
        if ties:
            yield Text(heading, "bold")
            yield from _ties(ties, every)


def _ties(ties: Iterable[Tie], every: bool) -> Iterator[Text]:
    """Yield the lines of ties, each with its quotes."""
    for tie in ties:
        yield _tie_line(tie)
        shown = tie.evidence if every else tie.evidence[:QUOTES]
        yield from map(quote, shown)
        if len(shown) < tie.weight:
            yield Text(f"    and {tie.weight - len(shown)} more (use --all to see them)", "dim")


def question_line(answer: Answer) -> str:
    """Return what was asked, in words: "Allies of Armenia"."""
    names = " and ".join(map(harmless, answer.names))
    if answer.question == "between":
        return f"Between {names}"
    of = any(answer.question in relation.questions for relation in schema().values())
    return f"{answer.question.capitalize()}{' of' if of else ':'} {names}"


def _tie_line(tie: Tie) -> Text:
    source, target = (tie.other, tie.name) if tie.direction == "in" else (tie.name, tie.other)
    return _relation(source, tie.key, target, both_ways=tie.direction == "both")


def _relation(source: str, key: str, target: str, both_ways: bool) -> Text:
    line = Text(f"  {harmless(source)} —").append(key, "bold")
    return line.append(f"{'—' if both_ways else '→'} {harmless(target)}")


def statement_lines(statement: Statement) -> Iterator[Text]:
    """Yield the lines of one statement: what it says, and its quote."""
    yield _relation(statement.source, statement.key, statement.target, statement.symmetric)
    yield quote(statement)


def quote(statement: Statement) -> Text:
    """Return the sentence on one line, its *cue* marked, then document, date and what limits the statement."""
    start, end = statement.cue_start - statement.start, statement.cue_end - statement.start
    parts = (slice(start), slice(start, end), slice(end, None))
    before, cue, after = (harmless(statement.sentence[part]) for part in parts)
    line = Text("    “").append(before).append(f"*{cue}*", "bold").append(f"{after}”")
    return line.append(f" ({', '.join(_where(statement))})", "dim")


def _where(statement: Statement) -> Iterator[str]:
    yield harmless(statement.document)
    if statement.date:
        yield statement.date
    if statement.modality != "actual":
        yield statement.modality
    if statement.past:
        yield f"past, {statement.when}" if statement.when else "past"
    if statement.attributed_to:
        yield f"says {harmless(statement.attributed_to)}"


def explained(found: Explanation) -> Group:
    """Return all that was seen in a text, in the order in which the program comes to it."""
    parts = (
        ("Entities", (f"{e.name} ({e.kind}): {', '.join(e.names)}" for e in found.entities)),
        ("Who does what", (_frame(f.predicate, f.roles) for f in found.frames)),
        ("Statements", (_statement(s) for s in found.statements)),
        (
            "Dropped",
            (f"{d.source or '?'} {d.relation} {d.target or '?'}, “{d.cue}”: {d.reason}" for d in found.dropped),
        ),
    )
    return Group(*(line for title, lines in parts for line in _section(title, lines)))


def walked(found: Explanation) -> Group:
    """Return what each step on the way gave."""
    return Group(*(line for step, lines in found.steps for line in _section(step, lines)))


def _section(title: str, lines: Iterable[str]) -> Iterator[Text]:
    yield Text(title, "bold")
    shown = [Text("  " + harmless(line)) for line in lines]
    yield from shown or [Text("  none", "dim")]


def _frame(predicate: str, roles: Iterable[tuple[str, str]]) -> str:
    return f"{predicate}: " + "; ".join(f"{role} = {words}" for role, words in roles)


def _statement(s: Statement) -> str:
    limits: list[str] = [s.modality] if s.modality != "actual" else []
    limits += ["past"] if s.past else []
    limits += [f"when {s.when}"] if s.when else []
    limits += [f"says {s.attributed_to}"] if s.attributed_to else []
    relation = _relation(s.source, s.key, s.target, s.symmetric).plain.strip()
    return f"{relation}: “{s.cue}” ({', '.join([*limits, f'rule {s.rule}'])})"
