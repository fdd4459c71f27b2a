"""A table of words, tags, labels and heads → a parsed text, without any model; and back again.

    word   Georgia    was       attacked  by        Russia  ~.
    tag    NNP        VBD       VBN       IN        NNP     .
    dep    nsubjpass  auxpass   ROOT      agent     pobj    punct
    head   attacked   attacked  =         attacked  by      attacked
    lemma  =          be        attack    =         =       =

`~` before a word: no space before it. A head is a word of the same text, with its number where it stands there several
times (`talks/2`). `=` is the default: as lemma the word, in small letters if it is no name; the part of speech that
goes with the tag; no named entity. Rows `lemma`, `pos` and `ent` (label, then `+` for its further words) may be
left out, and a long sentence goes on in further blocks of rows.

`python -m tests.parses "A sentence."` prints the table that the model makes, to be checked by eye and corrected.
The files of tests/parsed hold such parses, each with what is expected of it; `sentences` reads them.
"""

import sys
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

import pytest
import spacy.tokens
from spacy.lang.en import English
from spacy.vocab import Vocab

from graph.syntax.tree import Doc, Token
from tests.paths import TESTS

FOLDER = TESTS / "parsed"
ROWS = ("word", "tag", "dep", "head", "lemma", "pos", "ent")
REQUIRED = ("word", "tag", "dep", "head")
WIDTH = 124
POS: Mapping[str, str] = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON",
    "WDT": "PRON", "EX": "PRON", "MD": "AUX", "IN": "ADP", "RP": "ADP", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ",
    "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "WRB": "SCONJ", "DT": "DET", "PDT": "DET", "WP$": "DET", "CC": "CCONJ",
    "CD": "NUM", "POS": "PART", "$": "SYM", "HYPH": "PUNCT", "UH": "INTJ", "FW": "X", "AFX": "ADJ",
}  # fmt: skip


class TableError(ValueError):
    """A table that is no parse, or a file of parses with something in it that nobody asked for."""


def sentences(name: str, keys: Collection[str]) -> list[dict[str, Any]]:
    """Read tests/parsed/NAME.toml: sentences with `about`, `parse`, maybe `known_failure`, and some of `keys`."""
    found: list[dict[str, Any]] = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))["sentence"]
    for sentence in found:
        asked = set(sentence) - {"about", "parse", "known_failure"}
        if not asked or not asked <= set(keys) or not {"about", "parse"} <= set(sentence):
            raise TableError(
                f"{name}.toml: {sentence.get('about')}: keys are about, parse, known_failure and some of {keys}"
            )
    abouts = [sentence["about"] for sentence in found]
    if twice := sorted({about for about in abouts if abouts.count(about) > 1}):
        raise TableError(f"{name}.toml: two sentences are about {', '.join(twice)}")
    return found


def whole(name: str, keys: Collection[str]) -> Iterator[Any]:
    """Yield each sentence of a file of parses as one test parameter; `known_failure` makes it a strict xfail."""
    for sentence in sentences(name, keys):
        why = sentence.get("known_failure")
        marks = [pytest.mark.xfail(strict=True, reason=why)] if why else []
        yield pytest.param(sentence, id=sentence["about"], marks=marks)


def questions(name: str, keys: Collection[str]) -> Iterator[Any]:
    """Yield a test parameter (parse, key, question, answer) for each `key.question = answer` of a file of parses.

    Those that `known_failure` names are strict xfails with the reason given there.
    """
    for sentence in sentences(name, keys):
        failures = dict(sentence.get("known_failure", {}))
        for key in keys:
            for question, answer in sentence.get(key, {}).items():
                why = failures.pop(question, None)
                marks = [pytest.mark.xfail(strict=True, reason=why)] if why else []
                about = f"{sentence['about']}: {question}"
                yield pytest.param(sentence["parse"], key, question, answer, id=about, marks=marks)
        if failures:
            raise TableError(f"{name}.toml: {sentence['about']}: nobody asks about {', '.join(failures)}")


def parse(table: str) -> Doc:
    """Return the parsed text of a table. Raises TableError for one that is not well formed."""
    return Doc([parse_with_spacy(table)])


def parse_with_spacy(table: str) -> spacy.tokens.Doc:
    """Return the parsed text of a table as spaCy has it. Raises TableError for one that is not well formed."""
    rows = _rows(table)
    words = [word.removeprefix("~") for word in rows["word"]]
    spaces = [not after.startswith("~") for after in rows["word"][1:]] + [False]
    deps = rows["dep"]
    return spacy.tokens.Doc(
        vocab(),
        words=words,
        spaces=spaces,
        tags=rows["tag"],
        deps=deps,
        heads=_heads(words, deps, rows["head"]),
        lemmas=[
            lemma_of(word, tag) if lemma == "=" else lemma
            for word, tag, lemma in zip(words, rows["tag"], rows["lemma"], strict=True)
        ],
        pos=[
            pos_of(word, tag, dep, lemma) if pos == "=" else pos
            for word, tag, dep, lemma, pos in zip(words, rows["tag"], deps, rows["lemma"], rows["pos"], strict=True)
        ],
        ents=_entities(rows["ent"]),
    )


@cache
def vocab() -> Vocab:
    """Return the vocabulary of English without a model: it knows what is punctuation."""
    return English().vocab


