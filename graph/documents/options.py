"""What a user says of how the documents are to be read: which number of a date is the day, which field is which."""

from dataclasses import dataclass

from graph.documents.dates import Order
from graph.documents.fields import NAMES
from graph.errors import UsageError


@dataclass(frozen=True, slots=True)
class Intake:
    """`dates` settles dates such as 03/04/2025; `fields` are pairs of our name and the name in the files."""

    dates: Order | None = None
    fields: tuple[tuple[str, str], ...] = ()


DEFAULT = Intake()


def intake_of(dates: str | None, field: str | None) -> Intake:
    """Return what the options --dates and --field say. Raises UsageError, naming what they could say."""
    if dates not in (None, "dmy", "mdy"):
        raise UsageError(f"--dates {dates}: say dmy (the day first: 3 April is 03/04) or mdy (the month first)")
    pairs = [part.partition("=") for part in (field or "").split(",") if part.strip()]
    for name, sign, other in pairs:
        if name.strip() not in NAMES or not sign or not other.strip():
            raise UsageError(f"--field {field}: write --field text=Story,date=Day; there are {', '.join(NAMES)}")
    order: Order | None = "dmy" if dates == "dmy" else "mdy" if dates == "mdy" else None
    return Intake(order, tuple((name.strip(), other.strip()) for name, _, other in pairs))
