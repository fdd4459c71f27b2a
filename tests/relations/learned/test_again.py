"""A sentence read a second time for one pair: which pairs are, and that each is read for itself."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from graph.relations.learned.evidence import POSSIBLE, read_again
from graph.relations.learned.net import net
from graph.relations.learned.rivals import MOST, UNREAD, again_of
from graph.relations.learned.sights import Sight, sights_of
from tests.relations.learned.stepped import steps_of

TEXT = "Chad, which Togo had armed for years, attacked Niger while Mali's minister was having lunch in Oslo."


def sight_of(text: str, nlp: Any) -> Sight:
    """Return the one sentence of a text, without what the rules say."""
    steps = steps_of(text, nlp)
    (found,) = sights_of([], [], steps["cues"], steps["referents"])
    return found


@pytest.fixture(scope="module")
def sight(nlp: Any) -> Sight:
    """Give the one sentence of the text."""
    return sight_of(TEXT, nlp)


def test_possible_pairs_are_read_again_and_others_are_not(sight: Sight) -> None:
    (told,) = net()([sight.seen], [sight.pairs])
    (again,) = read_again([sight], [told], net())
    read = {pair.couple.names for pair, scores in zip(sight.pairs, again, strict=True) if not np.isnan(scores).any()}
    assert read == {p.couple.names for p, one in zip(sight.pairs, told, strict=True) if max(one.scores) > POSSIBLE}
    assert ("Chad", "Niger") in read
    assert len(read) < len(sight.pairs)


def test_of_a_pair_that_has_no_direction_one_way_round_is_read(nlp: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    both = sight_of("Chad and Niger signed a defence pact.", nlp)
    reads, asked = net(), list[Any]()

    def again_(_: Any, pairs: Any) -> Any:
        asked.extend(pairs)
        return np.array([[2.0, 1.0, 0.0]])

    monkeypatch.setattr(reads, "again", again_)
    (again,) = read_again([both], reads([both.seen], [both.pairs]), reads)
    assert [pair.couple.names for pair in asked] == [("Chad", "Niger")]
    assert again.tolist() == [[2.0, 1.0, 0.0]] * 2


def test_each_pair_is_read_for_itself(sight: Sight) -> None:
    seen = [sight.seen] * len(sight.pairs)
    together = net().again(seen, sight.pairs)
    alone = np.concatenate([net().again([sight.seen], [pair]) for pair in sight.pairs])
    assert np.allclose(together, alone, atol=1e-3)
    by_pair = dict(zip((pair.couple.names for pair in sight.pairs), together.tolist(), strict=True))
    opposed = net().relations.index("opposed")
    assert by_pair["Chad", "Niger"][opposed] == max(scores[opposed] for scores in by_pair.values())


def test_a_sentence_is_read_by_itself(sight: Sight) -> None:
    other = replace(sight.seen, pieces=sight.seen.pieces[::-1].copy())
    alone, beside = (net()(seen, [sight.pairs] * len(seen))[-1] for seen in ([sight.seen], [other, sight.seen]))
    assert np.allclose([told.scores for told in alone], [told.scores for told in beside], atol=1e-5)


def test_a_pair_stands_beside_those_of_its_ends() -> None:
    ends = [("Chad", "Niger"), ("Niger", "Chad"), ("Togo", "Niger"), ("Chad", "Mali")]
    told = again_of(ends, np.array([[2.0, -1.0], [-3.0, np.nan], [1.0, 0.0], [np.nan, np.nan]]))
    assert told["again"].tolist() == [[2.0, -1.0], [-3.0, UNREAD], [1.0, 0.0], [UNREAD, UNREAD]]
    assert told["read again"].tolist() == [[1.0, 1.0], [1.0, 0.0], [1.0, 1.0], [0.0, 0.0]]
    assert told["again turned"].tolist() == [[-3.0, UNREAD], [2.0, -1.0], [UNREAD] * 2, [UNREAD] * 2]
    assert told["again other"].tolist() == [[-1.0, 2.0], [UNREAD, -3.0], [0.0, 1.0], [UNREAD, UNREAD]]
    assert told["again before source"].tolist() == [[1.0, -1.0], [MOST, 0.0], [-1.0, 1.0], [0.0, 0.0]]
    assert told["again before target"].tolist() == [[MOST, MOST], [MOST, 0.0], [MOST, MOST], [-MOST, -MOST]]


def test_what_is_the_same_goes_through_the_layers_once(sight: Sight, monkeypatch: pytest.MonkeyPatch) -> None:
    encode, asked = net()._encode, list[Any]()
    layers = encode._layers

    class Counting:
        def run(self, *asks: Any) -> Any:
            asked.append(asks)
            return layers.run(*asks)

    monkeypatch.setattr(encode, "_layers", Counting())
    one, two = encode([sight.seen]), encode([sight.seen, sight.seen])
    assert len(asked) == 2
    assert np.array_equal(two, np.concatenate([one, one]))
