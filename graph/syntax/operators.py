"""graph/data/cues.toml → the words that qualify a statement or lend it its subject.

An operator is a verb, noun or adjective that governs what is stated ("refused to attack", "plans for a visit").
"""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.data_files import DATA, read_toml
from graph.syntax.cue_tables import Effect, check

PATH = DATA / "cues.toml"


@dataclass(frozen=True, slots=True)
class Operators:
    """The qualifying words by part of speech, as lemmas."""

    verbs: Mapping[str, Effect]
    nouns: Mapping[str, Effect]
    adjectives: Mapping[str, Effect]
    clauses: Mapping[str, Effect]
    gerunds: Mapping[str, Effect]
    infinitive: frozenset[str]
    negated: frozenset[str]
    planned: frozenset[str]
    possible: frozenset[str]
    conditions: frozenset[str]
    speech: frozenset[str]
    thinking: frozenset[str]
    granting: frozenset[str]
    calling: frozenset[str]
    views: frozenset[str]
    convinced: frozenset[str]
    quoting: frozenset[str]
    performing: frozenset[str]
    reporting: frozenset[str]
    uttering: frozenset[str]
    judging: frozenset[str]
    pointing: frozenset[str]
    refuting: frozenset[str]
    thanking: frozenset[str]
    foretelling: frozenset[str]
    continuing: frozenset[str]
    praising: frozenset[str]
    clausal: frozenset[str]
    idioms: frozenset[str]
    giving: frozenset[str]
    apart: frozenset[str]
    receiving: frozenset[str]
    prepositional: frozenset[str]
    obtaining: frozenset[str]
    obtained: frozenset[str]
    adverbial: frozenset[str]
    journeys: frozenset[str]
    stages: frozenset[str]
    subject_control: frozenset[str]
    urging: frozenset[str]
    urged: frozenset[str]
    object_of_prepositions: frozenset[str]
    addressed: frozenset[str]
    own: frozenset[str]
    occupying: frozenset[str]
    joining: frozenset[str]
    welcoming: frozenset[str]
    demanding: frozenset[str]
    obliging: frozenset[str]
    moods: frozenset[str]
    finished: frozenset[str]
    wrecked: frozenset[str]
    drills: frozenset[str]
    supporting: frozenset[str]
    departing: frozenset[str]
    restoring: frozenset[str]
    sports: frozenset[str]
    striking: frozenset[str]
    hitting: frozenset[str]
    struck: frozenset[str]
    gatherings: frozenset[str]
    attending: frozenset[str]
    blaming: frozenset[str]
    judged: frozenset[str]
    measures: frozenset[str]
    naming: frozenset[str]
    occurring: frozenset[str]
    events: frozenset[str]
    signs: frozenset[str]
    waiting: frozenset[str]
    warding: frozenset[str]
    unreal: frozenset[str]
    untrue: frozenset[str]
    burdening: frozenset[str]
    standing: frozenset[str]
    fulfilling: frozenset[str]
    fulfilled: frozenset[str]
    growing: frozenset[str]
    lasting: frozenset[str]
    debating: frozenset[str]
    dropping: frozenset[str]
    enduring: frozenset[str]
    defying: frozenset[str]
    mending: frozenset[str]
    mended: frozenset[str]
    linking: frozenset[str]
    including: frozenset[str]
    helping: frozenset[str]
    guarding: frozenset[str]
    handing: frozenset[str]
    keeping: frozenset[str]
    causes: frozenset[str]
    aiming: frozenset[str]
    bearing: frozenset[str]
    holding: frozenset[str]
    papers: frozenset[str]
    issuing: frozenset[str]
    interviewing: frozenset[str]
    telling: frozenset[str]
    speeches: frozenset[str]
    questions: frozenset[str]
    answers: frozenset[str]

    @property
    def saying(self) -> frozenset[str]:
        """Verbs whose subject speaks."""
        return self.speech | self.uttering | self.judging

    def undoes(self, verb: str) -> bool:
        """Whether a verb, with its particle, denies or ends what it governs: "refuse", "call off"."""
        return self.verbs.get(verb) in ("negated", "ended")


