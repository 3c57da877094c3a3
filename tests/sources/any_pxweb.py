"""A body from an installation of PxWeb, whatever it is: figures, a table's variables, a list, what it allows.

The sweep over recorded answers reads them all through one door, and so does whoever has a body without its
question. What is none of these ends in a sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sources._cube.cube import Cube
from sources._formats.jsonstat.axes import read_axis
from sources._formats.jsonstat.reader import read_cube
from sources._formats.jsonstat.value_texts import UnreadableError
from sources._formats.px.json_reader import is_pxjson, read_pxjson
from sources._formats.px.reader import is_px, read_px
from sources._pxweb.error_answers import PxWebError, words_of
from sources._pxweb.folder_lists import AnswerLimits, Listing, allowed_of, listing_of
from sources._pxweb.table_metadata import PxTable, table_of
from sources._text.json_body import read_json
from workbench.core.errors import WrongAnswerError

Read = Cube | PxTable | Listing | AnswerLimits
_WHAT = "an answer of PxWeb"
_MOST = 1000


def read_pxweb(title: str, body: bytes) -> Read:
    """Read a body of any kind that PxWeb sends, of either version.

    Args:
        title: The installation, as readers know it.
        body: The bytes.

    Raises:
        SourceError: It is none of them, or says an error.

    >>> type(read_pxweb("A", b'{"maxValues": 1000, "maxCells": 100000}')).__name__
    'AnswerLimits'
    """
    if is_px(body):
        return read_px(title, body)
    tree = read_json(title, body)
    if isinstance(tree, list):
        return listing_of(title, tree)
    if not isinstance(tree, dict):
        raise WrongAnswerError(title, _WHAT, "JSON of another shape")
    return _object(title, body, tree)


def _object(title: str, body: bytes, tree: Mapping[str, Any]) -> Read:
    if is_pxjson(tree):
        return read_pxjson(title, body)
    if "variables" in tree or ("dimension" in tree and "id" in tree and not tree.get("value")):
        return table_of(title, tree)
    if "tables" in tree:
        return listing_of(title, tree)
    if "variableNames" in tree:
        return listing_of(title, {"tables": [tree]})
    if {"maxValues", "maxCells", "maxDataCells"} & set(tree):
        return allowed_of(title, tree)
    if "error" in tree or {"title", "status"} <= set(tree):
        raise PxWebError(title, words_of(body) or "an error without words")
    if "query" in tree or "queryObj" in tree:
        raise WrongAnswerError(title, _WHAT, "a question to it")
    return _by_variable(title, tree) or read_cube(title, body)


def _by_variable(title: str, tree: Mapping[str, Any]) -> Read | None:
    """Variables or code lists by the variable's code, as clients keep them."""
    rows = {code: row for code, row in list(tree.items())[:_MOST] if isinstance(row, dict)}
    if len(rows) != len(tree) or not rows:
        return None
    if all("category" in row for row in rows.values()):
        try:
            return PxTable(title="", axes=tuple(read_axis(code, row) for code, row in rows.items()))
        except UnreadableError as error:
            raise WrongAnswerError(title, _WHAT, "variables whose parts do not fit together") from error
    return None
