"""Converts simple CSS selectors, such as a browser's inspector copies for an element, to XPath.

Tags, ``#id``, ``.class``, ``[attribute]`` and ``[attribute=value]``, ``:nth-child(n)``, ``:nth-of-type(n)``, ``:first-child``,
``:last-child`` and their ``-of-type`` forms, descendants (a space), children (``>``), and alternatives (a comma).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from workbench.core.errors import UsageError, printable

_NAME: Final = r"[A-Za-z_\u0080-\uffff][\w\u0080-\uffff-]*"
_PART: Final = rf"""(?P<tag>\*|{_NAME}) | \#(?P<id>{_NAME}) | \.(?P<cls>{_NAME})
    | \[\s*(?P<attr>{_NAME})\s*(?:=\s*(?:"(?P<dq>[^"]*)"|'(?P<sq>[^']*)'|(?P<bare>[\w-]+))\s*)?\]
    | :(?P<nth>nth-child|nth-of-type)\(\s*(?P<n>\d{{1,5}})\s*\) | :(?P<end>(?:first|last)-(?:child|of-type))"""
_BETWEEN = re.compile(r"\s*(>)\s*|\s+")


@cache
def _part() -> re.Pattern[str]:
    """Compile the pattern for one condition of a selector. It is compiled only when needed, since it would add 20 ms to every start."""
    return re.compile(_PART, re.VERBOSE)


class BadSelectorError(UsageError):
    """A selector of an unsupported form."""

    def __init__(self, selector: str) -> None:
        super().__init__(
            f"“{printable(selector, 80)}” is no CSS selector that is read here.",
            "Write it like “#main p.lead” or “table > tr:nth-of-type(3)”.",
        )


def xpath_of(selector: str) -> str:
    """Convert a CSS selector to XPath. Raises BadSelectorError.

    >>> xpath_of("#main > p")
    "descendant::*[@id='main']/child::p"
    """
    paths = [_path(selector, part.strip()) for part in selector.split(",")]
    return " | ".join(paths)


def _path(selector: str, written: str) -> str:
    """Convert one alternative to XPath."""
    steps: list[str] = []
    at, axis = 0, "descendant"
    while at < len(written):
        at, step = _step(selector, written, at)
        steps.append(f"{axis}::{step}")
        if at == len(written):
            return "/".join(steps)
        between = _BETWEEN.match(written, at)
        if not between:
            break
        axis, at = "child" if between[1] else "descendant", between.end()
    raise BadSelectorError(selector)


def _step(selector: str, written: str, at: int) -> tuple[int, str]:
    """Read one compound selector: where it ends, and its node test with its conditions."""
    tag, conditions, begun = "*", "", at
    while found := _part().match(written, at):
        if found["tag"]:
            if at != begun:
                raise BadSelectorError(selector)
            tag = found["tag"].lower()
        else:
            conditions += _condition(found, tag)
        at = found.end()
    if at == begun:
        raise BadSelectorError(selector)
    return at, tag + conditions


def _condition(found: re.Match[str], tag: str) -> str:
    if found["id"]:
        return f"[@id={_literal(found['id'])}]"
    if found["cls"]:
        return f"[contains(concat(' ', normalize-space(@class), ' '), {_literal(' ' + found['cls'] + ' ')})]"
    if found["attr"]:
        value = next((found[kind] for kind in ("dq", "sq", "bare") if found[kind] is not None), None)
        return f"[@{found['attr']}]" if value is None else f"[@{found['attr']}={_literal(value)}]"
    if found["nth"]:
        kin = tag if found["nth"] == "nth-of-type" else "*"
        return f"[count(preceding-sibling::{kin})={int(found['n']) - 1}]"
    which, _, kind = found["end"].partition("-")
    axis = "preceding" if which == "first" else "following"
    return f"[not({axis}-sibling::{tag if kind == 'of-type' else '*'})]"


def _literal(text: str) -> str:
    """Quote a text for XPath; one with both kinds of quotation marks cannot be quoted, and matches nothing."""
    return f"'{text}'" if "'" not in text else f'"{text}"' if '"' not in text else "''"
