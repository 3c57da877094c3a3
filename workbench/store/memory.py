"""A store that keeps nothing on disk: for tests, dry runs and anybody who wants the desk without a database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from workbench.core.choice import Choice
from workbench.core.claim import Claim
from workbench.core.codec import encode
from workbench.core.errors import AmbiguousRecordError, NoSuchRecordError, Problem
from workbench.core.finding import Finding
from workbench.core.kept_formula import KeptFormula
from workbench.core.text import Document
from workbench.core.undoing import TakenBackError
from workbench.core.verdict import Review, Stage, fold_reviews
from workbench.ports import EVERY, ClaimFilter, ClaimRow, DocumentRow, Form, Former, Kept, Researched
from workbench.store.mentions import bodies_in
from workbench.store.words import bag, begins, fold, stems


def form(document: Document, claims: Sequence[Claim]) -> Form:
    """A document and its claims as they are: memory keeps nouns."""
    return Form(document.id, len({claim.id for claim in claims}), (document, tuple(claims)))


class MemoryStore:
    """Documents, claims, findings and reviews in dictionaries; answers as `SqlStore` does."""

    def __init__(self) -> None:
        self._documents: dict[str, Document] = {}
        self._claims: dict[str, Claim] = {}
        self._words: dict[str, str] = {}
        self._reviews: list[Review] = []
        self._of_claim: dict[str, list[Review]] = defaultdict(list)
        self._research: dict[str, Researched] = {}
        self._findings: dict[str, Finding] = {}
        self._choices: dict[str, Choice] = {}
        self._formulas: dict[str, KeptFormula] = {}
        self._order: list[str] = []

    @property
    def skipped(self) -> Sequence[Problem]:
        """Nothing: memory has no row that could be damaged."""
        return ()

    def pass_over(self, what: str, key: str) -> None:
        """Nothing to note: memory has no row that could be damaged."""

    # --- documents and claims ------------------------------------------------------------------------------

    def add(self, documents: Iterable[tuple[Document, Sequence[Claim]]]) -> Kept:
        """Adds documents with their claims; those that are there already are left as they are."""
        return self.add_forms([form(document, claims) for document, claims in documents])

    @property
    def former(self) -> Former:
        """What puts documents and their claims together."""
        return form

    def add_forms(self, forms: Iterable[Form]) -> Kept:
        """Adds what `former` made; documents that are there already are left as they are."""
        new = added = already = 0
        for document, claims in [each.kept for each in forms]:
            if document.id in self._documents:
                already += 1
                continue
            new += 1
            self._documents[document.id] = document
            for claim in claims:
                added += self._add_claim(claim)
        return Kept(new, added, already)

    def _add_claim(self, claim: Claim) -> bool:
        if claim.id in self._claims:
            return False
        self._claims[claim.id] = claim
        self._words[claim.id] = bag(claim.measure, claim.quote, claim.context, _speaker(claim))
        return True

    def has_document(self, key: str) -> bool:
        """Whether a document is there."""
        return key in self._documents

    def which_documents(self, keys: Iterable[str]) -> frozenset[str]:
        """Which of some documents are there."""
        return frozenset(key for key in keys if key in self._documents)

    def document(self, key: str) -> Document:
        """A document. Raises NoSuchRecordError."""
        if key not in self._documents:
            raise NoSuchRecordError("document", key)
        return self._documents[key]

    def documents(self, words: str = "", offset: int = 0, limit: int = 100) -> Sequence[DocumentRow]:
        """The library, newest first, a page of it."""
        newest = list(reversed([d for d in self._documents.values() if _about(d, words)]))
        newest.sort(key=lambda d: d.published.isoformat() if d.published else "", reverse=True)
        return [self._document_row(document) for document in newest[offset : offset + limit]]

    def count_documents(self, words: str = "") -> int:
        """How many documents the library has."""
        return sum(_about(document, words) for document in self._documents.values())

    def claim(self, key: str) -> Claim:
        """A claim by its id or an unambiguous beginning of it. Raises NoSuchRecordError."""
        if key in self._claims:
            return self._claims[key]
        found = sorted(other for other in self._claims if key and other.startswith(key))
        if not found:
            raise NoSuchRecordError("claim", key)
        if len(found) > 1:
            raise AmbiguousRecordError("claim", key, found)
        return self._claims[found[0]]

    def claims(self, wanted: ClaimFilter = EVERY, offset: int = 0, limit: int = 100) -> Sequence[ClaimRow]:
        """Rows of claims, a page of them."""
        rows = self._rows(wanted)
        if wanted.order == "text":
            rows.sort(key=lambda row: (row.document, self._claims[row.id].span.start, row.id))
        else:
            rows.sort(key=lambda row: (-row.worth, row.id))
        return rows[offset : offset + limit]

    def count_claims(self, wanted: ClaimFilter = EVERY) -> int:
        """How many claims the filter lets through."""
        return len(self._rows(wanted))

    def claims_in(self, document: str) -> Sequence[Claim]:
        """The claims of a document, in order of its text."""
        return sorted(
            (claim for claim in self._claims.values() if claim.document == document), key=lambda c: (c.span.start, c.id)
        )

    def alike(self, claim: Claim, limit: int = 200) -> Sequence[Claim]:
        """Other claims that share telling words with this one, likeliest first."""
        terms = stems(f"{claim.measure} {claim.quote}")
        shared = {key: sum(begins(kept, [term]) for term in terms) for key, kept in self._words.items()}
        likeliest = sorted((key for key, n in shared.items() if n and key != claim.id), key=lambda key: -shared[key])
        return [self._claims[key] for key in likeliest[:limit]]

    # --- reviews and research ------------------------------------------------------------------------------

    def review(self, review: Review) -> None:
        """Adds a review. Raises NoSuchRecordError for a claim that is not there, TakenBackError for what was undone before."""
        if review.claim not in self._claims:
            raise NoSuchRecordError("claim", review.claim)
        before = self._of_claim[review.claim]
        if any(other.id == review.id for other in before):
            return
        if review.undoes and any(other.undoes == review.undoes for other in before):
            raise TakenBackError(review.undoes)
        self._reviews.append(review)
        before.append(review)
        self._order.append(review.id)

    def reviews(self, claim: str) -> Sequence[Review]:
        """The reviews of a claim, oldest first."""
        return list(self._of_claim.get(claim, ()))

    def last_reviews(self, limit: int = 50) -> Sequence[Review]:
        """The newest reviews of all claims, newest first."""
        return self._reviews[::-1][:limit]

    def keep_research(self, researched: Researched) -> None:
        """Keeps what research left; earlier findings stay. Raises NoSuchRecordError for a claim that is not there."""
        if researched.claim not in self._claims:
            raise NoSuchRecordError("claim", researched.claim)
        self._research[researched.claim] = researched
        for finding in researched.findings:
            self._findings.setdefault(finding.id, finding)

    def research(self, claim: str) -> Researched | None:
        """The newest research of a claim."""
        return self._research.get(claim)

    def finding(self, key: str) -> Finding:
        """A finding by its id, from whatever research. Raises NoSuchRecordError."""
        if key not in self._findings:
            raise NoSuchRecordError("finding", key)
        return self._findings[key]

    def remember(self, chosen: Iterable[Choice]) -> int:
        """Adds what reviewers chose; gives how many were new."""
        before = len(self._choices)
        gone = {choice.undoes for choice in self._choices.values() if choice.undoes}
        for choice in chosen:
            if choice.id not in self._choices and choice.undoes not in gone:
                self._choices[choice.id] = choice
                self._order.append(choice.id)
        return len(self._choices) - before

    def recall(self) -> Sequence[Choice]:
        """All that was chosen, in the order in which it was added."""
        return list(self._choices.values())

    def count_choices(self) -> int:
        """How many choices there are."""
        return len(self._choices)

    def keep_formula(self, formula: KeptFormula) -> None:
        """Keeps a formula, or that one is dropped. Raises NoSuchRecordError for a claim that is not there."""
        if formula.claim not in self._claims:
            raise NoSuchRecordError("claim", formula.claim)
        self._formulas.setdefault(formula.id, formula)

    def formulas(self, claim: str = "", limit: int = 500) -> Sequence[KeptFormula]:
        """The formulas that were kept for a claim, or for all claims, newest first."""
        return [each for each in reversed(self._formulas.values()) if claim in {"", each.claim}][:limit]

    def last_added(self, keys: Sequence[str]) -> str | None:
        """Which of some reviews and choices came in last."""
        return next((key for key in reversed(self._order) if key in keys), None)

    def bodies(self) -> frozenset[str]:
        """The ids of all archived bodies that anything kept points to."""
        nouns = (*self._findings.values(), *self._research.values(), *self._reviews)
        return frozenset(key for noun in nouns for key in bodies_in(encode(noun)))

    def faults(self, claim: str = "") -> Sequence[Problem]:  # noqa: ARG002  (the protocol's)
        """Nothing: nobody else can reach what is kept in memory."""
        return []

    def check(self) -> Sequence[Problem]:
        """Nothing: memory has no file that could be damaged."""
        return []

    # --- rows ----------------------------------------------------------------------------------------------

    def _document_row(self, document: Document) -> DocumentRow:
        claims = self._rows(ClaimFilter(document=document.id))
        return DocumentRow(
            id=document.id,
            title=document.title,
            published=document.published,
            place=document.place,
            origin=document.origin,
            claims=len(claims),
            open=sum(row.stage == Stage.OPEN.value for row in claims),
            worth=max((row.worth for row in claims), default=0.0),
        )

    def _rows(self, wanted: ClaimFilter) -> list[ClaimRow]:
        asked = fold(wanted.words)
        rows = (self._row(claim) for claim in self._claims.values() if begins(self._words[claim.id], asked))
        return [row for row in rows if _passes(row, wanted)]

    def _row(self, claim: Claim) -> ClaimRow:
        verdict = fold_reviews(claim.id, "", self._of_claim.get(claim.id, ()))
        return ClaimRow(
            id=claim.id,
            document=claim.document,
            quote=claim.quote,
            context=claim.context,
            kind=claim.kind.value,
            worth=claim.worth_score,
            said=claim.said,
            place=claim.place,
            speaker=_speaker(claim),
            stage=verdict.stage.value,
            rating=verdict.rating,
            deferred=verdict.deferred,
        )


def _speaker(claim: Claim) -> str:
    return claim.attribution.speaker.name if claim.attribution and claim.attribution.speaker else ""


def _about(document: Document, words: str) -> bool:
    speakers = " ".join(speaker.name for speaker in document.speakers)
    return begins(bag(document.title, document.place_name, speakers, document.origin), fold(words))


def _passes(row: ClaimRow, wanted: ClaimFilter) -> bool:
    return (
        (not wanted.document or row.document == wanted.document)
        and (not wanted.stages or row.stage in wanted.stages)
        and (not wanted.kinds or row.kind in wanted.kinds)
        and row.worth >= wanted.least_worth
        and (not wanted.place or row.place == wanted.place)
        and (not wanted.ids or row.id in wanted.ids)
    )
