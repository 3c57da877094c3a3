"""How a project reviews: the table ``[review]`` of its configuration."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from workbench.core.errors import UnknownNameError, UsageError, printable
from workbench.core.reviews.required_votes import ReviewRules, VoteRule

_MAY = {
    "rule": ", ".join(f'"{rule.value}"' for rule in VoteRule),
    "blind": "true or false",
    "editors": '["NAME"], one name or more',
}
"""The values that each line of the table may have."""


def review_rules(given: Mapping[str, Any]) -> ReviewRules:
    """Read the rules from a table of settings; by default one reviewer decides and everybody sees everything.

    Raises:
        UsageError: A line has a value that is not allowed, or there is an unknown line in the table.

    >>> review_rules({"rule": "two agree", "blind": True}).rule.value, review_rules({}).rule.value
    ('two agree', 'one')
    """
    for key in given:
        if key not in _MAY:
            raise UnknownNameError("review setting", key, tuple(_MAY))
    rule, blind = given.get("rule", VoteRule.ONE.value), given.get("blind", False)
    editors = given.get("editors", [])
    if not isinstance(rule, str) or rule not in tuple(VoteRule):
        raise _WrongLineError("rule", rule)
    if not isinstance(blind, bool):
        raise _WrongLineError("blind", blind)
    needed = rule == VoteRule.EDITOR
    if not isinstance(editors, list) or not all(map(_is_name, editors)) or (needed and not editors):
        raise _WrongLineError("editors", editors, why=f' with rule = "{rule}"' if needed else "")
    return ReviewRules(VoteRule(rule), blind, tuple(" ".join(each.split()) for each in editors))


def _is_name(each: object) -> bool:
    return isinstance(each, str) and bool(each.strip()) and each.isprintable()


class _WrongLineError(UsageError):
    """A line of the table has a value that is not allowed."""

    def __init__(self, line: str, value: object, why: str = "") -> None:
        shown = json.dumps(value, ensure_ascii=False) if isinstance(value, str | bool) else value  # as TOML writes it
        super().__init__(
            f"The line {line} = {printable(shown, 80)} under [review] is not understood{why}.",
            f"It may say: {_MAY[line]}.",
        )
