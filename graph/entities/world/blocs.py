"""Who is in which bloc and when: the `members` and `left` of the entries → answers for a day.

In the data, `members` and `left` are tables from a day (or a month, or a year) to the names that came or went then.
"""

import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.entities.world.load import Entry
from graph.errors import DataError

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_ALWAYS = "9999"

Stay = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Blocs:
    """The stays of members: bloc → member → (from, until) in order; `until` is the first day outside."""

    stays: Mapping[str, Mapping[str, tuple[Stay, ...]]]

    def members(self, bloc: str, date: str | None = None) -> tuple[str, ...]:
        """Return the members of `bloc` on `date` (today without), in the order in which they joined."""
        return tuple(name for name, stays in self.stays.get(bloc, {}).items() if _inside(stays, date))

    def blocs_of(self, member: str, date: str | None = None) -> tuple[str, ...]:
        """Return the blocs that `member` is in on `date`, in the order of the data."""
        return tuple(bloc for bloc, members in self.stays.items() if _inside(members.get(member, ()), date))


def make_blocs(entries: Iterable[Entry]) -> Blocs:
    """Collect the memberships of all entries. Raises DataError for members that are no entities."""
    entries = tuple(entries)
    known = frozenset(entry.entity.name for entry in entries)
    return Blocs({entry.entity.name: _stays(entry, known) for entry in entries if "members" in entry.values})


def _inside(stays: Iterable[Stay], date: str | None) -> bool:
    """Say whether one of the stays holds `date`; without a date, whether one has not ended."""
    if date is None:
        return any(until == _ALWAYS for _, until in stays)
    return any(start <= date < until for start, until in stays)


def _stays(entry: Entry, known: frozenset[str]) -> dict[str, tuple[Stay, ...]]:
    """Return the stays of each member of one bloc, in the order in which they first joined."""
    if "source" not in entry.values:
        raise DataError(f"{entry.where}: members need a source, as in source = \"NATO, 'Member countries'\"")
    came, went = _by_member(entry, "members", known), _by_member(entry, "left", known)
    if unknown := [name for name in went if name not in came]:
        raise DataError(f"{entry.where}: {unknown[0]!r} left but never joined; add it to members")
    end = entry.values.get("ended", _ALWAYS)
    return {name: _pair(entry, name, dates, went.get(name, []), end) for name, dates in came.items()}


def _pair(entry: Entry, name: str, came: list[str], went: list[str], end: str) -> tuple[Stay, ...]:
    """Join the days of coming and going of one member: each stay but the last must end before the next begins."""
    stays = tuple((start, went[i] if i < len(went) else end) for i, start in enumerate(came))
    days = [day for stay in stays for day in stay]
    if len(went) > len(came) or len(went) < len(came) - 1 or any(a >= b for a, b in itertools.pairwise(days)):
        raise DataError(
            f"{entry.where}: the days on which {name!r} joined and left do not follow each other; set right"
        )
    return stays


def _by_member(entry: Entry, key: str, known: frozenset[str]) -> dict[str, list[str]]:
    """Turn a table day → names into name → days, in the order of the days."""
    days: dict[str, list[str]] = {}
    for date, names in sorted(entry.values.get(key, {}).items()):
        if not _DATE.fullmatch(date):
            raise DataError(f"{entry.where}: {date!r} in {key} is not a date; write 1949-04-04, 1949-04 or 1949")
        for name in names:
            if name not in known:
                raise DataError(
                    f"{entry.where}: member {name!r} is not an entity; write a canonical name of these files"
                )
            days.setdefault(name, []).append(date)
    return days
