"""The rules that a ClaimReview must keep, as Google, schema.org and Meedan Check's importer ask for them: each gives what is broken."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

Review = Mapping[str, Any]
DAY = re.compile(r"\d{4}-\d{2}-\d{2}(T[\d:]+(\.\d+)?(Z|[+-]\d{2}:\d{2})?)?")
PRONOUNS = ("she ", "he ", "it ", "they ", "we ", "i ")


def required(review: Review, site: str) -> bool:
    return (
        all(review.get(key) for key in ("@context", "claimReviewed", "reviewRating", "url"))
        and review["@type"] == "ClaimReview"
    )


def said_in_words(review: Review, site: str) -> bool:
    word = review["reviewRating"].get("alternateName", "")
    return bool(word.strip())


def ladder(review: Review, site: str) -> bool:
    """Return all or nothing, from at least 1, and the value within."""
    rating = review["reviewRating"]
    numbers = [rating.get(key) for key in ("worstRating", "ratingValue", "bestRating")]
    if numbers == [None] * 3:
        return True
    return (
        all(isinstance(n, int) for n in numbers)
        and 1 <= numbers[0] <= numbers[1] <= numbers[2]
        and numbers[0] < numbers[2]
    )


def truer_is_higher(review: Review, site: str) -> bool:
    rating = review["reviewRating"]
    word, value = rating["alternateName"].casefold(), rating.get("ratingValue")
    ends = {"true": rating.get("bestRating"), "false": rating.get("worstRating")}
    return value is None or ends.get(word.split(",")[0], value) == value


def headline_by_itself(review: Review, site: str) -> bool:
    """Short, never cut, no pronoun first, and without the verdict."""
    words, verdict = review["claimReviewed"], review["reviewRating"]["alternateName"]
    short = len(words) <= 75 and not words.endswith(("…", "..."))
    return short and not words.casefold().startswith(PRONOUNS) and verdict.casefold() not in words.casefold().split()


def page_of_its_own(review: Review, site: str) -> bool:
    parts = urlsplit(review["url"])
    return (
        parts.scheme == "https"
        and (parts.hostname or "").endswith(site)
        and bool(parts.path.strip("/") or parts.fragment)
    )


def publisher(review: Review, site: str) -> bool:
    author = review["author"]
    return author["@type"] in {"Organization", "Person"} and bool(author.get("name") or author.get("url"))


def claimant(review: Review, site: str) -> bool:
    """Where somebody is named, by a name, and not the publisher."""
    author = review["itemReviewed"].get("author")
    return author is None or (bool(author.get("name")) and author["name"] != review["author"].get("name"))


def days(review: Review, site: str) -> bool:
    """ISO days that agree: said, then published, then changed."""
    said, first, changed = (
        review["itemReviewed"].get("datePublished"),
        review.get("datePublished"),
        review.get("dateModified"),
    )
    there = [day for day in (said, first, changed) if day]
    return all(DAY.fullmatch(day) for day in there) and there == sorted(there)


def appearances(review: Review, site: str) -> bool:
    """Addresses on the web, each once; the first appearance is one of them."""
    item = review["itemReviewed"]
    there = [each["url"] for each in item.get("appearance", ())]
    first = [item["firstAppearance"]["url"]] if "firstAppearance" in item else []
    on_the_web = all(url.startswith(("http://", "https://")) for url in there)
    return on_the_web and len(there) == len(set(there)) and set(first) <= set(there)


def identified(review: Review, site: str) -> bool:
    """Return what Check's importer takes a review by."""
    return bool(review["itemReviewed"].get("identifier")) and review["itemReviewed"]["@type"] == "Claim"


def corrections(review: Review, site: str) -> bool:
    """Return each is dated and says something; a corrected review says when it was changed."""
    made = review.get("correction", [])
    dated = all(
        each["@type"] == "CorrectionComment" and DAY.fullmatch(each["datePublished"]) and each["text"] for each in made
    )
    return dated and (not made or review["dateModified"] >= max(each["datePublished"] for each in made))


RULES: tuple[Callable[[Review, str], bool], ...] = (
    required, said_in_words, ladder, truer_is_higher, headline_by_itself, page_of_its_own, publisher, claimant, days, appearances,
    identified, corrections,
)  # fmt: skip


def broken(review: Review, site: str) -> list[str]:
    """Return the names of the rules that a review breaks."""
    return [rule.__name__ for rule in RULES if not rule(review, site)]
