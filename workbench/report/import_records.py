"""All that is kept of a claim, as the workbench itself reads it back: what makes an export one that another desk can import.

The other keys of an export are for scripts and people; this one holds the nouns whole, down to the last written zero.
"""

from __future__ import annotations

from typing import Any

from workbench.core.report import Entry

SCHEMA = 1
"""Version of what is exported. It grows when something is renamed or left out, which has not happened; keys are only added."""


def kept_record(entry: Entry, *, document: bool = True) -> dict[str, Any]:
    """Return a claim, its document, reviews, findings, corrections and attachments, as nouns: whoever writes JSON puts them in plain form once.

    Args:
        entry: The claim.
        document: Whether its document stands there whole, or by its id alone, since it stood whole with the claim before.
    """
    whole = {
        "schema": SCHEMA,
        "document": entry.document if document else entry.document.id,
        "claim": entry.claim,
        "reviews": entry.verdict.history,
        "findings": entry.findings,
        "behind": entry.behind,
        "known": entry.known,
        "elsewhere": entry.elsewhere,
        "problems": entry.problems,
        "searched": entry.searched,
        "corrections": entry.corrections,
        "attached": entry.attached,
    }
    return {key: value for key, value in whole.items() if value not in ("", ())}
