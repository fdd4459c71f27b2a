"""One text → all that the program sees in it: what each step gave, in plain words."""

from dataclasses import replace
from typing import Any

from spacy.language import Language

from graph.parsing.language import load
from graph.project import BUILT_IN, Project
from graph.reading.document import given_for, reading_of
from graph.reading.parsed import Parsed
from graph.reading.published import explained, plainly
from graph.reading.statements import mentions_of
from graph.reading.steps import STEPS, walk
from graph.reading.telling import told
from graph.records import Document, Dropped, Explanation, Frame
from graph.relations.candidates import Match
from graph.relations.decisions import Decision

LONGEST = 80  # characters of the words in a role


def explain_text(text: str, nlp: Language | None = None, project: Project = BUILT_IN) -> Explanation:
    """Return all that the program sees in a text."""
    [document], [way] = plainly([Document("text", text)])
    known: dict[str, Any] = walk(STEPS, {**given_for(document, project=project), "nlp": nlp or load()})
    parsed, reading = known["parse"], reading_of(known)
    found = Explanation(
        document.text,
        mentions=tuple(m for m, _ in mentions_of(parsed, known["entities"], known["referents"], reading.statements)),
        entities=reading.entities,
        frames=tuple(_frame(match, parsed) for match in known["cues"]),
        statements=reading.statements,
        dropped=tuple(_dropped(d, parsed) for d in (*_refused(known), *_unsure(known))),
        steps=told(known),
    )
    return explained(found, way)


def _refused(known: dict[str, Any]) -> list[Decision]:
    return [d for d in known["decisions"] if d.refused is not None and not d.silent]


def _unsure(known: dict[str, Any]) -> list[Decision]:
    """Return what is too improbable to be said, with that as the reason."""
    sure = {id(d) for d, *_ in known["sure"]}
    unsure = [(d, chance) for d, _, chance in known["fellows"] if id(d) not in sure]
    return [replace(d, refused=f"too unsure: {chance:.0%} of statements like this are right") for d, chance in unsure]


def _frame(match: Match, parsed: Parsed) -> Frame:
    """Return a cue of the text with the words in its roles."""
    roles = tuple(
        (role, " | ".join(" ".join(t.text for t in token.subtree)[:LONGEST] for token in tokens))
        for role, tokens in sorted(match.roles.items())
    )
    return Frame(" ".join(match.cue.words), *parsed.span(match.start, match.end), roles)


def _dropped(decision: Decision, parsed: Parsed) -> Dropped:
    """Return a refused candidate with the reason."""
    match, candidate = decision.proposal.match, decision.candidate
    start, end = parsed.span(match.start, match.end)
    return Dropped(
        candidate.source.entity.name,
        decision.proposal.group.relation.name,
        candidate.target.entity.name,
        parsed.doc.text[match.start : match.end],
        start,
        end,
        decision.proposal.rule,
        decision.refused or "",
    )
