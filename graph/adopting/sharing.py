"""Claims about many documents in, the claims about each out; and those that are about none of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from graph.adopting.adopting import Refused
from graph.adopting.claims import Claim
from graph.adopting.finding import nearest_sentence, places
from graph.data_files import nearest
from graph.records import Document


def share_out(
    claims: Iterable[Claim], documents: Sequence[Document]
) -> tuple[dict[str, list[Claim]], tuple[Refused, ...]]:
    """Return the claims by the id of their document; refused are those whose document is not there or not certain."""
    texts = {document.id: document for document in documents}
    shared: dict[str, list[Claim]] = defaultdict(list)
    refused: list[Refused] = []
    for claim in claims:
        if claim.document is not None:
            if claim.document in texts:
                shared[claim.document].append(claim)
            else:
                reason = f"no document {claim.document!r}{nearest(claim.document, texts)}"
                refused.append(Refused(claim, None, "document", reason))
            continue
        found = [document.id for document in documents if next(places(claim.quote, document.text), None)]
        if len(found) == 1:
            shared[found[0]].append(claim)
        elif found:
            reason = f"the quote stands in {len(found)} documents; say which: {', '.join(found[:3])}"
            refused.append(Refused(claim, None, "document", reason))
        else:
            refused.append(_nowhere(claim, documents))
    return dict(shared), tuple(refused)


def _nowhere(claim: Claim, documents: Iterable[Document]) -> Refused:
    """Return a claim whose quote stands in no document, with the sentence that it may be made from."""
    for document in documents:
        if near := nearest_sentence(claim.quote, document.text):
            return Refused(
                claim, document.id, "reworded", f"the quote does not stand in its text, but is like “{near}”"
            )
    return Refused(claim, None, "quote", "the quote does not stand in its text")
