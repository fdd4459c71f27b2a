"""What can go wrong, in words that say what was wrong, where, and what to do."""

from collections.abc import Sequence

DEBUGGING = "ENTENTE_DEBUG"
"""The environment variable that is set where also the place of what nobody foresaw is shown."""

REPORT = "this is a fault of entente: please report it, with the document and what “entente --debug extract” says of it"


class EntenteError(Exception):
    """Base of all errors of this program; `str(error)` is one sentence of advice for a person."""

    on_the_command_line = ""
    """What the command line adds: a command that helps."""


class UsageError(EntenteError):
    """The call cannot be carried out as given: nothing to read, a path that is not there. Exit code 2."""


class DocumentError(EntenteError):
    """One document could not be read; the others can. Exit code 1.

    `document` is the path or id of the document that failed.
    """

    def __init__(self, document: str, reason: str) -> None:
        """Say of which document what was wrong and what to do."""
        super().__init__(f"{document}: {reason}")
        self.document = document


class UnforeseenError(DocumentError):
    """A document that could not be read for a reason that nobody foresaw: a fault of a library, or of ours."""

    def __init__(self, document: str, error: BaseException) -> None:
        """Say of which document what came up; `error` stays as the cause, for who looks into it."""
        what = " ".join(f"{type(error).__name__}: {error}".split())[:160].rstrip(": ")
        super().__init__(document, f"cannot be read ({what}); {REPORT}")
        self.__cause__ = error


class DocumentWarning(UserWarning):
    """Something to know about a document that was read, or a file passed over: a guessed encoding, another kind."""


class DataError(EntenteError):
    """A data file of the package (lexicon, world table) breaks its own rules; names file, entry and rule."""


def in_words(parts: Sequence[str], joined: str = "and") -> str:
    """Return words as a list in a sentence: "alliances, sales and purchases"."""
    *most, last = parts or [""]
    return f"{', '.join(most)} {joined} {last}" if most else last
