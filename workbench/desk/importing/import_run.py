"""One running import: reads documents and claims, stores batches, counts totals."""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from itertools import chain, islice
from pathlib import PurePath
from typing import Any

from workbench.core.document import Document
from workbench.core.errors import Problem, ReadingError, printable
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.importing import workbench_exports
from workbench.desk.importing.columns import Wanted
from workbench.desk.importing.csv_tables import UserTable
from workbench.desk.importing.document_import import read_file
from workbench.desk.importing.import_progress import Counts, Ticker
from workbench.desk.importing.json_lines import read_json_lines
from workbench.desk.importing.parallel_reading import Pending, chunked, read_in_parallel
from workbench.desk.importing.reading_later import Later
from workbench.desk.importing.skipped_files import rows_of_figures
from workbench.desk.importing.table_rows import TableRow, row_document
from workbench.desk.importing.workbook_tables import workbook_lines
from workbench.extract.claim.check_worthiness import weights_with
from workbench.extract.pipeline import wordless
from workbench.ports import EncodedDocument, Kept, Rejected

BATCH = 2_000
"""Documents stored in one transaction."""

MOST_NAMED = 20
"""Most unknown places named after an import."""

ASKED = 250
"""Approximate number of documents looked up in one query."""


class Run:
    """The work of one import and its totals.

    Attributes:
        counts: What was done so far.
        ticker: Reports the progress.
    """

    def __init__(
        self, ports: DeskPorts, ticker: Ticker, *, jobs: int, dry: bool, cluster: str = "", later: Later | None = None
    ) -> None:
        self.counts = Counts()
        self.ticker = ticker
        self._ports = ports
        self._jobs, self._cluster, self._later = jobs, cluster, later
        self._dry = dry
        self._seen: set[str] = set()
        self._position = 0
        self._unknown_places: dict[str, None] = {}
        self._languages: set[str] = set()
        self._weights = weights_with(ports.worth)

    def table(self, path: str, form: str, wanted: Wanted) -> None:
        """Import the rows of a CSV, Excel or JSON Lines file.

        Raises:
            ReadingError: The file cannot be read as a table at all.
            UnknownNameError: A specified column is missing.
        """
        origin = "<stdin>" if path == "-" else printable(path, 4096)
        lines = self._counted(self._lines(path, form))
        rows: Iterable[TableRow | Rejected]
        if form == "csv" and not wanted.columns:
            first, lines = peeked(lines)
            wanted = replace(wanted, columns=workbench_exports.own_columns(first) or {})
        if form != "jsonl":
            rows = table = UserTable(origin, lines, wanted)
            self.counts.problems.extend(table.problems)
        else:
            rows = read_json_lines(origin, lines, wanted)
        self._unknown_places.clear()
        self._keep_all(self._from_rows(rows, wanted), _reading(origin), self._ports.files.size(path))
        if self._unknown_places:
            message = f"Places that are not known: {', '.join(printable(name, 40) for name in self._unknown_places)}."
            hint = "Their rows were kept without a country; use names or codes of ISO 3166."
            self.counts.problems.append(Problem(origin, message, hint, "unknown-places"))

    def own(self, path: str, form: str) -> bool:
        """Import an export of a workbench; for any other file do nothing and return False.

        Raises:
            ReadingError: It cannot be read, or is cut off.
        """
        suffix, origin = PurePath(path).suffix.lower(), printable(path, 4096)
        if path == "-" or form not in {"auto", "jsonl"}:
            return False
        if suffix == ".json":
            report = workbench_exports.read_report(self._ports.files.raw(path).body, origin)
            if report is None:
                return False
            if not self._dry:
                workbench_exports.keep_bodies(self._ports, report["sources"], origin, self.counts)
            self._take_in(origin, enumerate(report["claims"], start=1))
            return True
        if suffix not in {".jsonl", ".ndjson"} or not self._first_is_own(path):
            return False
        self._take_in(origin, workbench_exports.read_lines(self._ports.files.lines(path)))
        return True

    def _first_is_own(self, path: str) -> bool:
        for _, line in self._ports.files.lines(path):
            if line.strip():
                try:
                    return workbench_exports.is_own(json.loads(line))
                except (ValueError, RecursionError):
                    return False
        return False

    def _take_in(self, origin: str, records: Iterator[tuple[int, Any]]) -> None:
        workbench_exports.add_exported(self._ports, origin, records, self.counts, dry=self._dry)
        self.ticker.done(_reading(origin), self.counts.rows, f"{self.counts.rows:,} read")

    def _lines(self, path: str, form: str) -> Iterator[tuple[int, str]]:
        return workbook_lines(self._ports.files.raw(path)) if form == "xlsx" else self._ports.files.lines(path)

    def statements(
        self,
        paths: Sequence[str],
        form: str,
        refuse: Callable[[str, ReadingError], None],
        in_folders: Container[str] = (),
    ) -> None:
        """Import documents, one per file; those without a reader go to ``refuse``.

        Args:
            paths: The files.
            form: ``auto`` or a reader's name.
            refuse: Called for a file that cannot be read.
            in_folders: Files that were found in a folder, and are left out where they are tables of figures.
        """
        if paths:
            self._position = 0
            self._keep_all(self._from_files(paths, form, refuse, in_folders), "reading statements", len(paths))

    def _counted(self, lines: Iterator[tuple[int, str]]) -> Iterator[tuple[int, str]]:
        """Yield the lines unchanged, counting their bytes."""
        self._position = 0
        for number, line in lines:
            self._position += len(line) if line.isascii() else len(line.encode("utf-8", errors="surrogatepass"))
            yield number, line

    def _from_rows(self, rows: Iterable[TableRow | Rejected], wanted: Wanted) -> Iterator[Pending]:
        for row in rows:
            self.counts.rows += 1
            read = row_document(row, wanted.order) if isinstance(row, TableRow) else row
            if isinstance(read, Rejected):
                self.counts.rejected.append(read)
            else:
                self._note_place(read)
                self._note_language(read)
                yield Pending(read, row=True, position=self._position)

    def _note_place(self, document: Document) -> None:
        if document.place is None and document.place_name and len(self._unknown_places) < MOST_NAMED:
            self._unknown_places.setdefault(document.place_name)

    def _note_language(self, document: Document, path: str = "") -> None:
        """Report once, at the first document, each language in which only figures are read."""
        if document.language not in self._languages:
            self._languages.add(document.language)
            notice = wordless(document.language)
            self.counts.problems.extend(replace(each, where=printable(path, 4096) or each.where) for each in notice)

    def _from_files(
        self, paths: Sequence[str], form: str, refuse: Callable[[str, ReadingError], None], in_folders: Container[str]
    ) -> Iterator[Pending]:
        for path in paths:
            self._position += 1
            self.counts.rows += 1
            try:
                read = read_file(self._ports, path, form)
            except ReadingError as error:
                refuse(path, error)
                continue
            if path in in_folders and (notice := rows_of_figures(path, read.document)):
                self.counts.problems.append(notice)
            else:
                self.counts.problems.extend(read.problems)
                self._note_language(read.document, path)
                yield Pending(read.document, row=False, position=self._position)

    def _new(self, pending: Iterable[Pending]) -> Iterator[Pending]:
        """Yield the documents that are not stored yet, looked up some hundred at a time."""
        pending = iter(pending)
        while group := list(islice(pending, ASKED)):
            there = set(self._there([each.document.id for each in group]))
            for each in group:
                if each.document.id in there:
                    self.counts.already += 1
                else:
                    there.add(each.document.id)
                    yield each

    def _there(self, keys: Sequence[str]) -> frozenset[str]:
        """Find which documents are stored; in a dry run also those that would be."""
        there = self._ports.store.which_documents(keys)
        if not self._dry:
            return there
        there |= self._seen.intersection(keys)
        self._seen.update(keys)
        return there

    def _keep_all(self, pending: Iterable[Pending], what: str, of: int | None) -> None:
        """Read claims and store what is new, batch by batch; or hand it over to be read later."""
        if self._later is not None:
            self._hand_over(self._later, self._new(pending), what, of)
            return
        batch: dict[str, EncodedDocument] = {}
        encoder = self._ports.store.document_encoder
        with closing(
            read_in_parallel(self._new(pending), self._jobs, encoder, self._weights, cluster=self._cluster)
        ) as chunks:
            for harvested in chunks:
                for form in harvested.forms:
                    self.counts.already += form.id in batch
                    batch.setdefault(form.id, form)
                if len(batch) >= BATCH:
                    self._keep(batch)
                self.ticker.tick(what, harvested.position, of)
        self._keep(batch)
        self.ticker.done(what, self._position if of is None else of, f"{self.counts.rows:,} read")

    def _hand_over(self, later: Later, pending: Iterable[Pending], what: str, of: int | None) -> None:
        for chunk in chunked(pending):
            if self._dry or later(chunk):
                self.counts.documents += len(chunk)
            else:
                self.counts.already += len(chunk)
            self.ticker.tick(what, chunk[-1].position, of)
        self.ticker.done(what, self._position if of is None else of, f"{self.counts.rows:,} read")

    def _keep(self, batch: dict[str, EncodedDocument]) -> None:
        """Store a batch in one transaction and empty it."""
        if self._dry:
            self.counts.add(Kept(len(batch), sum(form.claims for form in batch.values()), 0))
        elif batch:
            self.counts.add(self._ports.store.add_encoded(batch.values()))
        batch.clear()


def peeked(lines: Iterator[tuple[int, str]]) -> tuple[str, Iterator[tuple[int, str]]]:
    """Look at the first line, and return it with an iterator of all lines."""
    first = list(islice(lines, 1))
    return first[0][1] if first else "", chain(first, lines)


def _reading(origin: str) -> str:
    return f"reading {PurePath(origin).name or origin}"
