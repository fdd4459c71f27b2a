"""Which names of many texts mean one person: by evidence, never by likeness; two of one surname stay apart."""

import pytest

from graph.kg.corrections import parse_corrections
from graph.kg.corrections.applying import correct
from graph.kg.joining import as_corrections, as_toml, gather, suggestions
from graph.records import Entity, Reading, Source, Statement


def reading(name: str, *entities: str, date: str | None = None, sentence: str = "") -> Reading:
    """Return a reading of entities written `name` (a person) or `name|kind`; one statement where there is a sentence.

    The statement is that the first entity opposes the second.
    """
    parts = [text.partition("|") for text in entities]
    made = tuple(Entity(n, kind or "person", (n,), 1) for n, _, kind in parts)  # type: ignore[arg-type]
    said: tuple[Statement, ...] = ()
    if sentence:
        one, other = made[0].name, made[1].name
        where = (sentence.index(one), sentence.index(other))
        said = (
            Statement(
                source=one,
                source_text=one,
                source_start=where[0],
                source_end=where[0] + len(one),
                relation="opposed",
                target=other,
                target_text=other,
                target_start=where[1],
                target_end=where[1] + len(other),
                cue="condemned",
                cue_start=sentence.index("condemned"),
                cue_end=sentence.index("condemned") + 9,
                sentence=sentence,
                start=0,
                end=len(sentence),
                symmetric=False,
                negated=False,
                modality="actual",
                attributed_to=None,
                date=date,
                document=name,
                rule="opposed.criticism.verb subject -> object",
                confidence=0.9,
            ),
        )
    return Reading(Source(name, date), made, said)


HOLM = reading("a", "Lars Holm", "Norway|country")


def found(*readings: Reading, least: float = 0.0) -> list[tuple[str, str, tuple[str, ...] | None]]:
    return [(s.name, s.into, s.documents) for s in suggestions(gather(readings)) if s.score >= least]


@pytest.mark.parametrize(
    ("readings", "certain"),
    [
        ([HOLM, reading("b", "Holm", "Norway|country")], [("Holm", "Lars Holm", ("b",))]),
        ([HOLM, reading("b", "Holm", "Peru|country")], []),
        ([HOLM, reading("b", "Holm", "Norway|country"), reading("c", "Anna Holm", "Norway|country")], []),
        ([HOLM, reading("b", "Holm|organisation", "Norway|country")], []),
        ([HOLM, reading("b", "Lars", "Norway|country")], []),
        ([HOLM], []),
    ],
)
def test_surname_is_the_only_person_of_that_name_in_the_same_company(
    readings: list[Reading], certain: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    assert found(*readings, least=0.7) == certain


def test_documents_of_another_company_are_suggested_apart() -> None:
    other = reading("c", "Holm", "Peru|country")
    both = found(HOLM, reading("b", "Holm", "Norway|country"), other)
    assert both == [("Holm", "Lars Holm", ("b",)), ("Holm", "Lars Holm", ("c",))]


def test_far_times_are_not_one_person() -> None:
    one = reading("a", "Lars Holm", "Norway|country", date="1955-01-01")
    assert found(one, reading("b", "Holm", "Norway|country", date="2015-01-01")) == []


def test_common_surname_needs_the_same_office() -> None:
    full = reading("a", "Gordon Brown", "Chad|country", sentence="Prime Minister Gordon Brown condemned Chad.")
    alone = reading("b", "Brown", "United Kingdom|country")
    titled = reading("c", "Brown", "Chad|country", sentence="Prime Minister Brown condemned Chad.")
    assert found(full, alone, least=0.7) == []
    assert found(full, titled, least=0.7) == [("Brown", "Gordon Brown", ("c",))]


def test_spellings_of_one_name_are_merged_everywhere() -> None:
    assert found(HOLM, reading("b", "Lárs Holm", "Peru|country"), least=0.7) == [("Lárs Holm", "Lars Holm", None)]


def test_end_of_the_only_longer_name() -> None:
    readings = [reading("a", "Lars Erik Holm", "Norway|country"), reading("b", "Erik Holm", "Norway|country")]
    assert found(*readings, least=0.7) == [("Erik Holm", "Lars Erik Holm", None)]


def test_same_readings_in_any_order_give_the_same() -> None:
    readings = [HOLM, reading("b", "Holm", "Norway|country"), reading("c", "Holm", "Peru|country")]
    assert suggestions(gather(readings)) == suggestions(gather(readings[::-1]))


def test_corrections_join_only_the_documents_that_fit() -> None:
    readings = [HOLM, reading("b", "Holm", "Norway|country"), reading("c", "Holm", "Peru|country")]
    certain = [s for s in suggestions(gather(readings)) if s.certain]
    joined, _ = correct(readings, as_corrections(certain))
    assert [r.entities[0].name for r in joined] == ["Lars Holm", "Lars Holm", "Holm"]


def test_file_of_corrections_says_the_same() -> None:
    import tomllib

    all_of_them = suggestions(gather([HOLM, reading("b", "Holm", "Norway|country"), reading("c", "Lárs Holm")]))
    moves = parse_corrections(tomllib.loads(as_toml(all_of_them))).moves
    written = {(m.how, m.name, m.to, m.documents) for m in moves}
    assert written == {(m.how, m.name, m.to, m.documents) for m in as_corrections(all_of_them).moves}
