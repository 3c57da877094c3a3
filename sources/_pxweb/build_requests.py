"""Build the requests to a PxWeb installation, and split a request that is too large.

An installation limits the figures of one answer in two ways: by the product of the numbers of chosen members, and by
their sum. Version 1 only accepts a JSON query by POST; version 2 a query in the address, or a POST where the address
would be too long.
Documentation: https://www.scb.se/api-en, https://www.ssb.no/en/api/pxwebapi.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from math import prod

from sources._cube.cube import Axis
from sources._pxweb.error_answers import READ_ERRORS, PxTooLargeError
from sources._pxweb.folder_lists import AnswerLimits
from sources._pxweb.sites import NAME, PxSite
from sources._pxweb.totals_from_parts import ADDED
from workbench.ports import Request
from workbench.ports.network_client import post

SURE = AnswerLimits(values=900, cells=9_000)
"""Limits below those of every recorded installation: none allows less than 1,000 values and 10,000 figures."""

USUAL = AnswerLimits(values=1_000, cells=100_000)
"""Default limits where an installation states none: those of MakStat, among the lowest there are."""

MOST_PARTS = 12
_LONGEST_ADDRESS = 1_500
_TYPES = ("application/json", "text/json", "application/problem+json", "text/plain", "text/html")
"""Greenland's installation sends JSON as text/html; a page that is none is told by its first letter."""

Selection = Mapping[str, Sequence[str]]
"""Codes wanted of each variable that is not left out."""


def table_request(site: PxSite, path: str, language: str) -> Request:
    """Return the request for a table's variables."""
    if site.version == 1:
        return Request(site.address(path, language), source=NAME, expects=_TYPES, reads_errors=READ_ERRORS)
    url = f"{site.address('tables/' + path, language)}/metadata"
    return Request(
        url,
        (("lang", language), ("outputFormat", "json-stat2")),
        source=NAME,
        expects=_TYPES,
        reads_errors=READ_ERRORS,
    )


def folder_request(site: PxSite, path: str, language: str) -> Request:
    """Return the request for the contents of a folder of version 1."""
    return Request(site.address(path, language), source=NAME, expects=_TYPES, reads_errors=READ_ERRORS)


def page_request(site: PxSite, number: int, size: int, language: str) -> Request:
    """Return the request for a page of the list of tables of version 2."""
    params = (("lang", language), ("pageSize", str(size)), ("pageNumber", str(number)))
    return Request(f"{site.base}/tables", params, source=NAME, expects=_TYPES, reads_errors=READ_ERRORS)


def config_request(site: PxSite, language: str) -> Request:
    """Return the request for an installation's limits."""
    return Request(site.config(language), source=NAME, expects=_TYPES)


def data_request(site: PxSite, path: str, language: str, selection: Selection, axes: Sequence[Axis]) -> Request:
    """Return the request for figures."""
    if site.version == 1:
        return _first_version(site, path, language, selection, axes)
    return _second_version(site, path, language, selection, axes)


def _first_version(site: PxSite, path: str, language: str, selection: Selection, axes: Sequence[Axis]) -> Request:
    query = [
        {"code": axis.code, "selection": _filter(axis, selection[axis.code])} for axis in axes if axis.code in selection
    ]
    tree = {"query": query, "response": {"format": "json-stat2"}}
    return post(site.address(path, language), tree, source=NAME, expects=_TYPES, reads_errors=READ_ERRORS)


def _filter(axis: Axis, codes: Sequence[str]) -> Mapping[str, object]:
    if 1 < _real(axis) == len(codes):
        return {"filter": "all", "values": ["*"]}
    return {"filter": "item", "values": list(codes)}


def _real(axis: Axis) -> int:
    """Return number of members of the office's own variable."""
    return sum(member.code != ADDED or axis.total != ADDED for member in axis.members)


def _second_version(site: PxSite, path: str, language: str, selection: Selection, axes: Sequence[Axis]) -> Request:
    url = f"{site.address('tables/' + path, language)}/data"
    chosen = [(axis, list(selection[axis.code])) for axis in axes if axis.code in selection]
    head = (("lang", language), ("outputFormat", "json-stat2"))
    spelt = [(axis.code, ["*"] if 1 < _real(axis) == len(codes) else codes) for axis, codes in chosen]
    plain = not any("," in code for _, codes in spelt for code in codes)
    length = sum(len(code.encode()) * 3 for _, codes in spelt for code in codes)
    if plain and length < _LONGEST_ADDRESS:
        params = tuple((f"valueCodes[{code}]", ",".join(codes)) for code, codes in spelt)
        return Request(url, (*head, *params), source=NAME, expects=_TYPES, reads_errors=READ_ERRORS)
    tree = {"selection": [{"variableCode": code, "valueCodes": codes} for code, codes in spelt]}
    return post(url, tree, params=head, source=NAME, expects=_TYPES, reads_errors=READ_ERRORS)


# --- parts


def fits(selection: Selection, allowed: AnswerLimits) -> bool:
    """Check whether a request is within an installation's limits.

    >>> fits({"year": ["2020", "2021"], "sex": ["1"]}, AnswerLimits(values=3, cells=2))
    True
    """
    counts = [len(codes) for codes in selection.values()]
    return not (allowed.values and sum(counts) > allowed.values) and not (
        allowed.cells and prod(counts) > allowed.cells
    )


def parts_of(title: str, selection: Selection, allowed: AnswerLimits) -> list[Selection]:
    """Split a request into as many parts as needed, by cutting the longest lists.

    Args:
        title: The installation's name, for the error message.
        selection: The whole request.
        allowed: The installation's limits.

    Raises:
        TooMuchError: More than a dozen parts would be needed.

    >>> [list(part["year"]) for part in parts_of("A", {"year": ["1", "2", "3"], "sex": ["1", "2"]}, AnswerLimits(cells=4))]
    [['1', '2'], ['3']]
    """
    cuts = dict.fromkeys(selection, 1)
    while not all(fits(part, allowed) for part in _cut(selection, cuts)):
        longest = max(selection, key=lambda code: -(-len(selection[code]) // cuts[code]))
        cuts[longest] += 1
        if prod(cuts.values()) > MOST_PARTS:
            raise PxTooLargeError(title)
    return list(_cut(selection, cuts))


def _cut(selection: Selection, cuts: Mapping[str, int]) -> Iterator[Selection]:
    pieces = [[(code, piece) for piece in _pieces(codes, cuts[code])] for code, codes in selection.items()]
    return (dict(choice) for choice in product(*pieces))


def _pieces(codes: Sequence[str], count: int) -> list[Sequence[str]]:
    size = max(-(-len(codes) // count), 1)
    return [codes[at : at + size] for at in range(0, len(codes), size)]
