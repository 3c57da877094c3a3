"""From the text of a TOML file to a rating scale, with a sentence for everything that may be wrong with it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from workbench.core.encoding.toml_reader import read_toml
from workbench.core.errors import printable
from workbench.core.rating import Rating, RatingScale

TONES = ("good", "mixed", "bad", "none")
FIELDS = frozenset({"key", "label", "meaning", "value", "digit", "tone"})

_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_LONGEST = 300


class BadScaleError(ValueError):
    """A text that is no rating scale; its message says why."""


def read_scale(key: str, text: str) -> RatingScale:
    """Read a scale.

    Args:
        key: The scale's key, which is the file's name without its suffix.
        text: The TOML.

    Raises:
        BadScaleError: It is no scale.
    """
    _check_key(key)
    try:
        table = read_toml(text)
    except (ValueError, RecursionError) as error:
        raise BadScaleError(f"it is no TOML: {printable(error)}") from error
    entries = table.get("ratings")
    if not isinstance(entries, list) or len(entries) < 2:
        raise BadScaleError("a scale has two [[ratings]] or more")
    ratings = tuple(_rating(entry) for entry in entries)
    _differ("key", (rating.key for rating in ratings))
    _differ("digit", (rating.digit for rating in ratings if rating.digit))
    _differ("value", (rating.value for rating in ratings if rating.value is not None))
    return RatingScale(key, _line(table, "title"), ratings)


def _rating(entry: Any) -> Rating:
    if not isinstance(entry, dict):
        raise BadScaleError("each of the ratings is a table")
    if unknown := sorted(entry.keys() - FIELDS):
        raise BadScaleError(f"a rating has no {printable(unknown[0])}; it has {', '.join(sorted(FIELDS))}")
    return Rating(
        key=_check_key(_line(entry, "key")),
        label=_line(entry, "label"),
        meaning=_line(entry, "meaning"),
        value=_value(entry.get("value")),
        digit=_digit(entry.get("digit", "")),
        tone=_tone(entry.get("tone", "none")),
    )


def _line(table: dict[str, Any], name: str) -> str:
    """Return a text of one printable line that has to be there."""
    text = table.get(name)
    if not isinstance(text, str) or not text.strip():
        raise BadScaleError(f"{name} is missing")
    if not text.isprintable() or len(text) > _LONGEST:
        raise BadScaleError(f"{name} is one line of at most {_LONGEST} printable characters")
    return text.strip()


def _check_key(key: str) -> str:
    if not _KEY.match(key):
        raise BadScaleError(f"{printable(key, 40)} is no key: small letters, digits and single hyphens make one")
    return key


def _value(value: Any) -> int | None:
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise BadScaleError(f"value is a whole number, not {printable(value, 40)}")


def _digit(digit: Any) -> str:
    text = str(digit)
    if text and (len(text) != 1 or text not in "0123456789"):
        raise BadScaleError(f"digit is one of 0 to 9, not {printable(text, 40)}")
    return text


def _tone(tone: Any) -> str:
    if tone not in TONES:
        raise BadScaleError(f"tone is one of {', '.join(TONES)}, not {printable(tone, 40)}")
    return str(tone)


def _differ(name: str, values: Iterable[object]) -> None:
    for value, times in Counter(values).items():
        if times > 1:
            raise BadScaleError(f"two ratings have the {name} {value}")
