"""The boundary around one document: whatever is raised while it is made of bytes becomes the error that names it.

Here, and nowhere else, what libraries and values raise ends; so nothing in one document can end a run.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from graph.errors import DocumentError, UnforeseenError, UsageError
from graph.records import Document

HALVES = re.compile("[\ud800-\udfff]")
"""Half a character, which some programs write as "\\ud83d"; no file in UTF-8 can hold it."""

NOT_OF_IT = (MemoryError, UsageError, Warning)
"""Not of one document: the process is at its limit, a package is wanting, warnings are wanted as errors."""


def attempt(place: str, make: Callable[[], Document]) -> Document | DocumentError:
    """Return the Document that `make` makes, or what went wrong with it; `place` names it ("feed.xml: entry 3")."""
    try:
        return whole(make())
    except DocumentError as error:
        return error
    except NOT_OF_IT:
        raise
    except Exception as error:
        return UnforeseenError(place, error)


def each[T](found: Iterator[T], place: str) -> Iterator[T | DocumentError]:
    """Pass on what is found in a file; where looking further fails, end with the error that names the file."""
    while True:
        try:
            one = next(found)
        except StopIteration:
            return
        except DocumentError as error:
            yield error
            return
        except NOT_OF_IT:
            raise
        except Exception as error:
            yield UnforeseenError(place, error)
            return
        yield one


def whole(document: Document) -> Document:
    """Return a document with U+FFFD for half characters, in whichever of its fields they are."""
    broken: dict[str, Any] = {}
    for name in ("id", "text", "title", "url"):
        value = getattr(document, name)
        if value is not None and HALVES.search(value):
            broken[name] = HALVES.sub("\ufffd", value)
    return replace(document, **broken) if broken else document
