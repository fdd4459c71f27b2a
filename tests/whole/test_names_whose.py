"""Which names of a text are mentions of their entity, and which only say whose another is, or name a thing."""

import pytest

from tests.named import entities

GOVERNMENTS = [
    ("Yesterday the Trump administration condemned Chad.", ["United States|country", "Chad|country"]),
    ("Saddam Hussein's regime attacked Kuwait in August.", ["Iraq|country", "Kuwait|country"]),
]
WHOSE = [
    ("Togo hired the French company Danone last year.", ["Togo|country", "Danone|organisation"]),
    ("Rockets hit the Israeli city of Ashkelon.", ["Ashkelon|place"]),
    ("Togo wrote to the Lebanese Hezbollah movement.", ["Togo|country", "Hezbollah|organisation"]),
    ("Togo heard two Kenyan fishermen and a Malian tailor.", ["Togo|country", "Mali|country"]),
    ("Chad accused Niger after German and Chinese companies left.", ["Chad|country", "Niger|country"]),
    ("Togo mourns three Jordanians who drowned.", ["Togo|country"]),
    ("Togo and the Asian country will trade rice.", ["Togo|country"]),
    ("Kenyan officials met Jordanian envoys.", ["Kenya|country", "Jordan|country"]),
    ("Iranian farmers live on the Iranian coast of the Caspian Sea.", ["Iran|country", "Caspian Sea|place"]),
    ("Millions of Jordanians voted against the Iraqi central bank.", ["Jordan|country", "Iraq|country"]),
    ("Chad killed two Jordanian men on Friday.", ["Chad|country", "Jordan|country"]),
]
THINGS = [
    (
        "Chad crossed the Indian, Pacific and Atlantic Oceans.",
        ["Chad|country", "Pacific Ocean|place", "Atlantic Ocean|place"],
    ),
    ("Chad met Kurdish-speaking farmers near Kabul.", ["Chad|country", "Kabul|place"]),
    ("Chad discussed the East-West corridor with Mali.", ["Chad|country", "Mali|country"]),
    ("Chad shelled a village in Western Syria.", ["Chad|country", "Syria|country"]),
    ("Chad received the Order of Ivo Holm from Mali.", ["Chad|country", "Mali|country"]),
    ("Chad will host the FIFA World Cup with Mali.", ["Chad|country", "Mali|country"]),
    ("Chad told all Member States of the African Union.", ["Chad|country", "African Union|bloc"]),
    ("Chad left the Paris climate accord before Mali.", ["Chad|country", "Mali|country"]),
    ("Chad spoke of a war on fellow Arab nation of Yemen.", ["Chad|country", "Yemen|country"]),
]
SHARED = [
    (
        "In Nigeria the Labour Party blamed Benin.",
        ["Nigeria|country", "Labour Party (Nigeria)|organisation", "Benin|country"],
    ),
    ("Norway's Labour Party blamed Benin.", ["Norway|country", "Labour Party (Norway)|organisation", "Benin|country"]),
    ("Ghana's Labour Party blamed Benin.", ["Ghana|country", "Labour Party|organisation", "Benin|country"]),
    ("In London the Labour Party blamed Benin.", ["London|place", "Labour Party (UK)|organisation", "Benin|country"]),
]
KINDS = [
    ("Chad accused Jabhat al-Zelma of theft.", ["Chad|country", "Jabhat al-Zelma|organisation"]),
    ("Chad bombed Marj al-Zelma and left.", ["Chad|country", "Marj al-Zelma|place"]),
    ("Banco de Zelma sued Chad on Friday.", ["Banco de Zelma|organisation", "Chad|country"]),
    ("Chad praised the Afghani president.", ["Chad|country", "Afghanistan|country"]),
    ("Chad blamed Togo for the Khashoggi killing.", ["Chad|country", "Khashoggi|person", "Togo|country"]),
]


@pytest.mark.parametrize(("text", "expected"), [*GOVERNMENTS, *WHOSE, *THINGS, *SHARED, *KINDS])
def test_entities(text: str, expected: list[str]) -> None:
    assert sorted(entities(text, "2019-05-01")) == sorted(expected)
