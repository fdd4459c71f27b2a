"""The lexicon: what the reader refuses, and what the words of the package's own files must be."""

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from spacy.tokens import Doc

from graph.errors import DataError
from graph.relations.lexicon import DIRECTORY, PLURALS, PREPOSITIONS, lexicon, read_lexicon
from graph.schema import RELATIONS

ABOUT = 'about = "SOURCE helps TARGET"\n'
HELP = f"[allied.help]\n{ABOUT}"

# Words whose base form is right though the model makes another one of their s-form ("lambastes" → "lambast").
ODD_VERBS = {"cosy": "cosie", "cozy": "cozie", "lambaste": "lambast"}
ODD_NOUNS = {"use": "us"}


def read(folder: Path, *texts: str) -> Any:
    """Write each text to a file of its own and read them all as one lexicon."""
    paths = [folder / f"{number}.toml" for number, _ in enumerate(texts)]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return read_lexicon(paths)


def refusal(folder: Path, *texts: str) -> str:
    """Return why the lexicon of these texts is refused."""
    with pytest.raises(DataError) as caught:
        read(folder, *texts)
    return str(caught.value)


def tables() -> list[tuple[str, str, dict[str, Any]]]:
    """Give (file, relation.group, paragraph) of all the package's own paragraphs."""
    found: list[tuple[str, str, dict[str, Any]]] = []
    for path in sorted(DIRECTORY.glob("*.toml")):
        for relation, groups in tomllib.loads(path.read_text(encoding="utf-8")).items():
            found.extend((path.name, f"{relation}.{name}", table) for name, table in groups.items())
    return found


def words(part: str) -> list[str]:
    """Give all words of a part of speech in the package's own files, each once."""
    return sorted({word for _, _, table in tables() for word in table.get(part, ())})


def s_form(word: str) -> str:
    """Write a noun's plural, or a verb's third person, by the rules of English spelling."""
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")


def lemmas(nlp: Any, forms: list[str], pos: str, morph: str) -> list[str]:
    """Give what the model's lemmatizer makes of the forms when their part of speech is known."""
    doc = Doc(nlp.vocab, words=forms, pos=[pos] * len(forms), morphs=[morph] * len(forms))
    return [token.lemma_ for token in nlp.get_pipe("lemmatizer")(doc)]


def test_reads_words_with_their_frames_and_limits(tmp_path: Path) -> None:
    text = (
        "[opposed.raid]\n"
        'about = "SOURCE raids TARGET"\n'
        'verbs = ["raid"]\nverb_frames = ["subject -> object"]\n'
        'phrases = ["crack down", "crack down hard"]\nphrase_frames = ["subject -> on"]\n'
        'nouns = ["row", "trade row"]\nnoun_frames = ["between <-> between"]\n'
        'victims = true\nmodality = "planned"\nunless = ["cup"]\ntarget_kinds = ["country"]\n'
    )
    read_back = read(tmp_path, text)
    (raid,) = read_back.find("verb", "raid")
    (group,) = raid.groups
    assert [str(f) for f in group.frames["verb"]] == ["subject -> object"]
    assert (group.relation.name, group.victims, group.acts, group.negated) == ("opposed", True, False, False)
    assert (group.modality, group.unless, group.target_kinds) == ("planned", {"cup"}, {"country"})
    assert [c.words for c in read_back.find("phrase", "crack")] == [("crack", "down", "hard"), ("crack", "down")]
    assert [c.words for c in read_back.find("noun", "row")] == [("trade", "row"), ("row",)]
    assert read_back.find("noun", "raid") == ()


def test_one_word_may_state_two_relations_with_different_roles(tmp_path: Path) -> None:
    against = (
        '[opposed.fight]\nabout = "SOURCE fights TARGET"\nverbs = ["fight"]\nverb_frames = ["subject -> object"]\n'
    )
    beside = HELP + 'verbs = ["fight"]\nverb_frames = ["subject -> for"]\n'
    (cue,) = read(tmp_path, against, beside).find("verb", "fight")
    assert [g.relation.name for g in cue.groups] == ["opposed", "allied"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (HELP + 'verb = ["help"]\n', "unknown key 'verb'"),
        (HELP + 'verbs = ["help"]\nverb_frames = ["subject -> towrad"]\n', "unknown role 'towrad'"),
        (HELP + 'verbs = ["help"]\nverb_frames = ["subject object"]\n', 'a frame is "role -> role"'),
        (HELP + 'verbs = ["help"]\nverb_frames = ["subject -> object extra"]\n', 'a frame is "role -> role"'),
        (HELP + 'verbs = ["help"]\n', "verbs and verb_frames go together"),
        (HELP + 'verb_frames = ["subject -> object"]\n', "verbs and verb_frames go together"),
        (HELP + 'target_kinds = ["nation"]\n', "unknown kind 'nation'"),
        (HELP + 'modality = "likely"\n', "unknown modality 'likely'"),
        (HELP + 'verbs = ["aid", "help", "aid"]\nverb_frames = ["subject -> object"]\n', "verbs lists aid twice"),
        ("[allied.help]\nvictims = true\n", "say in `about` what SOURCE does to TARGET"),
        ('[friendly.help]\nabout = "x"\n', "unknown relation 'friendly'"),
        ("[allied.help\n", "not valid TOML"),
    ],
)
def test_refuses_what_it_does_not_understand(tmp_path: Path, text: str, reason: str) -> None:
    message = refusal(tmp_path, text)
    assert re.match(r"0\.toml:\d+: ", message)
    assert reason in message


