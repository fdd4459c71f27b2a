"""What can go wrong, in words that say what was wrong, where, and what to do."""


class EntenteError(Exception):
    """Base of all errors of this program; `str(error)` is one sentence of advice for a person."""


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


class DocumentWarning(UserWarning):
    """Something to know about a document that was read, or a file passed over: a guessed encoding, another kind."""


class DataError(EntenteError):
    """A data file of the package (lexicon, world table) breaks its own rules; names file, entry and rule."""
