"""Seals of exported claims: whoever reads an export back sees whether a claim in it was changed since.

A seal is no signature: it tells of a word that was changed in the file, by hand or by a program, and not of who wrote the file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

import msgspec

from workbench.core.encoding.quick_codec import as_struct, write_structs
from workbench.report.records import json_text
from workbench.report.safe_json import without_raw

SEAL = "seal"
"""The last key of a claim's record: the SHA-256 of the record before it, as it stands on a line."""


def sealed_text(record: Mapping[str, Any]) -> str:
    """Return a record on one line of JSON, with its seal."""
    text = _quick_text(record) or json_text(record)
    return f'{text[:-1]}, "{SEAL}": "{_seal(text)}"}}'


def _quick_text(record: Mapping[str, Any]) -> str:
    """Return a record on one line as `json_text` gives it, in a fraction of the time; empty where it is to be written the other way.

    What is kept of a claim is nouns, and nothing else in a record is.
    """
    kept = {key: _structs(value) for key, value in record.get("kept", {}).items()}
    written = "" if None in kept.values() else write_structs({**record, "kept": kept} if kept else record)
    return without_raw(msgspec.json.format(written, indent=0)) if written else ""


def _structs(value: Any) -> Any:
    """Return nouns as msgspec writes them, plain values as they are; None where one is to be written the other way."""
    if isinstance(value, str | int):
        return value
    if not isinstance(value, tuple):
        return as_struct(value)
    made = [as_struct(each) for each in value]
    return None if None in made else made


def is_changed(record: Mapping[str, Any]) -> bool:
    """Return whether a record that was read is not what was sealed; one without a seal is of an earlier version, and nothing is known of it."""
    seal = record.get(SEAL)
    return seal is not None and seal != _seal(json_text({key: value for key, value in record.items() if key != SEAL}))


def _seal(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
