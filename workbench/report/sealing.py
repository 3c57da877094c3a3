"""Seals of exported claims: whoever reads an export back sees whether a claim in it was changed since.

A seal is no signature: it tells of a word that was changed in the file, by hand or by a program, and not of who wrote the file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

import msgspec

from workbench.core.encoding.codec import encode_as_it_is
from workbench.report.records import json_text
from workbench.report.safe_json import without_raw

_ENCODER = msgspec.json.Encoder()

SEAL = "seal"
"""The last key of a claim's record: the SHA-256 of the record before it, as it stands on a line."""


def sealed_text(record: Mapping[str, Any]) -> str:
    """A record on one line of JSON, with its seal."""
    text = _quickly(record) or json_text(record)
    return f'{text[:-1]}, "{SEAL}": "{_seal(text)}"}}'


def _quickly(record: Mapping[str, Any]) -> str:
    """What `json_text` gives of a claim's record, by msgspec, which writes no number near nought as Python does; empty for one that has such."""
    try:
        kept = {key: _kept(value) for key, value in record["kept"].items()}
        written = _ENCODER.encode({**record, "kept": kept}).decode()
    except (msgspec.MsgspecError, TypeError, ValueError, OverflowError):  # half a character in it
        return ""
    return "" if _has_tiny_number(written) else without_raw(msgspec.json.format(written, indent=0))


def _has_tiny_number(text: str) -> bool:
    """Whether there may be a number below 0.0001 in JSON; looked for without a pattern, since a text has thousands of letters."""
    at = text.find("e-")
    while at > 0:
        if text[at - 1].isdigit():
            return True
        at = text.find("e-", at + 2)
    return "0.0000" in text


def _kept(value: Any) -> Any:
    """Nouns as they are kept, ready to be put in; a number or a word as it is."""
    if isinstance(value, tuple):
        return [msgspec.Raw(encode_as_it_is(each).encode()) for each in value]
    return value if isinstance(value, str | int) else msgspec.Raw(encode_as_it_is(value).encode())


def is_changed(record: Mapping[str, Any]) -> bool:
    """Whether a record that was read is not what was sealed; one without a seal is of an earlier version, and nothing is known of it."""
    seal = record.get(SEAL)
    return seal is not None and seal != _seal(json_text({key: value for key, value in record.items() if key != SEAL}))


def _seal(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
