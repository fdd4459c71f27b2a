"""Limits: a document that takes too long is stopped."""

import pytest

from graph.documents.limits import time_limit
from graph.errors import DocumentError


def test_a_document_that_takes_too_long_is_stopped() -> None:
    told = r"a\.pdf: takes more than 0\.05 seconds to open"
    with pytest.raises(DocumentError, match=told), time_limit("a.pdf", 0.05):
        while True:
            try:
                sum(range(100))
            except Exception:  # such as a library may have
                continue
