"""What is gathered of the names → which of them mean one person or body, with the evidence and a score from 0 to 1."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.entities.world import people
from graph.entities.world.folding import letters
from graph.kg.joining.gathering import Gathered, Known

CERTAIN = 0.7
"""What has this score is joined without being asked."""

ALONE, COUNTRY, OFFICE, FRIEND = 0.4, 0.3, 0.3, 0.05
FRIENDS = 4  # more of one company tell no more
YEARS = 8  # between two texts of one person
SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two names that mean the same, everywhere or (documents) in some texts only, and why."""

    name: str
    into: str
    score: float
    evidence: tuple[str, ...]
    documents: tuple[str, ...] | None = None

    @property
    def certain(self) -> bool:
        """Whether the names are joined without being asked."""
        return self.score >= CERTAIN


def suggestions(gathered: Gathered) -> list[Suggestion]:
    """Return the suggestions, the surest first."""
    found = [*_spellings(gathered), *_shortened(gathered), *_surnames(gathered)]
    return sorted(found, key=lambda s: (-s.score, s.name, s.into))


def _spellings(gathered: Gathered) -> Iterator[Suggestion]:
    """Yield names that differ only in accents, hyphens, spaces and capitals."""
    alike: dict[tuple[str, str], list[Known]] = {}
    for known in gathered.values():
        if known.kind in ("person", "organisation") and len(letters(known.name)) > 4:
            alike.setdefault((known.kind, letters(known.name).lower()), []).append(known)
    for group in alike.values():
        if len(group) < 2 or sum(known.known for known in group) > 1:
            continue
        best = max(group, key=lambda known: (known.known, known.mentions, known.name.isascii(), known.name))
        for other in group:
            if other is not best:
                yield Suggestion(other.name, best.name, 1.0, ("the same letters",))


def _shortened(gathered: Gathered) -> Iterator[Suggestion]:
    """Yield full names that are the end of one longer name, of the same country: "Javad Zarif"."""
    persons = [known for known in gathered.values() if known.kind == "person" and " " in known.name]
    by_last: dict[str, list[Known]] = {}
    for known in persons:
        by_last.setdefault(known.name.split()[-1], []).append(known)
    for known in persons:
        longer = [other for other in by_last[known.name.split()[-1]] if _ends(known, other)]
        if len(longer) == 1 and (home := sorted(_homes(longer[0]) & known.company.keys())):
            evidence = ("the end of the only longer name", f"both with {', '.join(home)}")
            yield Suggestion(known.name, longer[0].name, ALONE + COUNTRY, evidence)


def _surnames(gathered: Gathered) -> Iterator[Suggestion]:
    """Yield surnames, each with the only person of all texts that bears it, in the documents that fit."""
    bearers: dict[str, list[Known]] = {}
    for known in gathered.values():
        if known.kind == "person" and " " in known.name:
            for surname in _short(known.name):
                bearers.setdefault(surname, []).append(known)
    for surname, full in bearers.items():
        short = gathered.get(surname)
        if short is not None and short.kind == "person" and not short.known:
            yield from _fitting(short, _distinct(full))


def _short(name: str) -> tuple[str, ...]:
    """Return the surnames by which a person may be called alone: "al-Maliki" and "Maliki"."""
    words = [w for w in name.replace(",", "").split() if w not in SUFFIXES]
    last = words[-1]
    plain = last.removeprefix("al-").removeprefix("el-")
    first = (words[0],) if people().known_as(words[0]) and name in people().known_as(words[0]) else ()
    return tuple(dict.fromkeys((last, plain, *first)))


def _distinct(full: Sequence[Known]) -> list[Known]:
    """Return the persons, those once whose names differ in letters only or are the end of another: "Javad Zarif"."""
    found = {letters(known.name).lower(): known for known in full}
    return [known for known in found.values() if not any(_ends(known, other) for other in found.values())]


def _ends(known: Known, other: Known) -> bool:
    """Whether a name is the last words of a longer one."""
    words, longer = known.name.split(), other.name.split()
    return 1 < len(words) < len(longer) and longer[-len(words) :] == words


def _fitting(short: Known, bearers: Sequence[Known]) -> Iterator[Suggestion]:
    """Yield the surname with the one person whom it fits, for the documents where it does; of two persons, none."""
    if len(bearers) != 1:
        return
    person = bearers[0]
    groups: dict[tuple[float, tuple[str, ...]], list[str]] = {}
    for document, (date, company) in short.documents.items():
        if document in person.documents or not _in_time(date, person):
            continue
        score, evidence = _score(short, person, company)
        groups.setdefault((score, evidence), []).append(document)
    if not groups:
        return
    sure = sorted(d for (score, _), documents in groups.items() if score >= CERTAIN for d in documents)
    rest = sorted(d for (score, _), documents in groups.items() if score < CERTAIN for d in documents)
    for documents, chosen in ((sure, True), (rest, False)):
        if documents:
            score, evidence = max((key for key in groups if (key[0] >= CERTAIN) is chosen), key=lambda key: key[0])
            yield Suggestion(short.name, person.name, score, evidence, tuple(documents))


def _score(short: Known, person: Known, company: frozenset[str]) -> tuple[float, tuple[str, ...]]:
    """Return how surely the surname in one document is the person, and what speaks for it."""
    homes = _homes(person)
    home = homes & company
    if len(home) * 2 < len(homes):
        home = set()  # of many the fewest: no evidence
    office = short.offices & person.offices
    friends = sorted((company & person.company.keys()) - home)
    evidence = ["the only one of that surname"]
    score = ALONE
    if home and (office or not people().is_common(short.name)):
        score += COUNTRY
        evidence.append(f"both with {', '.join(sorted(home))}")
    if office:
        score += OFFICE
        evidence.append(f"both {' '.join(sorted(office))}")
    if friends:
        score += FRIEND * min(len(friends), FRIENDS)
        evidence.append(f"in the company of {', '.join(friends[:FRIENDS])}")
    likely = score if home or office else min(score, CERTAIN - 0.1)
    return round(min(likely, 1.0), 2), tuple(evidence)


def _homes(person: Known) -> set[str]:
    """Return the countries and bodies that a person belongs to, as far as is known: of offices, else the nearest."""
    held = {post.of for post in people().posts.get(person.name, ())}
    if held:
        return held if len(held) == 1 else held & person.company.keys() or held
    most = max(person.states.values(), default=0)
    return {name for name, count in person.states.items() if count == most and count * 2 > len(person.documents)}


def _in_time(date: str | None, person: Known) -> bool:
    """Whether a document is of a time in which the person is spoken of."""
    if date is None or not person.dates:
        return True
    return int(min(person.dates)[:4]) - YEARS <= int(date[:4]) <= int(max(person.dates)[:4]) + YEARS
