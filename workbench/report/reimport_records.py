"""Everything that is stored about a claim, in the form that the workbench reads back, so that another desk can import an export.

The other keys of an export are for scripts and people; this one has the complete nouns, down to the last written zero.
"""

from __future__ import annotations

from typing import Any

from workbench.core.report import Entry

SCHEMA = 1
"""Version of what is exported. It grows when something is renamed or left out, which has not happened; keys are only added."""


def kept_record(entry: Entry, *, document: bool = True) -> dict[str, Any]:
    """Collect a claim, its document, reviews, findings, corrections and attachments, as nouns, which the JSON writer converts once.

    Args:
        entry: The claim.
        document: Whether to include the whole document; otherwise only its id, since the claim before it had the whole.
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
