"""The datasets that DBnomics' own search finds, over all of its publishers.

The whole of DBnomics is too long to pull. Its search joins all words with "and", so a long question finds
nothing where a short one does; what is found is named like any series here and is asked for its figures in the same way.
Documentation: https://api.db.nomics.world/v22/apidocs.
"""

from __future__ import annotations

from sources._dbnomics.listing import BASE, listed
from sources._dbnomics.reading import NAME, TITLE, errors_of
from sources._text.json_tree import read_json
from workbench.core.errors import ServiceError, WrongAnswerError
from workbench.core.series import Series, SeriesRef
from workbench.ports import Fetch, Request


async def search(fetch: Fetch, words: str, limit: int) -> tuple[Series, ...]:
    """Return the datasets that share all of some words, as DBnomics ranks them.

    Raises:
        SourceError: The service refused, or its answer is not what it is known to send.
    """
    params = (("q", words), ("limit", str(limit)), ("offset", "0"))
    answer = await fetch(Request(f"{BASE}search", params, source=NAME))
    return read_found(answer.body)[:limit]


def read_found(body: bytes) -> tuple[Series, ...]:
    """Read an answer to a search.

    Raises:
        ServiceError: The service says no.
        WrongAnswerError: The body is none.
    """
    tree = read_json(TITLE, body)
    if said := errors_of(tree):
        raise ServiceError(TITLE, said)
    results = tree.get("results") if isinstance(tree, dict) else None
    docs = results.get("docs") if isinstance(results, dict) else None
    if not isinstance(docs, list):
        raise WrongAnswerError(TITLE, "what it found", "JSON of another shape")
    named = ((doc, doc.get("provider_code")) for doc in docs if isinstance(doc, dict))
    distinct: dict[SeriesRef, Series] = {}
    for doc, code in named:
        if isinstance(code, str) and code and (one := listed(doc, code)):
            distinct.setdefault(one.ref, one)
    return tuple(distinct.values())
