"""A child that puts claims and documents right until it is killed: says each thing that it was told is kept, the moment it is told.

Run as ``python amended_until_killed.py PLACE SPEECH SEED``.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from itertools import count

from workbench.bootstrap.open_desk import open_desk
from workbench.config import settings
from workbench.core.corrections.correction import Slot
from workbench.core.failures.amendment_errors import AlreadyClaimError, NotOneClaimError
from workbench.desk import Desk


def confirm(*ids: str) -> None:
    sys.stdout.write(" ".join(ids) + "\n")
    sys.stdout.flush()


def amend(desk: Desk, document: str, who: str, n: int) -> None:
    """Each thing once: data set, an edit, a join, a split, a missed claim, hidden and shown, every other thing taken back."""
    amending = desk.amending
    first, second, *_ = desk.claims_in(document)
    day, place = f"20{n // 28 % 100:02}-01-{n % 28 + 1:02}", ("Serbia", "Kosovo")[n % 2]
    confirm(amending.set(document, [("day", day), ("place", place)], who).amendment.id)
    [edit] = desk.correct(first.id, [(Slot.PERIOD, str(1900 + n % 100))], who)
    confirm(edit.id)
    try:
        joined = amending.join(first.id, second.id, who)
    except NotOneClaimError:  # two kills right behind a join have left one claim of the first paragraph
        confirm(amending.split(first.id, (), who).amendment.id)
        return
    confirm(joined.amendment.id)
    confirm(amending.split(joined.came[0].id, (), who).amendment.id)
    for _ in range(2):
        undone = desk.undo(by=who)
        confirm(f"undone:{undone.id}")
    with suppress(AlreadyClaimError):  # a kill right behind this has left the claim
        confirm(amending.add(document, "three reasons", who).amendment.id)
        confirm(f"undone:{desk.undo(by=who).id}")
    confirm(amending.hide(document, who).amendment.id)
    confirm(amending.show(document, who).amendment.id)


if __name__ == "__main__":
    with open_desk(settings(db=sys.argv[1], offline=True)) as opened:
        taken = opened.import_document(sys.argv[2]).document.id
        if opened.count_documents() == 0:
            opened.amending.show(taken, "child")
        for number in count(int(sys.argv[3]) * 1_000):
            amend(opened, taken, "child", number)
