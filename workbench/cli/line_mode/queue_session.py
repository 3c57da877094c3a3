"""The state of line mode: the queue and its filter, the page that was read out, the open claim."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from workbench.cli.line_mode import output_sentences
from workbench.core.claim import Claim
from workbench.core.errors import UsageError, printable
from workbench.desk import Desk
from workbench.ports import ClaimFilter, ClaimRow
from workbench.tui.bench_state import BenchCase, open_case
from workbench.tui.marked_claims import Marks
from workbench.tui.next_claim import next_in_document, next_in_queue

PAGE = 10
"""Claims of the queue that are read out together."""

Lines = Iterator[str]


class NoClaimError(UsageError):
    """A word was used that needs an open claim."""

    def __init__(self) -> None:
        super().__init__("No claim is open.", "list reads the queue, and open 1 opens its first claim.")


class NoSuchNumberError(UsageError):
    """No claim or candidate has the typed number."""

    def __init__(self, what: str, given: str, most: int) -> None:
        have = f"There are {most:,}." if most > 1 else "There is one." if most else "The list is empty."
        super().__init__(f"There is no {what} {printable(given, 40) or 'without a number'}.", have)


class QueueSession:
    """The queue and the open claim, with the words that move between them. Each returns sentences.

    Args:
        desk: The desk.
        ask: Reads a line from the reviewer.
        tell: Prints a sentence at once.
    """

    def __init__(self, desk: Desk, ask: Callable[[str], str], tell: Callable[[str], None]) -> None:
        self.desk, self.ask, self.tell = desk, ask, tell
        self.query, self.offset = "", 0
        self.rows: Sequence[ClaimRow] = ()
        self.marks = Marks()
        self.at = ""
        self.in_sight: frozenset[str] = frozenset()
        self.notes: dict[str, str] = {}
        self.sources = {info.name: info.publisher or info.title for info in desk.sources()}

    # --- the queue -------------------------------------------------------------------------------------

    def queue(self, words: str = "") -> Lines:
        """Read the queue from its beginning; with a filter, only claims that pass it."""
        if words:
            self.desk.query(words)
            self.query = "" if words in {"all", "none"} else words
        self.offset = 0
        yield from self._page()

    @property
    def _wanted(self) -> ClaimFilter:
        """The filter of the queue; of claims with the same words, only the first."""
        return replace(self.desk.query(self.query), folded=True)

    def more(self, _: str = "") -> Lines:
        """Read the next page of the queue."""
        self.offset += PAGE
        yield from self._page()

    def _page(self) -> Lines:
        wanted = self._wanted
        count = self.desk.count_claims(wanted)
        self.rows = [row for row in self.desk.listed(wanted, self.offset, PAGE) if not row.damaged]
        shown = f" with the filter {self.query}" if self.query else ""
        yield f"{count:,} claim{'' if count == 1 else 's'}{shown}." if count else f"No claim{shown}."
        for place, row in enumerate(self.rows, start=self.offset + 1):
            yield output_sentences.row_line(place, row, self.desk.scale) + (" Marked." if row.id in self.marks else "")
        if left := max(0, count - self.offset - len(self.rows)):
            yield f"{left:,} more: more reads on."

    def open(self, which: str = "") -> Lines:
        """Open a claim by its number in the queue or its id; without either, the first of the page."""
        which = which or str(self.offset + 1)
        if which.isdecimal() and len(which) < 7:
            at = int(which) - 1
            found = [row for row in self.desk.claims(self._wanted, at, 1) if not row.damaged] if at >= 0 else []
            if not found:
                raise NoSuchNumberError("claim", which, self.desk.count_claims(self._wanted))
            which = found[0].id
        self.at = self.desk.claim(which).id
        yield from self.read()

    def back(self, _: str = "") -> Lines:
        """Go back to the queue."""
        self.at = ""
        yield from self._page()

    # --- the open claim -----------------------------------------------------------------------------

    @property
    def claim(self) -> Claim:
        """The open claim. Raises NoClaimError."""
        if not self.at:
            raise NoClaimError
        return self.desk.claim(self.at)

    @property
    def case(self) -> BenchCase:
        """The document of the open claim, with its claims."""
        return open_case(self.desk, self.claim.id)

    def read(self, _: str = "") -> Lines:
        """Read the open claim: its reading, what was found, the verdict."""
        claim = self.claim
        yield from output_sentences.claim_lines(self.case, claim)
        yield from output_sentences.research_lines(self.desk.researched(claim.id), self.sources)
        verdict = self.desk.verdict(claim.id)
        self.in_sight = frozenset(review.id for review in verdict.history)
        yield from output_sentences.verdict_lines(verdict, self.desk.scale, self.desk.awaited(verdict))

    def text(self, _: str = "") -> Lines:
        """Read the document's text."""
        case = self.case
        yield from output_sentences.text_lines(case.document.text, [claim.quote for claim in case.claims])

    def step(self, by: int) -> Lines:
        """Go to another claim of the document; where none is open, open the first of the page."""
        if not self.at:
            yield from self.open()
            return
        case = self.case
        number = case.number(self.claim.id) + by
        if not 1 <= number <= len(case.claims):
            yield f"This is the {'last' if by > 0 else 'first'} claim of the document."
            return
        self.at = case.claims[number - 1].id
        yield from self.read()

    def next_open(self, _: str = "") -> Lines:
        """Go to the next open claim of the queue."""
        if not self.at:
            self.query = "status:open"
            yield from self.open("1")
            return
        found = next_in_queue(self.desk, self.at)
        if found is None:
            yield "No other claim is open."
            return
        self.at = found
        yield from self.read()

    def next_open_here(self, _: str = "") -> Lines:
        """Go to the next open claim of the document."""
        case = self.case
        found = next_in_document(case, case.number(self.claim.id))
        if found is None:
            yield "No other claim of this document is open."
            return
        self.at = case.claims[found - 1].id
        yield from self.read()
