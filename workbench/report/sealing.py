"""Seals of exported claims: whoever reads an export back sees whether a claim in it was changed since.

A seal is no signature: it tells of a word that was changed in the file, by hand or by a program, and not of who wrote the file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from workbench.report.records import json_text

SEAL = "seal"
"""The last key of a claim's record: the SHA-256 of the record before it, as it stands on a line."""


def sealed_text(record: Mapping[str, Any]) -> str:
    """A record on one line of JSON, with its seal."""
    text = json_text(record)
    return f'{text[:-1]}, "{SEAL}": "{_seal(text)}"}}'


def is_changed(record: Mapping[str, Any]) -> bool:
    """Whether a record that was read is not what was sealed; one without a seal is of an earlier version, and nothing is known of it."""
    seal = record.get(SEAL)
    return seal is not None and seal != _seal(json_text({key: value for key, value in record.items() if key != SEAL}))


def _seal(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
