"""Own words beside the built-in ones: added, taken over, taken away; and what is refused, with file and line."""

import pytest

from graph.data_files import File
from graph.errors import DataError
from graph.relations.lexicon import lexicon
from graph.relations.vocabulary import Vocabulary, built_in, find_words, vocabulary
from graph.schema import read_relations, schema

BUYING = '[acquired]\nabout = "SOURCE buys TARGET"\n[acquired.buying]\nabout = "SOURCE buys TARGET"\n'


def made(*texts: str) -> Vocabulary:
    """Give the words of these files, which may declare relations."""
    files = [File(f"{number}.toml", text) for number, text in enumerate(texts)]
    relations = schema()
    for file in files:
        if "buys" in file.text:
            relations = read_relations(file, relations)
    return vocabulary(relations, files)


def groups(known: Vocabulary, part: str, word: str) -> list[str]:
    cues = known.lexicon.find(part, word)  # type: ignore[arg-type]
    return [f"{group.relation.name}.{group.name}" for cue in cues if cue.words == (word,) for group in cue.groups]


def test_without_files_the_words_are_the_built_in_ones() -> None:
    known = made()
    assert known.lexicon.cues == lexicon().cues
    assert (known.added, known.removed, known.taken) == ((), (), ())


def test_a_group_of_the_same_name_adds_words_to_the_built_in_one() -> None:
    known = made('[opposed.criticism]\nverbs = ["upbraid"]\n')
    (upbraid,) = known.lexicon.find("verb", "upbraid")
    (condemn,) = known.lexicon.find("verb", "condemn")
    assert upbraid.groups[0].frames == condemn.groups[0].frames
    assert [group.own for group in (*upbraid.groups, *condemn.groups)] == [True, False]


def test_an_own_relation_takes_its_words_from_the_built_in_ones() -> None:
    assert groups(made(), "noun", "takeover") != []
    known = made(BUYING + 'nouns = ["takeover"]\nnoun_frames = ["subject -> object"]\n')
    assert groups(known, "noun", "takeover") == ["acquired.buying"]
    assert {taken.of.relation.name for taken in known.taken} == {"opposed"}


def test_an_own_group_of_a_built_in_relation_takes_a_word_for_its_roles_only() -> None:
    text = '[allied.mine]\nabout = "SOURCE x TARGET"\nverbs = ["fight"]\nverb_frames = ["subject -> object"]\n'
    known = made(text)
    frames = {
        f"{group.relation.name} {frame}"
        for cue in known.lexicon.find("verb", "fight")
        for group in cue.groups
        for frame in group.frames["verb"]
    }
    assert "allied subject -> object" in frames
    assert "opposed subject -> object" not in frames
    assert any(frame.startswith("opposed subject -> ") for frame in frames)


def test_words_groups_and_relations_are_taken_away() -> None:
    assert groups(made('[[without]]\nverbs = ["slam"]\n'), "verb", "slam") == []
    whole = made('[[without]]\nrelation = "opposed"\ngroup = "criticism"\n')
    assert groups(whole, "verb", "condemn") == []
    assert len(whole.removed) == sum(group.name == "criticism" for _, _, group in built_in())


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        (
            '[opposed.criticism]\nverbs = ["upbraid"]\nacts = false\n',
            "0.toml:3: [opposed.criticism]: [opposed.criticism] is a",
        ),
        (
            '[opposed.criticism]\nprefixes = ["un"]\n',
            "0.toml:2: [opposed.criticism]: [opposed.criticism] is a built-in gr",
        ),
        ('[oposed.mine]\nabout = "x"\n', "0.toml:1: [oposed]: unknown relation 'oposed' (did you mean 'opposed'?)"),
        (
            '[opposed.mine]\nabout = "x"\nverbs = ["Rip"]\nverb_frames = ["subject -> object"]\n',
            "0.toml:3: [opposed.mine]: 'Rip' has a",
        ),
        (
            '[opposed.mine]\nabout = "x"\nverbs = [\n"rip",\n"tear up"]\nverb_frames = ["subject -> object"]\n',
            "0.toml:5: [opposed.mine]: 'tear up' is",
        ),
        (
            '[opposed.mine]\nabout = "x"\nphrases = ["rip"]\nphrase_frames = ["subject -> object"]\n',
            "0.toml:3: [opposed.mine]: 'rip' is one word",
        ),
        (
            '[opposed.mine]\nabout = "x"\nverbs = ["rip"]\nverb_frames = ["subject -> objct"]\n',
            "0.toml:4: [opposed.mine]: unknown role 'objct' (did you mean 'object'?)",
        ),
        ('[opposed.mine]\nabout = "x"\nverbs = "rip"\n', "0.toml:3: [opposed.mine]: verbs is a list of texts"),
        (
            '[opposed.mine]\nabout = "x"\nvrbs = ["rip"]\n',
            "0.toml:3: [opposed.mine]: unknown key 'vrbs' (did you mean 'verbs'?)",
        ),
        ('[opposed.mine]\nabout = "x"\nacts = 1\n', "0.toml:3: [opposed.mine]: acts is true or false, not 1"),
        (
            '[opposed]\nmine = 3\n[opposed.mine2]\nabout = "x"\nverbs = ["rip"]\n',
            "0.toml:5: [opposed.mine2]: verbs and verb_frames go together",
        ),
        (
            '[[without]]\nverbs = ["slamm"]\n',
            "0.toml:2: [without]: no built-in verb 'slamm' to take away (did you mean 'slam'?)",
        ),
        ('[[without]]\nverb = ["slam"]\n', "0.toml:2: [without]: unknown key 'verb' (did you mean 'verbs'?)"),
        (
            '[[without]]\nrelation = "opposd"\n',
            "0.toml:2: [without]: no built-in relation 'opposd' to take away (did you mean 'opposed'?)",
        ),
        ("[without]\n", "0.toml:1: [without]: write [[without]] above the words"),
        (
            BUYING + 'verbs = ["buy"]\nverb_frames = ["subject <-> object"]\n',
            "0.toml:6: [acquired.buying]: acquired is directed; write its verb_frames with ->",
        ),
    ],
)
def test_faults_are_told_with_file_line_key_and_remedy(text: str, advice: str) -> None:
    with pytest.raises(DataError) as caught:
        made(text)
    assert str(caught.value).startswith(advice)


def test_a_word_listed_twice_is_told_with_both_places() -> None:
    group = '[opposed.{}]\nabout = "x"\nverbs = ["rip"]\nverb_frames = ["subject -> object"]\n'
    with pytest.raises(DataError) as caught:
        made(group.format("one"), group.format("two"))
    assert str(caught.value) == (
        "1.toml:3: [opposed.two]: verb 'rip' has the roles subject -> object at 0.toml:3: [opposed.one] too; keep one"
    )


def test_a_symmetric_relation_has_symmetric_frames() -> None:
    text = BUYING.replace("TARGET", 'TARGET"\ndirection = "symmetric', 1)
    with pytest.raises(DataError, match=r"acquired is symmetric; write its verb_frames with <->"):
        made(text + 'verbs = ["merge"]\nverb_frames = ["subject -> with"]\n')


def test_words_are_found_alone_and_in_phrases() -> None:
    found = find_words("crack", built_in())
    assert ("crack", "down") in {words for _, words, _ in found}
    assert find_words("crack down", built_in())[0][1] == ("crack", "down")
    assert find_words("zorvify", built_in()) == []
