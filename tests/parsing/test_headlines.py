"""Headlines, read with sentence-case spelling: names stay large, ordinary words become small, the length stays."""

import pytest

from graph.parsing.headlines import looks_large, names_within, sentence_case

ORDINARY = frozenset(
    "accuse of plot attack back in border dispute with condemn over dam junta and visit say will not".split()
)
NAMES = names_within("The minister met Haaland on Monday.\nIn Oslo, Berglund spoke.")


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Norway Accuses Russia Of Plotting Attacks", "Norway accuses Russia of plotting attacks"),
        ("Chad Backs Benin In Border Dispute With Togo", "Chad backs Benin in border dispute with Togo"),
        ("CHAD AND TOGO BACK BENIN JUNTA", "Chad and Togo back Benin junta"),
        ("US AND NATO CONDEMN IRAN OVER ATTACKS", "US and NATO condemn Iran over attacks"),
        ("Haaland Says Norway Will Not Visit Chad", "Haaland says Norway will not visit Chad"),
        ("Emmanuel Macron, Tony Blair, Angela Merkel", "Emmanuel Macron, Tony Blair, Angela Merkel"),
        ("Kvamme Condemns Attack Over Dam", "Kvamme condemns attack over dam"),
    ],
)
def test_sentence_case(printed: str, read: str) -> None:
    assert looks_large(printed)
    assert sentence_case(printed, NAMES, ORDINARY.__contains__) == read


@pytest.mark.parametrize(
    "text",
    [
        "Norway accuses Russia of plotting attacks",
        "Norway Accused Russia Of Plotting Attacks.",
        "Peru and Chile",
        "The Foreign Minister of Norway spoke of attacks with the Prime Minister of Peru",
        "",
    ],
)
def test_prose_and_short_lines_are_no_headlines(text: str) -> None:
    assert not looks_large(text)


def test_names_are_the_words_written_large_within_sentences() -> None:
    assert names_within("A clerk met Haaland in secret.\nIt Was Berglund Who Condemned Chile") == {"Haaland"}
