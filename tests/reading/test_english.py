"""Which texts are not English: named, and left out, without a word about those that are."""

import pytest

from graph.errors import EntenteError
from graph.reading.english import PATH, languages, other_language
from graph.records import Document
from tests.made_up import sentences
from tests.paths import ROOT

OTHERS = {
    "Spanish": "El gobierno de la isla condenó ayer el ataque contra el puerto y anunció que viajará a la capital.",
    "French": "Le ministre a condamné hier l'attaque contre le port et annoncé qu'il se rendra dans la capitale.",
    "German": "Der Minister verurteilte gestern den Angriff auf den Hafen und kündigte eine Reise an.",
    "Turkish": "Bakan dün limana yapılan saldırıyı kınadı ve gelecek hafta başkente gideceğini açıkladı.",
    "Swahili": "Waziri alilaani shambulio la jana dhidi ya bandari na kutangaza kwamba atasafiri kwenda mji mkuu.",
    "Russian": "Министр осудил вчерашнее нападение на порт и объявил о поездке в столицу.",
    "Persian": "وزیر دیروز حمله به بندر را محکوم کرد و گفت که به پایتخت می رود",
}


@pytest.mark.parametrize(("language", "text"), OTHERS.items())
def test_another_language_is_named(language: str, text: str) -> None:
    assert other_language(text) == language
    assert other_language(text * 50) == language


def test_english_is_never_another_language() -> None:
    texts = [*sentences(), *(path.read_text(encoding="utf-8") for path in (ROOT / "seeds").glob("*.txt"))]
    assert [text for text in texts if other_language(text)] == []


@pytest.mark.parametrize("text", ["", "1 2 3", "Oslo", "Lima, Quito, La Paz", "Norway condemned Chile.", "El puerto"])
def test_what_is_too_short_is_not_judged(text: str) -> None:
    assert other_language(text) is None


def test_english_with_a_quote_in_another_language_is_english() -> None:
    before, behind = "The minister said that they will not go.", "That is what he told the paper."
    assert other_language(f"{before} “{OTHERS['Spanish']}” {behind}") is None


def test_the_languages_called_english_have_no_other_name() -> None:
    known = languages()
    assert known.codes.isdisjoint(known.names)
    assert PATH.read_text(encoding="utf-8").count('"the"') == 1


@pytest.mark.slow
def test_only_the_text_in_another_language_is_left_out() -> None:
    from graph.corpus import extract

    told: list[EntenteError] = []
    texts = {"a": "Norway condemned Chile.", "b": OTHERS["Spanish"], "c": "Peru backs Chad."}
    found = list(extract((Document(id, text) for id, text in texts.items()), on_error=told.append))
    assert [reading.id for reading in found] == ["a", "c"]
    said = "b: is in Spanish, and only English is read; translate it, or leave it out"
    assert [str(error) for error in told] == [said]