def test_refuses_a_word_with_the_same_roles_in_two_groups(tmp_path: Path) -> None:
    back = HELP + 'verbs = ["back"]\nverb_frames = ["subject -> object"]\n'
    other = '[opposed.hinder]\nabout = "x"\nverbs = ["back"]\nverb_frames = ["subject -> object"]\n'
    message = refusal(tmp_path, back, other)
    assert "verb 'back' has the roles subject -> object in both [allied.help] and [opposed.hinder]" in message


def test_the_lexicon_of_the_package_loads_and_knows_all_relations() -> None:
    relations = {g.relation.name for cues in lexicon().cues["verb"].values() for cue in cues for g in cue.groups}
    assert relations == set(RELATIONS)


def test_every_paragraph_says_what_source_does_to_target() -> None:
    mute = [
        name
        for _, name, table in tables()
        if not ("TARGET" in table["about"] and ("SOURCE" in table["about"])) or "\n" in table["about"]
    ]
    assert mute == []


def test_no_two_paragraphs_have_one_name() -> None:
    names = Counter(name for _, name, _ in tables())
    assert [name for name, count in names.items() if count > 1] == []


def test_each_file_holds_one_relation_and_is_named_after_it() -> None:
    assert [(f, n) for f, n, _ in tables() if f.split("-")[0].removesuffix(".toml") != n.split(".")[0]] == []


def test_words_stand_in_alphabetical_order_so_that_a_reader_finds_them() -> None:
    unsorted = [
        f"{name} {part}"
        for _, name, table in tables()
        for part in PLURALS.values()
        if table.get(part, []) != sorted(table.get(part, []))
    ]
    assert unsorted == []


def test_words_are_in_lower_case_without_stray_spaces() -> None:
    odd = [w for part in PLURALS.values() for w in words(part) if w != " ".join(w.split()) or w != w.lower()]
    assert odd == []


def test_only_phrases_and_nouns_have_several_words() -> None:
    single = ("verbs", "adjectives", "prepositions", "prefixes", "suffixes")
    assert [w for part in single for w in words(part) if " " in w] == []
    assert [w for w in words("phrases") if " " not in w] == []


def test_verbs_and_heads_of_phrases_are_lemmas(nlp: Any) -> None:
    verbs = sorted({*words("verbs"), *(p.split()[0] for p in words("phrases"))})
    found = lemmas(nlp, [s_form(v) for v in verbs], "VERB", "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin")
    assert {v: lemma for v, lemma in zip(verbs, found, strict=True) if v != lemma} == ODD_VERBS


def test_nouns_are_lemmas(nlp: Any) -> None:
    nouns = sorted({n.split()[-1] for n in words("nouns")})
    found = lemmas(nlp, [s_form(n) for n in nouns], "NOUN", "Number=Plur")
    assert {n: lemma for n, lemma in zip(nouns, found, strict=True) if n != lemma} == ODD_NOUNS


def test_what_the_model_makes_of_odd_verbs_is_in_the_lexicon_too() -> None:
    known = {*words("verbs"), *(p.split()[0] for p in words("phrases"))}
    assert [lemma for lemma in ODD_VERBS.values() if lemma not in known] == []


def test_a_phrase_does_not_begin_with_a_preposition() -> None:
    assert [p for p in words("phrases") if p.split()[0] in PREPOSITIONS] == []


def test_limits_name_no_word_of_their_own_group() -> None:
    # "storm" as a verb of attack must not be silenced by "storm" as weather
    clashes: list[tuple[str, str]] = []
    for _, name, table in tables():
        own = {w for part in ("verbs", "nouns") for w in table.get(part, ())}
        clashes.extend((name, w) for w in table.get("unless", ()) if w in own)
    assert clashes == []
