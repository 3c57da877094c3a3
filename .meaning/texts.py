# ruff: noqa: INP001  (run by hand; the folder is no package)
"""The texts that teach the table: titles, what somebody might say for them, and beginnings of descriptions.

A made-up query is a piece of a title, some of its words put as people say them (from the package's own thesaurus and from a
few phrases that every table uses), half of the time in the frame of a claim or of a question, with places, years and numbers.
"""

from __future__ import annotations

import csv
import gzip
import json
import random
import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

THESAURUS = Path(__file__).resolve().parent.parent / "workbench" / "match" / "thesaurus.toml"
UNIT = re.compile(r"[a-z0-9]+|[$%€£]")
LONGEST_TITLE, LONGEST_ABOUT = 220, 200

REPUBLISHERS = frozenset({"owid"})
"""Services whose descriptions repeat other offices' titles word for word: they would teach the answers of a test."""

FRAMES = (
    "the number of {}", "{} in {}", "{} rose by {} percent", "{} fell to {} in {}", "how many {}", "{} per person",
    "share of {}", "total {}", "in {}, {} was {}", "{} of {}", "people with {}", "the rate of {}", "{} statistics",
    "amount of {}", "the average {}", "{} has doubled since {}", "we have more {} than ever", "level of {}",
    "what is the {}", "what is the {} in {}", "how much {} is there in {}", "how many people {}", "how has {} changed",
    "what percentage of {}", "{} data", "figures on {}", "the size of {}", "the value of {}", "quantity of {}",
    "{} count", "{} by {}", "people who {}", "the proportion of {}", "the {} has grown by {} percent since {}",
    "{} is at its lowest since {}", "{} is higher in {} than in {}", "the amount of {} each year", "measure of {}",
)  # fmt: skip
PLACES = (
    "Germany", "France", "North Macedonia", "the United States", "Kenya", "Brazil", "India", "Poland", "our country",
    "Europe", "Japan", "Nigeria", "rural areas", "the region", "Mexico", "Turkey", "the world",
)  # fmt: skip
ALIKE = (
    ("number of", "count of", "total number of", "how many", "quantity of"),
    ("percentage of", "share of", "proportion of", "percent of", "fraction of", "what percentage of"),
    ("amount of", "quantity of", "volume of", "total amount of", "how much"),
    ("per capita", "per person", "per head", "per inhabitant"),
    ("expenditure", "expenditures", "spending", "outlays", "money spent"),
    ("population", "people", "inhabitants", "residents", "persons"),
    ("male", "males", "men", "boys"), ("female", "females", "women", "girls"),
    ("children", "kids", "young people", "minors"), ("elderly", "older people", "seniors"),
    ("mortality", "deaths", "death", "dying"), ("births", "babies born", "newborns"),
    ("students", "pupils", "learners"), ("enrolment", "enrollment", "attending"),
    ("average", "mean", "typical"), ("median", "middle"), ("annual", "yearly", "each year"),
    ("production", "output", "produced"), ("consumption", "use", "used", "consumed"),
    ("imports", "goods bought abroad"), ("exports", "goods sold abroad"), ("income", "money earned", "earnings"),
    ("households", "homes", "families"), ("dwellings", "housing units", "houses"), ("access to", "having", "with"),
    ("emissions", "pollution", "gases released"), ("physicians", "doctors"), ("prevalence", "how common", "rate"),
    ("years of age", "years old", "year olds"), ("without", "lacking", "who have no"), ("total", "overall", "whole"),
    ("motor vehicles", "cars", "vehicles"), ("agricultural", "farm", "farming"), ("diseases", "illnesses"),
    ("government", "state", "public"), ("revenue", "income", "receipts"), ("increase", "growth", "rise"),
    ("maximum", "highest"), ("minimum", "lowest"), ("precipitation", "rain"), ("electricity", "power"),
    ("foreign-born", "immigrants", "born abroad"), ("married", "having a spouse"), ("lower", "less", "fewer"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """A text that stands for a title: a made-up query, or the title's description."""

    text: str
    title: int


def units(text: str) -> list[str]:
    """Return the units of a text, as `workbench.match.words.word_vectors` takes them."""
    plain = unicodedata.normalize("NFKD", text).lower()
    found = UNIT.findall("".join(c for c in plain if not unicodedata.combining(c)))
    return found + [f"{a} {b}" for a, b in pairwise(found)]


def key(text: str) -> str:
    """Return what is the same text whatever its signs and capitals."""
    return " ".join(UNIT.findall(text.lower()))


def left_out(paths: Iterable[Path]) -> set[str]:
    """Return the keys of the texts of labelled sets, none of which may teach."""
    lines = (line for path in paths for line in path.open(encoding="utf-8") if line.strip())
    return {key(json.loads(line)["text"]) for line in lines}


def read_rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file, packed or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def gather(
    rows: list[dict[str, str]], without: set[str], caps: dict[str, int], draw: random.Random
) -> tuple[list[str], list[Said]]:
    """Titles (each once, those of a few services capped) and the beginnings of their descriptions."""
    seen: set[str] = set()
    by: dict[str, list[tuple[str, str]]] = {}
    for row in rows:
        name, service = key(row["title"]), row["service"]
        if name and name not in seen and name not in without:
            seen.add(name)
            about = "" if service in REPUBLISHERS else _beginning(row.get("description") or "")
            by.setdefault(service, []).append(
                (row["title"][:LONGEST_TITLE], about if key(about) not in without else "")
            )
    kept = [
        pair
        for service, found in by.items()
        for pair in draw.sample(found, min(len(found), caps.get(service, len(found))))
    ]
    return [title for title, _ in kept], [Said(about, n) for n, (_, about) in enumerate(kept) if len(key(about)) > 12]


def _beginning(description: str) -> str:
    return description.split(". ", maxsplit=1)[0][:LONGEST_ABOUT]


class Rewording:
    """Puts words of titles as people say them."""

    def __init__(self, groups: Iterable[tuple[str, ...]]) -> None:
        self._others: dict[str, list[str]] = {}
        for group in groups:
            for phrase in group if len(group) > 1 else ():
                self._others.setdefault(phrase.lower(), []).extend(each for each in group if each != phrase)
        phrases = sorted((re.escape(phrase) for phrase in self._others), key=len, reverse=True)
        self._found = re.compile(rf"\b(?:{'|'.join(phrases)})\b")

    def of(self, text: str, draw: random.Random) -> str:
        """Return a text in lower case with six in ten of the phrases that have others put in another way."""
        return self._found.sub(
            lambda m: draw.choice(self._others[m.group()]) if draw.random() < 0.6 else m.group(), text.lower()
        )


def rewording() -> Rewording:
    """Return the phrases that say the same: those above, and each entry of the package's thesaurus."""
    entries = tomllib.loads(THESAURUS.read_text(encoding="utf-8"))["entry"]
    return Rewording([*ALIKE, *(tuple(dict.fromkeys([*row["said"], *row["means"]])) for row in entries)])


def made_up(titles: list[str], many: int, without: set[str], draw: random.Random) -> list[Said]:
    """Pieces of titles as somebody would say them, each with its title; none is a text of a labelled set."""
    found: list[Said] = []
    other = rewording()
    while len(found) < many:
        at = draw.randrange(len(titles))
        piece = _piece(titles[at], draw)
        if draw.random() < 0.55:
            piece = other.of(piece, draw)
        if piece and draw.random() < 0.45:
            piece = _framed(piece, draw)
        if piece and key(piece) not in without:
            found.append(Said(piece, at))
    return found


def _piece(title: str, draw: random.Random) -> str:
    """Return a run of a title's words, long ones likelier, one word in ten left out."""
    words = re.findall(r"[^\s,;:()]+", title)[:24]
    length = draw.randint(max(1, len(words) // 3), max(1, len(words)))
    if draw.random() < 0.3:
        length = len(words)
    start = draw.randint(0, len(words) - length) if len(words) > length else 0
    return " ".join(w for w in words[start : start + length] if draw.random() > 0.1).lower()


def _framed(piece: str, draw: random.Random) -> str:
    frame = draw.choice(FRAMES)
    lead = 1 if frame.startswith("in {}") else 0
    filler = [
        draw.choice([draw.choice(PLACES), str(draw.randint(1960, 2024)), str(draw.randint(2, 900))])
        for _ in range(frame.count("{}"))
    ]
    filler[lead] = piece
    return frame.format(*filler)


def vocabulary(texts: Iterator[str], whole: list[str], words: int, pairs: int) -> tuple[list[str], list[float]]:
    """Return the units that get a vector, with how often each comes among all: words, the model's whole words, the commonest pairs."""
    ones: Counter[str] = Counter()
    twos: Counter[str] = Counter()
    for text in texts:
        for unit in units(text):
            (twos if " " in unit else ones)[unit] += 1
    kept = [w for w, n in ones.most_common(words) if n >= 2 and not (w.isdigit() and len(w) > 4)]
    kept += [w for w in whole if UNIT.fullmatch(w) and w not in ones]
    kept += [w for w, n in twos.most_common(pairs) if n >= 8]
    kept = list(dict.fromkeys(kept))
    total = sum(ones.values())
    return kept, [max((twos if " " in w else ones)[w], 1) / total for w in kept]
