"""A child that works on a database until it is killed: says each thing that it was told is on disk, the moment it is told.

Run as ``python killed.py reviews|documents|bodies PLACE SEED``.
"""

from __future__ import annotations

import hashlib
import sys
from dataclasses import replace
from pathlib import Path

import said

from workbench.core.evidence import Snapshot
from workbench.core.reviewers.saved_view import SavedView
from workbench.core.reviews.published import KeptPage
from workbench.core.verdict import Action
from workbench.store import open_store
from workbench.store.bodies.snapshot_archive import Snapshots


def confirm(*ids: str) -> None:
    sys.stdout.write(" ".join(ids) + "\n")
    sys.stdout.flush()


def reviews(place: str, seed: str) -> None:
    with open_store(place) as store:
        whole, claims = said.speech("reviewed", *(f"Claim number {n} of many." for n in range(50)))
        store.add([(whole, claims)])
        for n in range(10**6):
            action = (Action.RATE, Action.COMMENT, Action.APPROVE)[n % 3]
            one = said.review(claims[n % 50], action, n=n, scale=seed)
            store.review(one)
            confirm(one.id)


def documents(place: str, seed: str) -> None:
    with open_store(place) as store:
        for n in range(10**6):
            batch = [said.speech(f"{seed}-{n}-{k}", "Applications fell.", "Crossings rose by 5.") for k in range(100)]
            store.add(batch)
            confirm(*(whole.id for whole, _ in batch))


def bodies(place: str, seed: str) -> None:
    archive = Snapshots(Path(place))
    for n in range(10**6):
        body = f"{seed} {n} ".encode() * (50_000 if n % 2 else 50)
        key = hashlib.sha256(body).hexdigest()
        archive.keep(
            Snapshot(id=key, url=f"https://x/{n}", fetched=said.NOON, media_type="text/plain", size=len(body)), body
        )
        confirm(key)


def everything(place: str, seed: str) -> None:
    """Whatever a desk keeps, one after the other: something of each table."""
    with open_store(place, patience=100) as store:  # two that never rest keep each other waiting
        whole, claims = said.speech("shared", *(f"Claim number {n} of many." for n in range(50)))
        store.add([(whole, claims)])
        for n in range(10**6):
            claim = claims[n % 50]
            review, choice = said.review(claim, n=n, scale=seed), said.choice(n=n, claim=claim.id, reviewer=seed)
            finding = said.finding(claim, title=f"{seed} {n}")
            another, _ = said.speech(f"{seed}-{n}", "Applications fell.")
            store.keep_research(said.research(claim, finding, n=n))
            confirm(f"finding:{finding.id}")
            store.review(review)
            confirm(f"review:{review.id}")
            store.remember([choice])
            confirm(f"choice:{choice.id}")
            store.add([said.speech(f"{seed}-{n}", "Applications fell.")])
            confirm(f"document:{another.id}")
            beside(store, claim, review=review.id, document=another.id, seed=seed, n=n)


def beside(store, claim, *, review: str, document: str, seed: str, n: int) -> None:
    """What is kept beside a verdict and its findings."""
    attached = said.attachment(claim, n=n, reviewer=seed)
    store.attach(attached)
    confirm(f"attachment:{attached.id}")
    put_right = said.correction(claim, replace(claim, place="DEU"), n=n, said_=f"{seed} {n}")
    store.correct(put_right)
    confirm(f"correction:{put_right.id}")
    hidden = said.amendment("hide", document, n=n)
    store.amend(hidden)
    confirm(f"amendment:{hidden.id}")
    store.keep_page(KeptPage(review, claim.id, said.NOON, "cd" * 32, n))
    confirm(f"page:{review}")
    store.save_view(SavedView(f"view-{seed}", "status:open", ""), seed, said.NOON)
    confirm(f"view:view-{seed}")


if __name__ == "__main__":
    {"reviews": reviews, "documents": documents, "bodies": bodies}[sys.argv[1]](sys.argv[2], sys.argv[3])
