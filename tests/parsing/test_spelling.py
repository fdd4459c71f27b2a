"""A text as it was published → as typed plainly, and the way back from every span."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.parsing.paragraphs import paragraphs, unwrapped
from graph.parsing.spelling import spelled

ODD = "aB .-\n'’`ʼ\t \u00a0\u2009\u00ad\u200b\u2060\ufeffﬁﬂﬀﬃé\u0301ｆ𝐀\u2010\rﬆ"


@pytest.mark.parametrize(
    ("published", "plain"),
    [
        ("Kenyan oﬃcials ﬂew; the ﬁght, the eﬀort", "Kenyan officials flew; the fight, the effort"),
        ("Ken\u00adya con\u00addemned Ugan\u200bda\u2060.\ufeff", "Kenya condemned Uganda."),
        ("didn’t, won`t, don´t, isnʼt, hasn′t", "didn't, won't, don't, isn't, hasn't"),
        ("O’Brien of Xi’an", "O'Brien of Xi'an"),
        ("The  prime\u00a0minister\u2009went \t home", "The prime minister went home"),
        ("Cafe\u0301 in Ko\u0308ln", "Caf\u00e9 in K\u00f6ln"),
        ("Ｋｅｎｙａ", "Kenya"),
        ("the govern-\nment of Chad", "the government\x1fof Chad"),
        ("the gov\u00ad\n  ernment, it said", "the government,\x1fit said"),
        ("Russian-\nbacked men", "Russian-backed\x1fmen"),
        ("an anti-\nwar march", "an anti-war\x1fmarch"),
        ("its Vice-\nPresident left", "its Vice-President\x1fleft"),
        ("a govern-\r\nment", "a government"),
    ],
)
def test_what_is_typed_plainly(published: str, plain: str) -> None:
    found = spelled(published)
    assert found is not None
    assert found.text == plain


@pytest.mark.parametrize(
    "text",
    [
        "Kenya backs Uganda.\n\nIt’s Chad’s “war” – 50 km² … ½.",
        "",
        "a-b 2-\n3",
        "the ’90s, the ministers’ plan",
        "a\nb",
    ],
)
def test_plain_text_stays(text: str) -> None:
    assert spelled(text) is None


@given(st.text(alphabet=ODD, max_size=60), st.data())
def test_every_span_leads_back_to_what_stands_for_it(text: str, data: st.DataObject) -> None:
    found = spelled(text)
    if found is None:
        return
    assert len(found.text) == len(found.starts) == len(found.ends)
    assert list(found.starts) == sorted(found.starts)
    assert all(0 <= start < end <= len(text) for start, end in zip(found.starts, found.ends, strict=True))
    if not found.text:
        return
    start = data.draw(st.integers(0, len(found.text) - 1))
    end = data.draw(st.integers(start + 1, len(found.text)))
    first, last = found.span(start, end)
    assert 0 <= first < last <= len(text)
    for i, letter in enumerate(found.text):  # what needed no change leads to itself
        if letter.isascii() and letter.isalpha() and text[found.starts[i]].isascii():
            assert text[found.starts[i]] == letter
    again = spelled(found.text)
    assert again is None or len(again.text) <= len(found.text)


def test_hyphenated_lines_are_one_paragraph() -> None:
    text = (
        "On Tuesday the prime minister of New Zealand, who had been in the cap-\n"
        "ital of Papua New Guinea since the weekend, signed a treaty with his neigh-\n"
        "bours about the sea between the two countries and about the fish in it."
    )
    found = spelled(text)
    assert found is not None
    [(start, end)] = paragraphs(found.text)
    assert unwrapped(found.text[start:end]) == text.replace("-\n", "")


@pytest.mark.parametrize("width", range(28, 70, 3))
def test_narrow_lines_are_one_paragraph(width: int) -> None:
    words = (
        "the prime minister of New Zealand flew to Papua New Guinea to sign a treaty with its neighbour and " * 4
    ).split()
    lines = [words[0]]
    for word in words[1:]:
        if len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] += f" {word}"
    text = "\n".join(lines)
    assert [unwrapped(text[a:b]) for a, b in paragraphs(text)] == [" ".join(words)]


def test_a_list_of_short_lines_stays_a_list() -> None:
    text = "Norway\nChile and Peru\nThe Islamic Republic of Iran\nMali"
    assert len(paragraphs(text)) == 4
