"""One way of finding titles, in a process of its own: builds its index in a folder, or answers queries from it.

``match_peers.py build ENGINE FOLDER TITLES`` and ``match_peers.py ask ENGINE FOLDER TITLES < queries.json > answers.json``.
TITLES is a file of tab-parted lines (source, key, title, description). Times are of the processor, a query each, once warm.
"""

from __future__ import annotations

import json
import re
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

SHOWN = 12
Answer = Callable[[str], list[str]]


def lines(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n").split("\t")


def resident() -> int:
    """Return bytes of memory that this process holds, pages of mapped files that it has looked at among them."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(r"VmRSS:\s+(\d+) kB", status)[1]) * 1024


def ours_build(folder: Path, titles: Path) -> None:
    from datetime import date

    from workbench.catalogue import Index
    from workbench.core.series import Series, SeriesRef

    with Index(folder / "catalogue.sqlite") as index:
        for source, rows in groupby(lines(titles), key=lambda row: row[0]):
            listed = (Series(ref=SeriesRef(s, key), title=title, description=more) for s, key, title, more in rows)
            index.replace(source, listed, date(2026, 1, 5))


def ours(folder: Path, _titles: Path) -> Answer:
    from workbench.catalogue import Index
    from workbench.match import query_of_text

    index = Index(folder / "catalogue.sqlite")
    return lambda text: [c.series.ref.key for c in index.rank(query_of_text(text), SHOWN)]


def claims(folder: Path, _titles: Path) -> Answer:
    """Ours, of sentences that were read beforehand, as a claim on the desk was: reading is another benchmark's."""
    from workbench.catalogue import Index
    from workbench.extract import read_text
    from workbench.match import query_of, query_of_text

    index, read = Index(folder / "catalogue.sqlite"), {}

    def answer(text: str) -> list[str]:
        if text not in read:
            read[text] = read_text(text, document="benchmark")
            answer(text)
        began = time.thread_time()
        found = read[text].claims
        query = query_of(found[0]) if found else query_of_text(text, read[text])
        keys = [c.series.ref.key for c in index.rank(query, SHOWN)]
        answer.took = time.thread_time() - began
        return keys

    return answer


def fts5_build(folder: Path, titles: Path) -> None:
    db = sqlite3.connect(folder / "fts5.sqlite")
    db.execute("CREATE VIRTUAL TABLE titles USING fts5(title, description, key UNINDEXED, tokenize='porter unicode61')")
    db.executemany("INSERT INTO titles (key, title, description) VALUES (?, ?, ?)", (row[1:] for row in lines(titles)))
    db.execute("INSERT INTO titles (titles) VALUES ('optimize')")
    db.commit()


def fts5(folder: Path, _titles: Path) -> Answer:
    db = sqlite3.connect(folder / "fts5.sqlite")
    sql = "SELECT key FROM titles WHERE titles MATCH ? ORDER BY bm25(titles, 4.0, 1.0) LIMIT ?"
    return lambda text: [
        row[0] for row in db.execute(sql, (" OR ".join(f'"{word}"' for word in re.findall(r"\w+", text)), SHOWN))
    ]


def bm25s_build(folder: Path, titles: Path) -> None:
    import bm25s

    texts = [f"{row[2]} {row[3]}" for row in lines(titles)]
    index = bm25s.BM25()
    index.index(bm25s.tokenize(texts, stopwords="en", show_progress=False), show_progress=False)
    index.save(folder / "bm25s")


def bm25s(folder: Path, titles: Path) -> Answer:
    import bm25s

    index = bm25s.BM25.load(folder / "bm25s", mmap=True)
    keys = [row[1] for row in lines(titles)]

    def answer(text: str) -> list[str]:
        asked = bm25s.tokenize([text], stopwords="en", show_progress=False, return_ids=False)
        found, _ = index.retrieve(asked, k=SHOWN, show_progress=False)
        return [keys[n] for n in found[0]]

    return answer


def rapidfuzz(_folder: Path, titles: Path) -> Answer:
    from rapidfuzz import fuzz, process, utils

    keys, texts = [], []
    for row in lines(titles):
        keys.append(row[1])
        texts.append(utils.default_process(row[2]))
    return lambda text: [
        keys[n]
        for _, _, n in process.extract(utils.default_process(text), texts, scorer=fuzz.token_set_ratio, limit=SHOWN)
    ]


BUILD = {"ours": ours_build, "fts5": fts5_build, "bm25s": bm25s_build}
ASK = {"ours": ours, "claims": claims, "fts5": fts5, "bm25s": bm25s, "rapidfuzz": rapidfuzz}


def ask(engine: str, folder: Path, titles: Path, queries: list[str]) -> dict[str, object]:
    """Answer each query, and tell the milliseconds of each and the memory of all."""
    before = resident()
    answer = ASK[engine](folder, titles)
    for query in queries[:20]:  # warm
        answer(query)
    found, took = [], []
    for query in queries:
        began = time.thread_time()
        found.append(answer(query))
        took.append(1_000 * getattr(answer, "took", time.thread_time() - began))
    return {"found": found, "took": took, "memory": resident() - before}


if __name__ == "__main__":
    _, verb, name, where, listed = sys.argv
    if verb == "build":
        BUILD[name](Path(where), Path(listed))
    else:
        sys.stdout.write(json.dumps(ask(name, Path(where), Path(listed), json.load(sys.stdin))))
