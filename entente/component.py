"""A component for spaCy pipelines: `nlp.add_pipe("entente")` sets `doc._.statements`.

    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("entente")
    [statement] = nlp("Kenya did not condemn Uganda.")._.statements

It reads `doc.text` with the model of entente, whatever else is in the pipeline, and says what `extract` says. Its
offsets count characters of `doc.text`. What it finds is kept as plain values in `doc.user_data`: it goes with
`doc.to_bytes()`, `DocBin(store_user_data=True)` and `nlp.pipe(n_process=2)`.
"""

from collections.abc import Callable, Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from graph.corpus import extract
from graph.parsing.language import load
from graph.project import Project, read_project
from graph.records import Document, Reading

KEY = "entente"


def statements_of(doc: Doc) -> object:
    """Return the statements of a doc, a tuple of `Statement`; an empty one where the component has not read it."""
    found = doc.user_data.get(KEY)
    return Reading.from_dict(found).statements if found else ()


class Component:
    """Read docs, one by one or as a stream; a doc that cannot be read (it is not in English) has no statements."""

    def __init__(self, model: str | None, project: Project) -> None:
        self.model, self.project = model, project
        _set_extension()

    def __call__(self, doc: Doc) -> Doc:
        """Return the doc, its statements set."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Yield the docs in order, so many read together."""
        _set_extension()  # in a worker process nobody else has
        batch: list[Doc] = []
        for doc in stream:
            batch.append(doc)
            if len(batch) >= batch_size:
                yield from self._read(batch)
                batch = []
        yield from self._read(batch)

    def _read(self, docs: list[Doc]) -> list[Doc]:
        documents = [Document(str(number), doc.text) for number, doc in enumerate(docs)]
        for reading in extract(documents, load(self.model), on_error=lambda _not_read: None, project=self.project):
            docs[int(reading.id)].user_data[KEY] = reading.to_dict()
        return docs


@Language.factory(
    "entente", default_config={"model": None, "relations": [], "words": [], "names": []}, assigns=["doc._.statements"]
)
def make(
    nlp: Language, name: str, model: str | None, relations: list[str], words: list[str], names: list[str]
) -> Callable[[Doc], Doc]:
    """Make the component: `model` is another pipeline to read with; the others are files of a user's own."""
    return Component(model, read_project(relations, words, names))


def _set_extension() -> None:
    if not Doc.has_extension("statements"):
        Doc.set_extension("statements", getter=statements_of)
