"""Read pages of Google Fact Check's answers.

``{}`` is an empty answer, one claim may have several reviews, and no text in it can be trusted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from sources._text.json_body import read_json
from sources._text.printable_text import clean
from sources._text.time_stamps import read_day
from workbench.core.errors import Problem, WrongAnswerError
from workbench.core.prior_checks import PriorCheck

TITLE = "Google Fact Check"


@dataclass(frozen=True, slots=True)
class FactCheckPage:
    """One page: its reviews, the token of the next page, and Problems."""

    checks: tuple[PriorCheck, ...]
    next: str
    problems: tuple[Problem, ...] = ()


def read_page(body: bytes) -> FactCheckPage:
    """Read a page of ``claims:search``; an empty object is an empty answer.

    >>> read_page(b"{}")
    FactCheckPage(checks=(), next='', problems=())

    Raises:
        WrongAnswerError: The body is not such a page.
    """
    tree = read_json(TITLE, body)
    claims = tree.get("claims", []) if isinstance(tree, dict) and set(tree) <= {"claims", "nextPageToken"} else None
    if not isinstance(claims, list):
        raise WrongAnswerError(TITLE, "a page of claims", "JSON of another shape")
    read = [_checks(claim) for claim in claims]
    bad = sum(not one for one in read)
    problems = (Problem(TITLE, f"{bad} claims of its answer cannot be read.", "They were left out.", "bad-row"),)
    token = tree.get("nextPageToken")
    return FactCheckPage(
        tuple(check for checks in read for check in checks),
        token if isinstance(token, str) and len(token) < 2000 and token.isprintable() else "",
        problems if bad else (),
    )


def _checks(claim: Any) -> list[PriorCheck]:
    reviews = claim.get("claimReview") if isinstance(claim, dict) else None
    text = said(claim, "text", 500)
    return list(_of(claim, text, reviews)) if text and isinstance(reviews, list) else []


def _of(claim: Any, text: str, reviews: list[Any]) -> Iterator[PriorCheck]:
    for review in reviews:
        publisher = review.get("publisher") if isinstance(review, dict) else None
        name = said(publisher, "name", 120) or said(publisher, "site", 120)
        if name:
            yield PriorCheck(
                text=text,
                publisher=name,
                rating=said(review, "textualRating", 200),
                url=page_of(review.get("url")),
                title=said(review, "title", 300),
                claimant=said(claim, "claimant", 120),
                said=read_day(claim.get("claimDate")),
                reviewed=read_day(review.get("reviewDate")),
                language=said(review, "languageCode", 12).lower(),
                found_by=TITLE,
            )


def said(tree: Any, name: str, limit: int) -> str:
    """Return a text of an object on one printable line; empty where it has none."""
    found = tree.get(name) if isinstance(tree, dict) else None
    return clean(found, limit) if isinstance(found, str) else ""


def page_of(address: Any) -> str:
    """Return an address that is safe to open; empty for anything except a web page.

    >>> page_of("https://www.afp.com/x"), page_of("javascript:alert(1)")
    ('https://www.afp.com/x', '')
    """
    text = address.strip() if isinstance(address, str) else ""
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    fit = parts.scheme in {"http", "https"} and bool(parts.netloc) and len(text) < 1000
    return text if fit and text.isprintable() and " " not in text else ""
