"""A child that edits, decides in bulk and researches in the background until it is killed; says what it was told is kept, the moment it is told.

Run as ``python worked.py PLACE SPEECH SEED``; the speech is taken in anew, with a last line of its own, each time around.
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path
from threading import Lock, Thread

from workbench.bootstrap.open_desk import open_desk
from workbench.config import sample_folder, settings
from workbench.core.corrections.correction import Slot
from workbench.core.verdict import Action
from workbench.desk import Desk
from workbench.desk.research_ahead import READY, AheadClaim, AheadWork
from workbench.desk.reviewing.bulk_decisions import Decision, new_batch
from workbench.ports import ClaimFilter

WHO = "child"
TOGETHER = 30
"""Decisions of one bulk action: one transaction."""

_SPEAKING = Lock()


def say(what: str, *of: str) -> None:
    with _SPEAKING:
        sys.stdout.write(" ".join((what, *of)) + "\n")
        sys.stdout.flush()


def edit(desk: Desk, keys: list[str], number: int) -> None:
    for key in keys[:2]:
        [made] = desk.correct(key, [(Slot.PERIOD, str(1900 + number % 100))], WHO)
        say("edit", made.id)
    undone = desk.undo(keys[0], WHO)
    say("taken-back", undone.id)


def decide(desk: Desk, keys: list[str], number: int) -> None:
    batch, action = new_batch(), (Action.RATE, Action.TAG, Action.DEFER)[number % 3]
    given = [
        Decision(claim=keys[at % len(keys)], action=action, rating="false", note="budget", by=WHO, batch=batch)
        for at in range(TOGETHER)
    ]
    say("begun", batch)
    desk.decide_all(given)
    say("decided", batch)
    if number % 2:
        say("taken-back", desk.undo(by=WHO).id)


def research(desk: Desk, document: str) -> None:
    def tell(each: AheadClaim) -> None:
        if each.state == READY:
            say("research", each.id)

    AheadWork(desk).run(desk.claims(ClaimFilter(document=document)), tell)


def work(desk: Desk, speech: Path, seed: int) -> None:
    behind = Thread()
    for number in count(seed * 1_000):
        own = speech.with_name(f"{number}.txt")
        own.write_text(f"{speech.read_text(encoding='utf-8')}\n\nSpeech {number}.\n", encoding="utf-8")
        taken = desk.import_document(str(own))
        say("document", taken.document.id)
        if behind.ident is None or not behind.is_alive():
            behind = Thread(target=research, args=(desk, taken.document.id), daemon=True)
            behind.start()
        keys = [claim.id for claim in taken.claims]
        edit(desk, keys, number)
        decide(desk, keys, number)


if __name__ == "__main__":
    with open_desk(settings(db=sys.argv[1], samples=sample_folder() / "answers")) as opened:
        work(opened, Path(sys.argv[2]), int(sys.argv[3]))
