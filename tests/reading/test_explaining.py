"""One text → what each step gave."""

from typing import Any

from graph.reading.explaining import explain_text


def test_an_explanation_shows_names_roles_statements_and_what_was_dropped(nlp: Any) -> None:
    text = "Two Syrian men attacked Iran.\n\nIran attacked Oman."
    told = explain_text(text, nlp)
    assert [(m.entity, m.text, m.start, m.end) for m in told.mentions] == [
        ("Iran", "Iran", 24, 28),
        ("Iran", "Iran", 31, 35),
        ("Oman", "Oman", 45, 49),
    ]
    assert [(f.predicate, text[f.start : f.end], dict(f.roles)["object"]) for f in told.frames] == [
        ("attack", "attacked", "Iran"),
        ("attack", "attacked", "Oman"),
    ]
    assert [(s.source, s.relation, s.target) for s in told.statements] == [("Iran", "opposed", "Oman")]
    (dropped,) = told.dropped
    assert (dropped.source, dropped.relation, dropped.target, dropped.cue) == ("Syria", "opposed", "Iran", "attacked")
    assert (dropped.cue_start, dropped.cue_end) == (15, 23)
    assert dropped.reason == "the source is an unnamed person or company of Syria, which cannot act by itself"
    assert [(e.name, e.mentions) for e in told.entities] == [("Iran", 2), ("Oman", 1)]
