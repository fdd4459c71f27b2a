"""Words of a lexicon in, those out that the model would never find: its lemmas are base forms."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from graph.relations.lexicon import Entry

if TYPE_CHECKING:
    from spacy.language import Language

SEEN_AS = {
    "verb": ("VERB", "Tense=Past|VerbForm=Fin"),
    "phrase": ("VERB", "Tense=Past|VerbForm=Fin"),
    "noun": ("NOUN", "Number=Plur"),
}


def not_base_forms(entries: Iterable[Entry], nlp: "Language") -> Iterator[tuple[str, str]]:
    """Yield verbs, phrases and nouns whose head is not a base form, with what it should be: "acquired", "acquire"."""
    from spacy.tokens import Doc

    lemmatizer = nlp.get_pipe("lemmatizer")
    for part, words, _ in sorted(entries, key=lambda entry: entry[:2]):
        if part in SEEN_AS:
            place = len(words) - 1 if part == "noun" else 0
            pos, morph = SEEN_AS[part]
            doc = Doc(nlp.vocab, words=[words[place]], pos=[pos], morphs=[morph])
            lemma = lemmatizer(doc)[0].lemma_
            if lemma != words[place]:
                yield " ".join(words), " ".join([*words[:place], lemma, *words[place + 1 :]])
