"""What was decided and how it is stated → the records: statements, mentions and entities, with offsets in the text."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from graph.entities.names import Name
from graph.entities.names.whereabouts import is_place
from graph.entities.referents import Referent, Referents, only_says_whose, state_ruled
from graph.reading.parsed import Parsed
from graph.records import Document, Entity, Mention, Statement
from graph.relations.confidence import Found
from graph.relations.decisions import Decision
from graph.relations.qualifiers import Stated
from graph.relations.times import Time


def statements_of(document: Document, parsed: Parsed, found: Sequence[Found], times: Sequence[Time]) -> list[Statement]:
    """Return the statements in text order, one for each sentence, source, relation, target and polarity: the first.

    Where words of one sentence say the same of the past and of now, it is not past: "once allies, they are so again".
    """
    kept: dict[tuple[int, str, str, str, bool], tuple[Found, Time]] = {}
    for one, time in zip(found, times, strict=True):
        first, earlier = kept.setdefault(_key(one[0], one[1]), (one, time))
        if earlier.past and not time.past:
            kept[_key(one[0], one[1])] = first, time
    rows = sorted(kept.values(), key=lambda row: _place(row[0]))
    return [_statement(document, parsed, *one, time) for one, time in rows]


def mentions_of(
    parsed: Parsed, entities: Mapping[Name, Entity], referents: Referents, statements: Sequence[Statement] = ()
) -> list[tuple[Mention, Entity]]:
    """Return the names of a text as mentions, each with its entity, in text order.

    A capital that is the place is that of the place: "talks in Doha" mention Doha, not Qatar; so does "visited Doha",
    as a statement says. Who governs is his state, and what only says whose another is, is no mention.
    """
    ends = {(s.source_start, s.source) for s in statements} | {(s.target_start, s.target) for s in statements}
    found = []
    for name, entity in entities.items():
        start, end, words = parsed.words(name.start, name.end)
        if (ruled := state_ruled(name, referents)) is not None and (start, entity.name) not in ends:
            state, first, last = ruled
            start, end, words = parsed.words(first, last)
            found.append((Mention(state.name, words, start, end), state))
            continue
        place = name.place if name.place is not None else entity
        is_town = (start, entity.name) not in ends and ((start, place.name) in ends or is_place(name, parsed.doc))
        meant = place if is_town else entity
        if (start, meant.name) in ends or is_town or not only_says_whose(name, referents):
            found.append((Mention(meant.name, words, start, end), meant))
    return found


def entities_of(
    mentions: Sequence[Mention], statements: Sequence[Statement], known: Mapping[str, Entity]
) -> list[Entity]:
    """Return the entities with their surface forms and counts, by first mention; `known` has them by name."""
    names: dict[str, dict[str, int]] = {}
    for mention in mentions:
        forms = names.setdefault(mention.entity, {})
        forms[mention.text] = forms.get(mention.text, 0) + 1
    for statement in statements:  # a city that a statement goes to, where the mention stands for its country
        for entity, text in ((statement.source, statement.source_text), (statement.target, statement.target_text)):
            if entity not in names:
                names[entity] = {text: 1}
    return [
        replace(known[name], names=tuple(forms), mentions=sum(forms.values()))
        for name, forms in names.items()
        if name in known
    ]


def _ends(decision: Decision) -> tuple[Referent, Referent]:
    """Return source and target; what has no direction stands in the order of the text."""
    source, target = decision.candidate.source, decision.candidate.target
    turned = decision.proposal.frame.symmetric and target.start < source.start
    return (target, source) if turned else (source, target)


def _key(decision: Decision, stated: Stated) -> tuple[int, str, str, str, bool]:
    source, target = (end.entity.name for end in _ends(decision))
    if decision.proposal.frame.symmetric:
        source, target = sorted((source, target))
    sentence = decision.proposal.match.head.sent.start
    return sentence, source, decision.proposal.group.relation.name, target, stated.negated


def _place(found: Found) -> tuple[int, int, int, int]:
    decision = found[0]
    source, target = _ends(decision)
    match = decision.proposal.match
    return match.head.sent.start, match.start, source.start, target.start


def _statement(
    document: Document, parsed: Parsed, decision: Decision, stated: Stated, probability: float, time: Time
) -> Statement:
    source, target = _ends(decision)
    source_start, source_end, source_text = parsed.words(source.start, source.end)
    target_start, target_end, target_text = parsed.words(target.start, target.end)
    match, sentence = decision.proposal.match, decision.proposal.match.head.sent
    start, end = parsed.span(sentence.start_char, sentence.end_char)
    cue_start, cue_end = parsed.span(match.start, match.end)
    return Statement(
        source=source.entity.name,
        source_text=source_text,
        source_start=source_start,
        source_end=source_end,
        relation=decision.proposal.group.relation.name,
        target=target.entity.name,
        target_text=target_text,
        target_start=target_start,
        target_end=target_end,
        cue=document.text[cue_start:cue_end],
        cue_start=cue_start,
        cue_end=cue_end,
        sentence=document.text[start:end],
        start=start,
        end=end,
        symmetric=decision.proposal.frame.symmetric,
        negated=stated.negated,
        modality=stated.modality,
        attributed_to=stated.speaker.entity.name if stated.speaker else None,
        date=document.date,
        document=document.id,
        rule=decision.proposal.rule,
        confidence=probability,
        past=time.past,
        when=time.when,
    )
