"""Who is who, as the model reads it: what a text, its title and the words beside a name decide, and near misses."""

import pytest

from tests.named import entities

CAPITALS = [
    ("Rebels of Chad stormed into Kampala on Friday.", ["Chad|country", "Kampala|place"]),
    ("The Kampala-based group Farwatch blamed Chad.", ["Kampala|place", "Farwatch|organisation", "Chad|country"]),
    ("The Kampala-backed group Farwatch blamed Chad.", ["Uganda|country", "Farwatch|organisation", "Chad|country"]),
    ("Chad praised the Kampala peace talks.", ["Chad|country", "Kampala|place"]),
    ("Chad praised the Kampala trade envoys.", ["Chad|country", "Uganda|country"]),
    ("It was a turning point in Kampala-Lima ties.", ["Uganda|country", "Peru|country"]),
    ("Envoys of Chad converged on Kampala.", ["Chad|country", "Kampala|place"]),
    ("Chad imposed sanctions on Kampala.", ["Chad|country", "Uganda|country"]),
    ("Chad recognised Kampala as its capital.", ["Chad|country", "Kampala|place"]),
    ("Chad recognised Kampala as an ally.", ["Chad|country", "Uganda|country"]),
]
NOBODY = [
    ("Cyclone Marisol hit Chad. Marisol killed ten people in Togo.", ["Chad|country", "Togo|country"]),
    ("Operation Silver Birch alarmed Chad. The Silver Birch operation goes on.", ["Chad|country"]),
    ("Marisol Soler blamed Chad. Marisol left.", ["Marisol Soler|person", "Chad|country"]),
    ("The Bay of Pigs invasion hurt Cuba.", ["Cuba|country"]),
    ("Boats of Cuba left the Bay of Pigs.", ["Cuba|country", "Bay of Pigs|place"]),
    ("Judeo-Christian values please Chad.", ["Chad|country"]),
    ("Jewish and Christian leaders blamed Chad.", ["Jews|people", "Christians|people", "Chad|country"]),
    (
        "EU Trade Relations Commissioner Ama Berg blamed Chad.",
        ["European Union|bloc", "Ama Berg|person", "Chad|country"],
    ),
    ("Ama Berg, Minister of Trade and International Cooperation of Chad, left.", ["Ama Berg|person", "Chad|country"]),
]
BODIES = [
    ("The German Foreign Office blamed Chad.", ["German Foreign Ministry|organisation", "Chad|country"]),
    ("Britain's Foreign Office blamed Chad.",
     ["United Kingdom|country", "Foreign Office|organisation", "Chad|country"]),
    ("In Togo, the Health Ministry blamed Chad and Peru.",
     ["Togo|country", "Togolese Health Ministry|organisation", "Chad|country", "Peru|country"]),
    ("Chad blamed Peru. Security Council Secretary Ama Berg of Chad left.",
     ["Chad|country", "Peru|country", "Chadian Security Council|organisation", "Ama Berg|person"]),
    ("Chad blamed Peru. The Security Council of the UN praised Chad.",
     ["Chad|country", "Peru|country", "UN Security Council|organisation", "United Nations|organisation"]),
    ("In El Salvador, the Christian Democrats blamed Peru.",
     ["El Salvador|country", "Christian Democrats|organisation", "Peru|country"]),
    ("In Germany, the Christian Democrats blamed Peru.",
     ["Germany|country", "Christian Democratic Union|organisation", "Peru|country"]),
    ("Iran blamed the United States. Foreign Ministry spokesman Ama Berg said Iran rejects the United States.",
     ["Iran|country", "United States|country", "Iranian Foreign Ministry|organisation", "Ama Berg|person"]),
]  # fmt: skip
PERSONS = [
    ("Ana Soler is the Campaign Coordinator for Peru.", ["Ana Soler|person", "Peru|country"]),
    ("Chief of the Chadian Army Omar Farouki blamed Peru.", ["Chad|country", "Omar Farouki|person", "Peru|country"]),
    ("James N. Mattis left Chile. Mattis praised Peru.", ["James Mattis|person", "Chile|country", "Peru|country"]),
    ("James R. Almagro left Chile.", ["James R. Almagro|person", "Chile|country"]),
    ("The Prophet Muhammad was drawn in Chile.", ["Chile|country"]),
    ("The Marshall Plan helped Chile. George Almagro left.", ["Chile|country", "George Almagro|person"]),
]


@pytest.mark.parametrize(("text", "expected"), CAPITALS + NOBODY + BODIES + PERSONS)
def test_entities(text: str, expected: list[str]) -> None:
    assert sorted(entities(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "king"),
    [
        ("Jordan's King Abdullah visited Peru.", "Abdullah II"),
        ("King Abdullah of Saudi Arabia visited Jordan.", "Abdullah bin Abdulaziz"),
        ("King Abdullah visited Peru. Saudi officials blamed Chile.", "Abdullah bin Abdulaziz"),
        ("The Crown Prince of Saudi Arabia Abdullah signed the papers in Peru.", "Abdullah bin Abdulaziz"),
        ("King Abdullah visited Peru.", "Abdullah"),
        ("Mr. Abdullah of Jordan visited Peru.", "Abdullah"),
        ("Morocco's King Mohamed visited Peru.", "Mohammed VI"),
        ("Morocco's envoy Mohamed Farouki visited Peru.", "Mohamed Farouki"),
    ],
)
def test_kings_of_one_name_are_told_apart_by_their_states(text: str, king: str) -> None:
    assert f"{king}|person" in entities(text)


def test_a_title_that_is_not_in_the_text_names_persons_in_full() -> None:
    text = "Mr Mensah blamed Chad. He spoke of Kofi Mensah."
    assert "Ama Mensah|person" in entities(text, title="Message to Ama Mensah on dams")
    assert "Ama Mensah|person" not in entities(text, title="Message On Dams")
