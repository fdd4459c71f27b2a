"""Many documents → readings, in input order; one text → an explanation."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from graph.corpus.given import Given, documents_of
from graph.errors import EntenteError, UsageError
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

    `given` is a text, a path (file or folder), a Document, or a list or other iterable of these. A str is a text
    unless a file or folder of that name is there, or it looks like one ("news/monday.txt"). `nlp` is a pipeline that
    `load` gave (None: the one we ship with), `project` a user's own relations, words and names, and who reads. A
    document that cannot be read raises DocumentError, or is skipped after `on_error` was told. Raises UsageError for
    what is none of these.
    """
    from graph.reading.batches import read_many

    _check(nlp, project)
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
    """Return all that the program sees in a text: mentions, roles, statements, and dropped candidates with reasons.

    `nlp` and `project` as in `extract`.
    """
    from graph.reading.explaining import explain_text

    _check(nlp, project)
    if not isinstance(text, str):
        raise UsageError(f"a text is explained, not {type(text).__name__}")
    return explain_text(text, nlp, project)


def _check(nlp: object, project: object) -> None:
    """Raise UsageError where these are not what reading needs: not a fault of the texts."""
    if isinstance(nlp, str):
        raise UsageError(f'nlp is a pipeline, not its name; load("{nlp}") gives it')
    if not isinstance(project, Project):
        raise UsageError(f"project is what read_project(…) gives, not {type(project).__name__}")
