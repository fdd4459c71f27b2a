"""Claims about many documents: each goes to the one that its quote stands in."""

from graph.adopting import Claim
from graph.adopting.sharing import share_out
from graph.records import Document

DOCUMENTS = (Document("one", "Acme sued Bolt. It rained."), Document("two", "It rained. Bolt sued Delta in May."))


def claim(quote: str, document: str | None = None) -> Claim:
    return Claim("A", "sued", "B", quote, document)


def test_claims_find_their_documents() -> None:
    known, told = claim("Acme sued Bolt."), claim("It rained.", "two")
    assert share_out([known, told], DOCUMENTS) == ({"one": [known], "two": [told]}, ())


def test_what_has_no_certain_document_is_refused() -> None:
    claims = [claim("It rained."), claim("x", "thre"), claim("Bolt has sued Delta in May."), claim("Nobody said this.")]
    shared, refused = share_out(claims, DOCUMENTS)
    assert shared == {}
    assert [(one.fault, one.document, one.reason) for one in refused] == [
        ("document", None, "the quote stands in 2 documents; say which: one, two"),
        ("document", None, "no document 'thre'"),
        ("reworded", "two", "the quote does not stand in its text, but is like “Bolt sued Delta in May.”"),
        ("quote", None, "the quote does not stand in its text"),
    ]
