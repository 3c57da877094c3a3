"""Eight reviewers, each a process, at the same few claims: ``python eight_reviewers.py PLACE SECONDS FOLDER [kill]``.

They take, assign, release, defer, rate, edit, undo, approve and publish at random, and write down in the folder each row before it goes to the
database and again once the verb has returned. ``kill`` ends one of them with SIGKILL every two seconds. Afterwards everything is looked
over: what was confirmed is there, what is there was begun, nobody overwrote another, and each verb did what it said that it did.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import said
from two_writers import asked, forked, problems

from workbench.bootstrap.open_desk import open_desk
from workbench.config import settings
from workbench.core.corrections.correction import Slot, standing_corrections
from workbench.core.errors import StoreError, WorkbenchError
from workbench.core.failures.database_errors import ServerUnreachedError
from workbench.core.verdict import Action, Review, Stage, fold_reviews
from workbench.desk import Desk
from workbench.desk.reviewing.bulk_decisions import Decision
from workbench.report.slot_words import slot_words
from workbench.store import open_store
from workbench.store.repository import SqlStore

PEOPLE, CLAIMS = 8, 24
EDITS = {Slot.PERIOD: ("2019", "2020", "2021"), Slot.PLACE: ("Germany", "Serbia", "France")}
KEPT = ("review", "review_all", "correct", "remember")


class Noting:
    """A store that has each row written down before it is kept."""

    def __init__(self, store: SqlStore, begin: Callable[[list[str]], object]) -> None:
        self._store, self._begin = store, begin
        self.kept: list[str] = []

    def __getattr__(self, name: str) -> Any:
        own = getattr(self._store, name)
        return partial(self._keep, own, name) if name in KEPT else own

    def _keep(self, own: Callable[..., Any], name: str, given: Any, *more: Any) -> Any:
        keys = [each.id for each in (given if name in {"remember", "review_all"} else (given,))]
        self._begin(keys)
        kept = own(given, *more)
        self.kept += keys
        return kept


def person(place: str, who: str, file: Path, until: float) -> None:
    with file.open("a", buffering=1, encoding="utf-8") as notes, open_store(place) as store:
        noting = Noting(store, lambda keys: notes.write("".join(f"begun {key}\n" for key in keys)))
        with open_desk(settings(db=place), noting) as desk:
            keys = [claim.id for claim in store.claims_in("shared")]
            while time.time() < until:
                noting.kept.clear()
                verb = random.choice(VERBS)  # noqa: S311
                try:
                    verb(desk, random.choice(keys), who)  # noqa: S311
                    notes.write(f"done {verb.__name__} {' '.join(noting.kept)}\n")
                except WorkbenchError as error:
                    state = getattr(getattr(error.__cause__, "orig", None), "sqlstate", None)
                    notes.write(f"not {type(error).__name__} {state} {verb.__name__}: {error.message}\n")
                    time.sleep(0.2 if isinstance(error, StoreError) else 0)  # the server may be down


def take(desk: Desk, key: str, who: str) -> None:
    desk.take(key, who)


def assign(desk: Desk, key: str, who: str) -> None:
    [made] = desk.assign([key], f"p{random.randrange(PEOPLE)}", who)  # noqa: S311
    if isinstance(made, WorkbenchError):
        raise made


def later(desk: Desk, key: str, who: str) -> None:
    desk.decide_all([Decision(claim=key, action=Action.DEFER, until=desk.coming_day("in 3 days"), by=who)])


def rate_unseen(desk: Desk, key: str, who: str) -> None:
    desk.rate(key, "true", "By the register.", who, seen=desk.seen_until(key, "none"))


def release(desk: Desk, key: str, who: str) -> None:
    desk.release(key, "", who)


def rate(desk: Desk, key: str, who: str) -> None:
    desk.rate(key, random.choice(("true", "false")), "By the register.", who)  # noqa: S311


def edit(desk: Desk, key: str, who: str) -> None:
    slot = random.choice(list(EDITS))  # noqa: S311
    desk.correct(key, [(slot, random.choice(EDITS[slot]))], who)  # noqa: S311


def undo(desk: Desk, key: str, who: str) -> None:
    desk.undo(key, who)


def approve(desk: Desk, key: str, who: str) -> None:
    desk.approve(key, "", who)


def dismiss(desk: Desk, key: str, who: str) -> None:
    desk.dismiss(key, "", who)


def publish(desk: Desk, key: str, who: str) -> None:
    desk.publish(key, who)


VERBS = [*(take, assign, rate, edit, undo) * 4, *(release, approve) * 3, later, rate_unseen, dismiss, publish]


def main(place: str, seconds: str, folder: str, kill: str = "") -> int:
    """Print what was done and what is wrong; 1 where anything is."""
    files = Path(folder)
    warm_up(files / "other.db")
    asked(lambda: begin(place))
    until = time.time() + float(seconds)
    people = {n: forked(lambda n=n: person(place, f"p{n}", files / f"{n}.txt", until))[0] for n in range(PEOPLE)}
    killed = 0
    wrong: list[str] = []
    while time.time() < until - 3:
        time.sleep(2)
        wrong += [each for each in asked(lambda: in_the_midst(place)) if each not in wrong]
        if not kill:
            continue
        n = random.randrange(PEOPLE)  # noqa: S311
        os.kill(people[n], signal.SIGKILL)
        os.waitpid(people[n], 0)
        killed += 1
        people[n] = forked(lambda n=n: person(place, f"p{n}", files / f"{n}.txt", until))[0]
    ended = [os.waitstatus_to_exitcode(os.waitpid(each, 0)[1]) for each in people.values()]
    wrong += [f"one ended with {code}" for code in ended if code]
    lines = [line for each in sorted(files.glob("*.txt")) for line in each.read_text().splitlines()]
    wrong += asked(lambda: [*looked_over(place, lines), *problems(place)])
    done = Counter(line.split()[1] for line in lines if line.startswith("done "))
    wrong += [line for line in lines if line.startswith(("not StoreError", "not PublishError"))]
    refused = Counter(" ".join(line.split()[1:3]) for line in lines if line.startswith("not "))
    sys.stdout.write(json.dumps({"killed": killed, "done": done, "refused": refused, "wrong": wrong}) + "\n")
    return 1 if wrong else 0


def begin(place: str) -> list[str]:
    with open_store(place) as store:
        store.add([said.speech("shared", *(f"Claim number {n} of many." for n in range(CLAIMS)))])
        return [claim.id for claim in store.claims_in("shared")]


def warm_up(place: Path) -> None:
    """Load all that the verbs need, once, at a desk of its own: a child opens its own."""
    keys = begin(str(place))
    with open_desk(settings(db=str(place))) as desk:
        for verb in (take, release, assign, later, rate, edit, undo, publish):
            verb(desk, keys[0], "ana")


def in_the_midst(place: str) -> list[str]:
    """Return what doctor finds while others work; nothing where the server is down."""
    try:
        return problems(place)
    except ServerUnreachedError:
        return []


def looked_over(place: str, lines: list[str]) -> Iterator[str]:
    """Yield what is not as it was said."""
    begun = {line.split()[1] for line in lines if line.startswith("begun ")}
    done = {key: line.split()[1] for line in lines if line.startswith("done ") for key in line.split()[2:]}
    with open_store(place) as store:
        reviews, corrections = store.last_reviews(10**6), store.corrections(limit=10**6)
        there = {each.id for each in (*reviews, *corrections, *store.recall())}
        yield from (f"{done[key]} {key} was confirmed and is lost" for key in set(done) - there)
        yield from (f"{key} is there and nobody made it" for key in there - begun)
        undone = Counter(each.undoes for each in (*reviews, *corrections) if each.undoes)
        yield from (f"{key} was taken back {n} times" for key, n in undone.items() if n > 1)
        for row in store.claims(limit=10**6):
            history = store.reviews(row.id)
            if row.stage != fold_reviews(row.id, "", history).stage:
                yield f"{row.id} is in the list as {row.stage}"
            yield from overwritten(store, row.id)
            yield from untrue(row.id, history, done)


def overwritten(store: SqlStore, key: str) -> Iterator[str]:
    """Slots that do not say what stands: somebody's edit went under another's."""
    claim, last = store.claim(key), {each.slot: each for each in standing_corrections(store.corrections(key))}
    first = store.claim_as_read(key)
    for slot in EDITS:
        says = last[slot].after if slot in last else slot_words(first, slot)
        if slot_words(claim, slot) != says:
            yield f"{slot} of {key} says {slot_words(claim, slot)}, and {says} stands"


def untrue(key: str, history: list[Review], done: dict[str, str]) -> Iterator[str]:
    """Reviews whose verb returned, and which did not do what it says, at their place in the history."""
    for at, review in enumerate(history):
        if review.id not in done:
            continue
        before, now = (fold_reviews(key, "", history[:end]) for end in (at, at + 1))
        match review.action:
            case Action.TAKE:
                holds = now.taken is not None and now.taken.who == review.who
            case Action.ASSIGN:
                holds = now.taken is not None and now.taken.holder == review.to and before.stage != Stage.DRAFT
            case Action.DEFER:
                holds = now.deferred and now.until == review.until
            case Action.DISMISS:
                holds = now.stage is Stage.DISMISSED
            case Action.APPROVE:
                holds = before.stage in {Stage.DRAFT, Stage.APPROVED} and {each.who for each in now.ratings} != {
                    review.who
                }
            case Action.PUBLISH:
                holds = now.stage is Stage.PUBLISHED and now.out is not None
            case _:
                holds = True
        if not holds:
            yield f"{review.action} of {key} by {review.who}: it was {before.stage}, and is {now.stage}"


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
