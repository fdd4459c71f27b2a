"""A store of documents → the texts of some of them, one after the other."""

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from graph.extras import has
from graph.store.views import is_store, open_views

AT_ONCE = 200


def texts_in(store: str) -> Callable[[Collection[str]], Iterator[tuple[str, str]]]:
    """Return a function that yields the id and the text of documents with these ids, where the store keeps texts.

    A store elsewhere (s3://…) is not asked.
    """

    def texts(ids: Collection[str]) -> Iterator[tuple[str, str]]:
        if "://" in store or not is_store(Path(store)) or not has("duckdb"):
            return
        with open_views(store) as base:
            base.execute("create temp table wanted as select unnest($ids) as id", {"ids": list(ids)})
            rows = base.execute(
                "select id, text from documents semi join wanted using (id) where text is not null order by id"
            )
            while found := rows.fetchmany(AT_ONCE):
                yield from found

    return texts
