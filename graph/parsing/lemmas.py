"""spaCy's lemmatizer in, the same with its lists hashed and its answers kept out."""

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from spacy.symbols import LEMMA, MORPH, ORTH, POS  # type: ignore[import-not-found]
from spacy.tokens import Doc

LEMMAS = 200_000  # (word, part of speech, morphology) whose lemma is kept
ITSELF = " "  # in the place of a lemma that is the word as it is printed


def hash_lemmas(lemmatizer: Any) -> None:
    """The tables list 90,000 lemmas, and each new word was looked for from the first to the last."""
    lookups = getattr(lemmatizer, "lookups", None)
    if lookups is None or not lookups.has_table("lemma_index"):
        return
    index = lookups.get_table("lemma_index")
    for part in list(index):
        index[part] = dict.fromkeys(index[part])
    lemmatizer.cache = Bounded(LEMMAS)


def keep_lemmas(lemmatizer: Any) -> None:
    """Let a lemmatizer that works by rules look its answers up, many texts at a time."""
    if getattr(lemmatizer, "mode", "") == "rule" and not lemmatizer.overwrite:
        lemmatizer.pipe = LemmaTable(lemmatizer).pipe


class LemmaTable:
    """The lemmas that the rules gave; spelling, part of speech and morphology decide, so they are the key."""

    def __init__(self, lemmatizer: Any) -> None:
        """Take the lemmatizer to ask for what is not known yet."""
        self.lemmatizer = lemmatizer
        self.known: dict[tuple[int, int, int], str] = Bounded(LEMMAS)

    def pipe(self, docs: Iterable[Doc], **_: object) -> Iterator[Doc]:
        """Set the lemmas that are not set yet, text by text."""
        for doc in docs:
            if len(doc):
                self._annotate(doc)
            yield doc

    def _annotate(self, doc: Doc) -> None:
        add = doc.vocab.strings.add  # anew each time: at the end of a memory zone words are forgotten
        orths, parts, forms, lemmas = doc.to_array([ORTH, POS, MORPH, LEMMA]).T.tolist()
        for i, key in enumerate(zip(orths, parts, forms, strict=True)):
            if not lemmas[i]:
                lemma = self.known.get(key)
                if lemma is None:
                    made = self.lemmatizer.lemmatize(doc[i])[0]
                    self.known[key] = lemma = ITSELF if made == doc[i].text else made
                lemmas[i] = orths[i] if lemma is ITSELF else add(lemma)
        doc.from_array([LEMMA], np.array(lemmas, dtype="uint64").reshape(-1, 1))  # type: ignore[arg-type]  # spaCy's own arrays are such


class Bounded(dict[Any, Any]):
    """A dict that begins anew when it is full, so that it does not grow with the number of texts."""

    def __init__(self, most: int, values: Iterable[tuple[Any, Any]] = ()) -> None:
        """Hold at most `most` keys."""
        super().__init__(values)
        self.most = most

    def __setitem__(self, key: Any, value: Any) -> None:
        """Set a key, after forgetting all others if there is no room."""
        if len(self) >= self.most and key not in self:
            self.clear()
        super().__setitem__(key, value)
