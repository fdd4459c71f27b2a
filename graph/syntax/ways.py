"""Two words, each with those above it → the way from one to the other."""

from collections.abc import Hashable, Sequence


def meeting[T: Hashable](up: Sequence[T], down: Sequence[T]) -> tuple[Sequence[T], T | None, Sequence[T]]:
    """Return what of each way lies below the word where they meet, and that word between (None: they do not).

    Both ways begin with the word itself and lead up.
    """
    places = {word: place for place, word in enumerate(down)}
    for place, word in enumerate(up):
        if word in places:
            return up[:place], word, down[: places[word]]
    return up, None, down
