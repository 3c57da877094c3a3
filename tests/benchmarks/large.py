"""Databases with as many claims as a large desk has, made once and kept in a folder that outlives the run."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from test_import_speed import sentence

from workbench.core.claim import Claim, claim_id
from workbench.core.document import Document, Speaker
from workbench.extract import read_text
from workbench.store import open_store

FOLDER = Path(os.environ.get("WORKBENCH_LARGE", "/tmp/workbench-large"))
READ = 120
"""Speeches that are read; the others are the same with a closing line of their own."""
SENTENCES = 8
AT_ONCE = 500


def database(claims: int) -> Path:
    """Return a database with at least so many claims, in documents of some ten each."""
    path = FOLDER / f"{claims}.db"
    if not path.is_file():
        FOLDER.mkdir(parents=True, exist_ok=True)
        making = path.with_suffix(".making")
        making.unlink(missing_ok=True)
        _make(making, claims)
        making.rename(path)
    return path


def _make(path: Path, claims: int) -> None:
    read, kept, number = _read(), 0, 0
    with open_store(path) as store:
        while kept < claims:
            some = []
            while len(some) < AT_ONCE and kept < claims:
                some.append(_again(*read[number % READ], number))
                kept += len(some[-1][1])
                number += 1
            store.add(some)


def _read() -> list[tuple[Document, Sequence[Claim]]]:
    chance = random.Random(13)  # noqa: S311  (the same claims on every run is the point)
    return [_speech(chance, number) for number in range(READ)]


def _speech(chance: random.Random, number: int) -> tuple[Document, Sequence[Claim]]:
    year, place = chance.randrange(2005, 2025), chance.choice(["MKD", "DEU", "GBR", "SRB"])
    text = " ".join(sentence(chance, year, place) for _ in range(SENTENCES))
    document = Document(
        id=f"s{number}", title=f"Speech {number}", text=text, origin="made", place=place,
        published=date(year, 1 + number % 12, 1 + number % 28), speakers=(Speaker(f"Speaker {number % 90}", "minister"),),
    )  # fmt: skip
    reading = read_text(
        text, said=document.published, place=place, speaker=document.speakers[0], language="en", document=document.id
    )
    return document, reading.claims


def _again(document: Document, claims: Sequence[Claim], number: int) -> tuple[Document, list[Claim]]:
    """Return a speech once more, with a number of its own in its id, its title and its last line."""
    key = f"{number:012x}"
    own = replace(document, id=key, title=f"Speech {number:,}", text=f"{document.text}\n\nSpeech {number:,}.")
    return own, list(_moved(claims, key))


def _moved(claims: Sequence[Claim], document: str) -> Iterator[Claim]:
    for claim in claims:
        yield replace(claim, document=document, id=claim_id(document, claim.span, claim.quote))
