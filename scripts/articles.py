"""A seed in, articles of made-up news out: the same every time, in paragraphs as agencies write them.

Each sentence is drawn from sentences.txt (who is with whom) or, as often as not, from ordinary.txt (all the other
things that happen), with changing names.
"""

import random
from collections.abc import Iterator
from pathlib import Path

from graph.records import Document

HERE = Path(__file__).parent
SHARE = 0.5  # of the sentences that speak of who is with whom
PARAGRAPHS = 20  # an article's; each of one sentence or two
NAMES = (
    "Norway Chile Kenya Japan Poland Peru Egypt Canada Vietnam Ghana Spain Nepal Cuba Oman Laos Finland Brazil Morocco "
    "Mongolia Portugal Ecuador Uganda Jordan Malaysia Hungary Iceland Angola Panama"
).split()
PLACES = "Oslo Lima Nairobi Osaka Gdansk Cairo Toronto Hanoi Accra Seville Havana Muscat Tampere Recife Fez".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def articles(seed: int = 1, share: float = SHARE, paragraphs: int = PARAGRAPHS) -> Iterator[Document]:
    """Yield articles without end."""
    told, ordinary = (_lines(name) for name in ("sentences.txt", "ordinary.txt"))
    chance = random.Random(seed)
    number = 0
    while True:
        parts = []
        for _ in range(paragraphs):
            patterns = [
                chance.choice(told if chance.random() < share else ordinary) for _ in range(chance.randint(1, 2))
            ]
            parts.append(" ".join(_filled(pattern, chance) for pattern in patterns))
        yield Document(f"article {number:06}", "\n\n".join(parts), f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}")
        number += 1


def articles_of(words: int, seed: int = 1, share: float = SHARE) -> list[Document]:
    """Return articles of together at least so many words."""
    found: list[Document] = []
    for article in articles(seed, share):
        found.append(article)
        words -= len(article.text.split())
        if words <= 0:
            break
    return found


def _lines(name: str) -> list[str]:
    return (HERE / name).read_text(encoding="utf-8").splitlines()


def _filled(pattern: str, chance: random.Random) -> str:
    a, b, c = chance.sample(NAMES, 3)
    return pattern.format(A=a, B=b, C=c, place=chance.choice(PLACES), day=chance.choice(DAYS), n=chance.randint(2, 90))
