"""Many documents → readings, in input order; one text → an explanation."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from graph.corpus.given import Given, documents_of
from graph.errors import EntenteError
from graph.parsing.language import load
from graph.project import BUILT_IN, Project
from graph.records import Explanation, Reading

if TYPE_CHECKING:
    from spacy.language import Language

SIDE_BY_SIDE = 2  # documents that one process reads at a time; workers read one by one, for they have all cores


def extract(
    given: Given,
    nlp: "Language | None" = None,
    on_error: Callable[[EntenteError], None] | None = None,
    project: Project = BUILT_IN,
) -> Iterator[Reading]:
    """Yield the reading of each text, in input order.

        [reading] = extract("Kenya did not condemn Uganda.")
        readings = list(extract(Path("articles/")))

    `given` is a text, a path (file or folder), a Document, or a list or other iterable of these; see `documents_of`.
    `nlp` is a loaded pipeline (None: the one we ship with), `project` a user's own relations, words and names. A
    document that cannot be read raises DocumentError, or is skipped after `on_error` was told.
    """
    from graph.reading.batches import read_many

    documents = documents_of(given, on_error)

    def readings() -> Iterator[Reading]:
        for found in read_many(documents, nlp or load(), project=project, side_by_side=SIDE_BY_SIDE):
            if isinstance(found, Reading):
                yield found
            elif on_error is None:
                raise found
            else:
                on_error(found)

    return readings()


def explain(text: str, nlp: "Language | None" = None, project: Project = BUILT_IN) -> Explanation:
    """Return all that the program sees in a text: mentions, roles, statements, and dropped candidates with reasons."""
    from graph.reading.explaining import explain_text

    return explain_text(text, nlp, project)
