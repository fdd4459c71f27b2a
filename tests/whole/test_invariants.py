"""What holds for every text: true offsets, no exception, the same answer in every process and in every order.

Texts are made of names, verbs, marks and odd characters by hypothesis, or written here; nothing is expected of what
they say, only of how it is said.
"""

import json
import os
import subprocess
import sys
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.corpus import extract
from graph.parsing.paragraphs import paragraphs
from graph.reading.document import read_document
from graph.reading.explaining import explain_text
from graph.reading.published import plainly
from graph.records import KINDS, MODALITIES, Document, Reading
from graph.schema import RELATIONS
from tests.paths import ROOT

NEWS = """Nairobi, 3 March – Kenya "will never" attack Somalia, its foreign minister said.

The Turkish-backed rebels shelled Homs; Moscow and Tehran condemned them,\r\nand so did the E.U.\u2028
Ilham Aliyev’s visit to Türkiye 🇹🇷 was postponed. Mr. Aliyev had accused Armenia of arming the\u00a0Kurds.
\ufeffCôte d'Ivoire – backed by France – and Mali signed a treaty… They support each other. “We love Peru,” he said.
\tThe U.S.-led troops captured Zelmanov in al-Qaida's camp.\x0bChad and Libya are allies.
北京 criticised 東京. Erdogan visited Oslo.
"""
TALK = """President of Peru Juan Paz: Good day.

Prime Minister of Chile Anna Holm: We are grateful to you for your support.

Juan Paz: Chile is a friend of ours.

Anna Holm: We thank you, and I praise you.

Juan Paz: I thank you.

Anna Holm: I thank you as well.
"""
PIECES = (
    "Iran|Israel|Baku|the Turks|U.S.|Hamas|Ilham Aliyev|Aliyev|al-Qaida|NATO|the country|its rival|he|they|both sides|"
    "each other|attacked|was attacked by|backs|denied backing|visited|will visit|accused|of arming|signed a deal with|"
    "is an ally of|anti-|-led|-backed rebels|'s|’s visit to|and|or|,|, who|said|that|not|if|.|!|?|;|:|–|—|-|(|)|“|”|\"|"
    "\n|\n\n|\r\n|\t| |\u00a0|\u200b|\u2028|\ufeff|\x00|\x1f|é|e\u0301|ß|İ|🇹🇷|👩‍🚀|مصر|北京|July 1, 2025|19:16|"
    "%|&|<b>|]]>"
).split("|")
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=30).map(" ".join)
quietly = settings(
    max_examples=60,
    deadline=None,  # because the first text of a process waits for the model's caches
    derandomize=True,  # because a test that fails by chance is no help
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def check(text: str, reading: Reading) -> None:
    """Assert what holds for every reading of a text."""
    for s in reading.statements:
        for words, start, end in (
            (s.source_text, s.source_start, s.source_end),
            (s.target_text, s.target_start, s.target_end),
            (s.cue, s.cue_start, s.cue_end),
            (s.sentence, s.start, s.end),
        ):
            assert text[start:end] == words
            assert words.strip()
        assert 0 <= s.start <= s.cue_start < s.cue_end <= s.end <= len(text)
        assert (s.relation in RELATIONS, s.modality in MODALITIES) == (True, True)
        assert s.source != s.target
        assert 0 <= s.confidence <= 1
        assert (s.document, s.date) == (reading.id, reading.source.date)
    plain = plainly([Document(reading.id, text)])[0][0].text
    names = [entity.name for entity in reading.entities]
    assert len(set(names)) == len(names)
    assert {n for s in reading.statements for n in (s.source, s.target)} <= set(names)
    assert {s.attributed_to for s in reading.statements} - {None} <= set(names)
    for entity in reading.entities:
        assert entity.kind in KINDS
        assert entity.mentions >= 1
        assert all(name in text or name in plain for name in entity.names)  # names are as typed plainly
        assert len(set(entity.names)) == len(entity.names)
    starts = [s.start for s in reading.statements]
    assert starts == sorted(starts)


def keys(reading: Reading) -> list[tuple[Any, ...]]:
    """Give what must be there once in each sentence."""
    ends = [sorted((s.source, s.target)) if s.symmetric else [s.source, s.target] for s in reading.statements]
    return [(s.start, *e, s.relation, s.negated) for s, e in zip(reading.statements, ends, strict=True)]


def test_the_news_of_this_test_says_something(nlp: Any) -> None:
    reading = read_document(Document("news", NEWS, date="2025-07-01"), nlp)
    check(NEWS, reading)
    assert len(reading.statements) >= 6
    assert {s.relation for s in reading.statements} == set(RELATIONS)
    assert len(set(keys(reading))) == len(reading.statements)


@quietly
@given(texts)
def test_any_text_is_read_with_true_offsets(nlp: Any, text: str) -> None:
    reading = read_document(Document("any", text), nlp)
    check(text, reading)
    assert len(set(keys(reading))) == len(reading.statements)


@quietly
@given(st.binary(max_size=200))
def test_any_bytes_that_were_decoded_somehow_are_read(nlp: Any, data: bytes) -> None:
    text = "Iran attacked Israel. " + data.decode("latin-1") + data.decode("utf-8", errors="replace")
    check(text, read_document(Document("any", text), nlp))


@quietly
@given(texts)
def test_any_text_is_explained_with_true_offsets(nlp: Any, text: str) -> None:
    told = explain_text(text, nlp)
    assert told.text == text
    assert all(text[m.start : m.end] == m.text for m in told.mentions)
    assert {m.entity for m in told.mentions} <= {e.name for e in told.entities}
    assert all(text[d.cue_start : d.cue_end] == d.cue and d.reason for d in told.dropped)
    assert all(0 <= f.start < f.end <= len(text) for f in told.frames)
    assert told.statements == read_document(Document("text", text), nlp).statements


@given(texts | st.text(max_size=200))
@settings(deadline=None, derandomize=True)
def test_paragraphs_are_all_that_is_not_blank_in_order(text: str) -> None:
    spans = paragraphs(text)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    bounds = [at for span in spans for at in span]
    assert bounds == sorted(bounds)
    gaps = [text[a:b] for a, b in zip([0, *(e for _, e in spans)], [*(s for s, _ in spans), len(text)], strict=True)]
    assert "".join(gaps).strip() == ""


def test_the_order_of_the_documents_changes_nothing(nlp: Any) -> None:
    documents = [Document(str(n), line) for n, line in enumerate(NEWS.splitlines()) if line.strip()]
    alone = [read_document(d, nlp) for d in documents]
    assert list(extract(documents, nlp)) == alone
    assert list(extract(reversed(documents), nlp)) == alone[::-1]
    assert sum(len(r.statements) for r in alone) >= 6


def test_where_a_text_stands_moves_its_offsets_and_nothing_else(nlp: Any) -> None:
    before = "\n\n \n"
    here = read_document(Document("news", NEWS), nlp)
    there = read_document(Document("news", before + NEWS), nlp)
    moved = len(before)
    fields = ("source_start", "source_end", "target_start", "target_end", "cue_start", "cue_end", "start", "end")
    assert [replace(s, **{f: getattr(s, f) - moved for f in fields}) for s in there.statements] == list(here.statements)
    assert there.entities == here.entities


READ = """
import json, sys
from graph.corpus import extract
from graph.records import Document
documents = [Document(str(n), text) for n, text in enumerate(json.load(sys.stdin))]
json.dump([reading.to_dict() for reading in extract(documents)], sys.stdout)
"""


def test_another_process_with_other_hashes_reads_the_same(nlp: Any) -> None:
    lines = [NEWS, TALK, *NEWS.splitlines()]
    done = subprocess.run(
        [sys.executable, "-c", READ],
        input=json.dumps(lines),
        env={**os.environ, "PYTHONHASHSEED": "1" if os.environ.get("PYTHONHASHSEED") != "1" else "2"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    here = [r.to_dict() for r in extract([Document(str(n), line) for n, line in enumerate(lines)], nlp)]
    assert json.loads(done.stdout) == json.loads(json.dumps(here))