def word(doc: Doc, name: str) -> Token:
    """Return the token that a table calls so: `talks`, or `talks/2` for the second. Raises TableError."""
    text, _, number = name.partition("/") if not name.startswith("/") else (name, "", "")
    found = [t for t in doc if t.text == text]
    if not found or (number and int(number) > len(found)) or (not number and len(found) > 1):
        raise TableError(f"{name!r}: {len(found)} words of {doc.text!r} are called so")
    return found[int(number or 1) - 1]


def name_of(token: Token) -> str:
    """Return how a table calls a token."""
    same = [t.i for t in token.doc if t.text == token.text]
    return token.text if len(same) == 1 else f"{token.text}/{same.index(token.i) + 1}"


def lemma_of(word: str, tag: str) -> str:
    """Return the base form of a word that needs none of its own."""
    return word if tag in ("NNP", "NNPS") else word.lower()


def pos_of(word: str, tag: str, dep: str, lemma: str) -> str:
    """Return the part of speech that goes with a tag in spaCy's English models, in most places."""
    if tag.startswith("VB"):
        return "AUX" if dep in ("aux", "auxpass") or lemma == "be" else "VERB"
    if tag == "TO":
        return "PART" if dep == "aux" else "ADP"
    if tag == "IN" and dep == "mark":
        return "SCONJ"
    if tag == "RB" and word.lower() in ("not", "n't", "n’t"):
        return "PART"
    return POS.get(tag, "PUNCT")


def table_of(text: spacy.tokens.Doc, width: int = WIDTH) -> str:
    """Write a text that spaCy has parsed as a table."""
    doc = Doc([text])
    marks = {i: "+" if i > ent.start else ent.label_ for ent in doc.ents for i in range(ent.start, ent.end)}
    columns = [_column(token, marks.get(token.i, "=")) for token in doc]
    blocks: list[list[tuple[str, ...]]] = [[]]
    for column in columns:
        if sum(max(map(len, c)) + 2 for c in (*blocks[-1], column)) + 7 > width:
            blocks.append([])
        blocks[-1].append(column)
    used = [i for i, row in enumerate(ROWS) if row in REQUIRED or any(c[i] != "=" for c in columns)]
    return "\n\n".join(_block(block, used) for block in blocks) + "\n"


def _block(columns: Iterable[tuple[str, ...]], used: Iterable[int]) -> str:
    lines = {i: f"{ROWS[i]:7}" for i in used}
    for column in columns:
        size = max(len(column[i]) for i in lines) + 2
        for i in lines:
            lines[i] += column[i].ljust(size)
    return "\n".join(line.rstrip() for line in lines.values())


def _column(token: Token, mark: str) -> tuple[str, ...]:
    glued = token.i > 0 and not token.nbor(-1).whitespace_
    lemma = "=" if token.lemma_ == lemma_of(token.text, token.tag_) else token.lemma_
    pos = pos_of(token.text, token.tag_, token.dep_, lemma)
    return (
        f"{'~' if glued else ''}{token.text}",
        token.tag_,
        token.dep_,
        "=" if token.head is token else name_of(token.head),
        lemma,
        "=" if pos == token.pos_ else token.pos_,
        mark,
    )


def _rows(table: str) -> dict[str, list[str]]:
    """Read the rows of a table, joined over its blocks, with the defaults put in."""
    rows: dict[str, list[str]] = {row: [] for row in ROWS}
    for block in table.strip().split("\n\n"):
        lines = [line.split() for line in block.splitlines() if line.strip()]
        cells = {line[0]: line[1:] for line in lines}
        if len(cells) < len(lines) or not set(REQUIRED) <= set(cells) <= set(ROWS):
            raise TableError(f"a block has the rows {', '.join(REQUIRED)}, each once: {[line[0] for line in lines]}")
        for row in ROWS:
            values = cells.get(row, ["="] * len(cells["word"]))
            if len(values) != len(cells["word"]):
                raise TableError(f"row {row} has {len(values)} values for {len(cells['word'])} words: {values}")
            rows[row].extend(values)
    return rows


def _heads(words: list[str], deps: list[str], heads: list[str]) -> list[int]:
    plain = Doc([spacy.tokens.Doc(vocab(), words=words)])
    found = [i if head == "=" else word(plain, head).i for i, head in enumerate(heads)]
    wrong = [words[i] for i, dep in enumerate(deps) if (dep == "ROOT") != (found[i] == i)]
    if wrong:
        raise TableError(f"the top of a sentence is its own head and a ROOT, and nothing else is: {wrong}")
    return found


def _entities(labels: list[str]) -> list[str]:
    """Return the entity of each token in the form that Doc takes: B-GPE, I-GPE, O."""
    found: list[str] = []
    for label in labels:
        if label == "+" and (not found or found[-1] == "O"):
            raise TableError("`+` goes on with an entity; none has begun")
        found.append("O" if label == "=" else f"I-{found[-1][2:]}" if label == "+" else f"B-{label}")
    return found


def main() -> None:
    """Print the tables of the sentences given as arguments, as the model parses them."""
    from graph.parsing.language import load

    for text in sys.argv[1:]:
        sys.stdout.write(table_of(load()(text)) + "\n")


if __name__ == "__main__":
    main()
