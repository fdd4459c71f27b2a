"""A word as it is printed → all lemmas that it may have: the model's own rules, turned around."""

import re

from spacy.language import Language

WORD = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?|[^\W\d_]+")
FORMS = 100_000  # words of which is kept what can be said of them


class Lemmas:
    """The lemmas that a form may have: what the model's rules and exceptions make of it for any part of speech."""

    def __init__(self, nlp: Language) -> None:
        """Take the tables of the model's lemmatizer."""
        lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
        self.rules = sorted({(old, new) for rules in lookups.get_table("lemma_rules").values() for old, new in rules})
        self.exceptions: dict[str, set[str]] = {}
        for table in lookups.get_table("lemma_exc").values():
            for form, lemmas in table.items():
                self.exceptions.setdefault(str(form), set()).update(lemmas)
        self.known: dict[str, frozenset[str]] = {}

    def of(self, form: str) -> frozenset[str]:
        """Return all lemmas that `form`, in lower case, may have."""
        if (found := self.known.get(form)) is None:
            if len(self.known) >= FORMS:
                self.known.clear()
            made = {form[: len(form) - len(old)] + new for old, new in self.rules if form.endswith(old)}
            self.known[form] = found = frozenset({form, *made, *self.exceptions.get(form, ())} - {""})
        return found