@functools.cache
def operators(path: Path = PATH) -> Operators:
    """Return the operators of the data file. Raises DataError for unknown tables, keys, effects and doubles."""
    data = read_toml(path)
    check(path.name, data)
    groups = data["operators"].values()
    return Operators(
        verbs={w: g["effect"] for g in groups for w in g.get("verbs", ())},
        nouns={w: g["effect"] for g in groups for w in g.get("nouns", ())},
        adjectives={w: g["effect"] for g in groups for w in g.get("adjectives", ())},
        clauses={w: g["effect"] for g in groups for w in g.get("clauses", ())},
        gerunds={w: g["effect"] for g in groups for w in g.get("gerunds", ())},
        infinitive=frozenset(w for g in groups for w in g.get("infinitive", ())),
        negated=frozenset(data["beside"]["negated"]["words"]),
        planned=frozenset(data["beside"]["planned"]["words"]),
        possible=frozenset(data["beside"]["possible"]["words"]),
        conditions=frozenset(data["beside"]["conditions"]["words"]),
        speech=frozenset(data["speech"]["verbs"]),
        thinking=frozenset(data["speech"]["thinking"]),
        granting=frozenset(data["speech"]["granting"]),
        calling=frozenset(data["speech"]["calling"]),
        views=frozenset(data["speech"]["views"]),
        convinced=frozenset(data["speech"]["convinced"]),
        quoting=frozenset(data["speech"]["quoting"]),
        performing=frozenset(data["speech"]["performing"]),
        reporting=frozenset(data["speech"]["reporting"]),
        uttering=frozenset(data["speech"]["uttering"]),
        judging=frozenset(data["speech"]["judging"]),
        pointing=frozenset(data["speech"]["pointing"]),
        refuting=frozenset(data["speech"]["refuting"]),
        thanking=frozenset(data["speech"]["thanking"]),
        foretelling=frozenset(data["speech"]["foretelling"]),
        continuing=frozenset(data["speech"]["continuing"]),
        praising=frozenset(data["speech"]["praising"]),
        clausal=frozenset(data["clausal"]["verbs"]),
        idioms=frozenset(data["idioms"]["words"]),
        giving=frozenset(data["light"]["giving"]["verbs"]),
        apart=frozenset(data["light"]["apart"]["verbs"]),
        receiving=frozenset(data["light"]["receiving"]["verbs"]),
        prepositional=frozenset(data["light"]["prepositional"]["verbs"]),
        obtaining=frozenset(data["light"]["obtaining"]["verbs"]),
        obtained=frozenset(data["light"]["obtaining"]["nouns"]),
        journeys=frozenset(data["light"]["journeys"]["nouns"]),
        stages=frozenset(data["light"]["journeys"]["stages"]),
        adverbial=frozenset(data["light"]["adverbial"]["nouns"]),
        subject_control=frozenset(data["control"]["subject"]),
        urging=frozenset(data["control"]["urging"]),
        urged=frozenset(data["control"]["urged"]),
        object_of_prepositions=frozenset(data["control"]["object_of_prepositions"]),
        addressed=frozenset(data["control"]["addressed"]),
        own=frozenset(data["control"]["own"]),
        occupying=frozenset(data["control"]["occupying"]),
        joining=frozenset(data["control"]["joining"]),
        welcoming=frozenset(data["control"]["welcoming"]),
        demanding=frozenset(data["control"]["demanding"]),
        obliging=frozenset(data["control"]["obliging"]),
        moods=frozenset(data["control"]["moods"]),
        finished=frozenset(data["control"]["finished"]),
        wrecked=frozenset(data["control"]["wrecked"]),
        drills=frozenset(data["control"]["drills"]),
        supporting=frozenset(data["control"]["supporting"]),
        departing=frozenset(data["control"]["departing"]),
        restoring=frozenset(data["control"]["restoring"]),
        judged=frozenset(data["judged"]["words"]),
        blaming=frozenset(data["blaming"]["words"]),
        gatherings=frozenset(data["gatherings"]["words"]),
        attending=frozenset(data["gatherings"]["attending"]),
        striking=frozenset(data["striking"]["verbs"]),
        hitting=frozenset(data["hitting"]["verbs"]),
        struck=frozenset(data["hitting"]["nouns"]),
        sports=frozenset(data["sports"]["words"]),
        measures=frozenset(data["measures"]["words"]),
        naming=frozenset(data["naming"]["verbs"]),
        occurring=frozenset(data["occurring"]["verbs"]),
        events=frozenset(data["supposing"]["events"]),
        signs=frozenset(data["supposing"]["signs"]),
        waiting=frozenset(data["supposing"]["waiting"]),
        warding=frozenset(data["supposing"]["warding"]),
        unreal=frozenset(data["supposing"]["unreal"]),
        untrue=frozenset(data["supposing"]["untrue"]),
        burdening=frozenset(data["burdening"]["verbs"]),
        standing=frozenset(data["standing"]["verbs"]),
        fulfilling=frozenset(data["fulfilling"]["verbs"]),
        fulfilled=frozenset(data["fulfilling"]["nouns"]),
        growing=frozenset(data["growing"]["nouns"]),
        lasting=frozenset(data["lasting"]["nouns"]),
        debating=frozenset(data["lasting"]["verbs"]),
        dropping=frozenset(data["dropping"]["verbs"]),
        enduring=frozenset(data["enduring"]["verbs"]),
        defying=frozenset(data["enduring"]["prepositions"]),
        mending=frozenset(data["mending"]["nouns"]),
        mended=frozenset(data["mending"]["ties"]),
        linking=frozenset(data["linking"]["verbs"]),
        including=frozenset(data["including"]["verbs"]),
        helping=frozenset(data["helping"]["verbs"]),
        guarding=frozenset(data["helping"]["guarding"]),
        handing=frozenset(data["handing"]["verbs"]),
        keeping=frozenset(data["keeping"]["verbs"]),
        causes=frozenset(data["causes"]["words"]),
        aiming=frozenset(data["aiming"]["verbs"]),
        bearing=frozenset(data["bearing"]["words"]),
        holding=frozenset(data["holding"]["verbs"]),
        papers=frozenset(data["papers"]["words"]),
        issuing=frozenset(data["papers"]["verbs"]),
        interviewing=frozenset(data["interviews"]["phrases"]),
        telling=frozenset(data["interviews"]["telling"]),
        speeches=frozenset(data["interviews"]["speeches"]),
        questions=frozenset(data["interviews"]["questions"]),
        answers=frozenset(data["interviews"]["answers"]),
    )
