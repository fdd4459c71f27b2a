"""Statements made elsewhere, by a person or a language model → our statements, with offsets; or the reason why not.

    claims      a file of claims (JSON Lines, CSV) → Claim each
    finding     a quote in a text, a name in its quote → offsets
    adopting    claims and a document → statements, and what was refused
    sharing     claims about many documents → the claims about each

In Python a reader is any function from a document to claims: `read_with(reader, documents)`.
"""

from graph.adopting.adopting import Adopted, Reader, Refused, adopt, read_with
from graph.adopting.claims import Claim, read_claims

__all__ = ["Adopted", "Claim", "Reader", "Refused", "adopt", "read_claims", "read_with"]
