"""What the analyses find → lines for the screen, each with the first quotes of what it rests on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.text import Text

from graph import balance as signs
from graph import query
from graph.cli.screen import harmless
from graph.cli.shown import quote, statement_lines
from graph.query.pairs import Pair
from graph.records import Statement

SHOWN = 3  # quotes of one pair or step, each way
MEMBERS = 12  # names of one camp or bloc that are shown without --all
PARTS = 10  # parts of the graph whose camps are shown without --all


def count_words(counts: dict[str, int]) -> str:
    """Return what was counted, in words."""
    return ", ".join(f"{number} {key}" for key, number in counts.items() if number)


def told(statements: Iterable[Statement]) -> Iterator[Text]:
    """Yield who says what of whom, each way by itself, with the first quotes."""
    ways: dict[tuple[str, str, str, bool], dict[str, Statement]] = defaultdict(dict)
    for s in statements:
        ways[s.source, s.key, s.target, s.symmetric].setdefault(s.sentence, s)
    for quotes in ways.values():
        heading, *_ = statement_lines(next(iter(quotes.values())))
        yield heading
        yield from (quote(statement) for statement in list(quotes.values())[:SHOWN])
        if len(quotes) > SHOWN:
            yield Text(f"    and {len(quotes) - SHOWN} more", "dim")


def chain_lines(chain: query.Chain) -> Iterator[Text]:
    """Yield the names of a chain, then each step with its quotes."""
    yield Text(harmless(" · ".join(chain.names)), "bold")
    for ties in chain.steps:
        yield from (line for tie in ties for line in told(tie.evidence))


def enemy_lines(enemy: query.CommonEnemy) -> Iterator[Text]:
    """Yield who it is, then both ties."""
    yield Text(harmless(enemy.name), "bold")
    yield from (line for tie in (enemy.one, enemy.other) for line in told(tie.evidence))


def pair_lines(pair: Pair) -> Iterator[Text]:
    """Yield what is said for and against a pair."""
    yield from told((*pair.positive, *pair.negative))


def titled_lines(title: str, pairs: Iterable[Pair]) -> Iterator[Text]:
    """Yield a title and the pairs below it."""
    yield Text(harmless(title), "bold")
    yield from (line for pair in pairs for line in pair_lines(pair))


def splits_lines(splits: Sequence[signs.Split], strength: Mapping[str, int], every: bool) -> Iterator[Text]:
    """Yield the camps of each part, the largest parts first; all parts and names only where `every` is asked for."""
    shown = splits if every else splits[:PARTS]
    yield from (line for split in shown for line in split_lines(split, strength, every))
    if len(shown) < len(splits):
        small = f"and {len(splits) - len(shown):,} smaller parts that nothing ties to these"
        yield Text(f"{small} (use --all to see them)", "dim")


def split_lines(split: signs.Split, strength: Mapping[str, int], every: bool) -> Iterator[Text]:
    """Yield the two camps and the pairs that do not fit."""
    sure = "no split is better" if split.proven else f"no split can have fewer than {split.lower}"
    if max(len(split.one), len(split.other)) <= MEMBERS:
        yield Text(f"{harmless(', '.join(split.one))}  |  {harmless(', '.join(split.other)) or 'nobody'}", "bold")
    else:
        yield from (camp_line(camp, strength, every) for camp in (split.one, split.other) if camp)
    yield Text(f"  {split.upper} of {split.pairs} pairs do not fit; {sure}")
    yield from (line for pair in split.frustrated for line in pair_lines(pair))


def bloc_lines(found: signs.Blocs, strength: Mapping[str, int], every: bool) -> Iterator[Text]:
    """Yield the blocs and the pairs that do not fit."""
    large = any(len(bloc) > MEMBERS for bloc in found.blocs)
    for bloc in found.blocs:
        yield camp_line(bloc, strength, every) if large else Text(harmless(", ".join(bloc)), "bold")
    sure = "no blocs are better" if found.proven else f"no blocs can have fewer than {found.lower}"
    yield Text(f"  {len(found.misfits)} of {found.pairs} pairs do not fit; {sure}")
    yield from (line for pair in found.misfits for line in pair_lines(pair))


def camp_line(camp: Sequence[str], strength: Mapping[str, int], every: bool) -> Text:
    """Return the names of a camp with their number: all in sorted order, or those with the most statements."""
    names = camp if every else sorted(camp, key=lambda name: (-strength.get(name, 0), name))[:MEMBERS]
    line = Text(f"{len(camp):,} name{'s' * (len(camp) != 1)}: ").append(harmless(", ".join(names)), "bold")
    if len(names) < len(camp):
        line.append(f" and {len(camp) - len(names):,} more (use --all to see them)", "dim")
    return line


def figure_lines(p: signs.Polarisation) -> Iterator[Text]:
    """Yield how far the graph is split in two, in words."""
    least = "" if p.proven else "at most "
    yield Text(f"Pairs that do not fit two camps: {least}{p.unfit} of {p.pairs}")
    yield Text(f"Balanced triads: {p.balanced} of {p.triads}")
    yield Text(f"Alliances across the camps: {p.across} of {p.positive}")


def change_lines(change: signs.Change) -> Iterator[Text]:
    """Yield who changed from what to what, with both quotes."""
    turn = f"{_stand(change.before)} ({change.since}), then {_stand(change.after)} ({change.period})"
    yield Text(f"{harmless(change.after.one)}, {harmless(change.after.other)}: {turn}", "bold")
    for pair in (change.before, change.after):
        yield from pair_lines(pair)


def _stand(pair: Pair) -> str:
    """Return how two stand to each other: what is said of them, or that both are said."""
    return "contested" if pair.contested else (*pair.positive, *pair.negative)[0].relation
