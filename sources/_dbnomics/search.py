"""Search DBnomics' datasets of all publishers with its own search.

DBnomics as a whole is too large to download. Its search joins all words with "and", so a long query finds nothing where
a short one does; a result has the same keys as any other series here.
Documentation: https://api.db.nomics.world/v22/apidocs.
"""

from __future__ import annotations

from sources._dbnomics.answer_reader import NAME, TITLE, errors_of
from sources._dbnomics.catalogue_list import BASE, listed
from sources._text.json_body import read_json
from workbench.core.errors import ServiceError, WrongAnswerError
from workbench.core.series import Series, SeriesRef
from workbench.ports import Fetch, Request


async def search(fetch: Fetch, words: str, limit: int) -> tuple[Series, ...]:
    """Find the datasets that have all of some words, as ranked by DBnomics.

    Raises:
        SourceError: The service refused, or its answer has an unknown form.
    """
    params = (("q", words), ("limit", str(limit)), ("offset", "0"))
    answer = await fetch(Request(f"{BASE}search", params, source=NAME))
    return read_found(answer.body)[:limit]


def read_found(body: bytes) -> tuple[Series, ...]:
    """Read an answer to a search.

    Raises:
        ServiceError: The service refused.
        WrongAnswerError: The body is not such an answer.
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
