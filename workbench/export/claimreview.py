"""ClaimReview JSON-LD (schema.org), as Google's Fact Check Explorer and other collectors read it.

Sources: Google Search Central, "Fact check (ClaimReview) structured data"; schema.org/ClaimReview; Full Fact's notes on the
markup. Google no longer shows it in search results (June 2025); Fact Check Explorer still reads it. A rating that lies off the
ladder ("cannot say") is given in words alone, since nearness to `bestRating` means truth. Only what is published goes out; a draft that
is asked for has `creativeWorkStatus` "Draft" for machines and "Draft:" before its rating, the one word that readers are shown.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from itertools import chain, islice
from typing import Any

from workbench.core.attachment import Attachment
from workbench.core.errors import UsageError
from workbench.core.rating import Rating
from workbench.core.report import Entry, Report
from workbench.core.reviews.public_change import PublicChange
from workbench.core.reviews.published import first_published
from workbench.core.settings.same_as import addresses_of
from workbench.core.sighting import Sighting
from workbench.core.web_address import is_web_address
from workbench.report.attachment_records import attached_citation
from workbench.report.json_records import json_text
from workbench.report.language import language_of
from workbench.report.one_line import one_line
from workbench.report.public_change_words import public_change_words
from workbench.report.reader_headline import reader_headline
from workbench.report.recording_links import web_link
from workbench.report.report_words import last_changed
from workbench.report.source_citations import citations
from workbench.report.verdict_words import is_draft, rating_of

Json = dict[str, Any]


class ClaimReviewExporter:
    """One ClaimReview a published claim; a single one as an object, several as a list."""

    name = "claimreview"
    suffix = "jsonld"
    title = "ClaimReview JSON-LD"
    only_rated = True
    names_sightings = True

    def export(self, report: Report) -> bytes:
        """Return the reviews of the claims that readers have; in a report of drafts also those that were rated, marked as drafts.

        Raises:
            UsageError: No claim has such a verdict, or no publisher is configured (`url` is required).
        """
        return b"".join(self.parts(report))

    def parts(self, report: Report) -> Iterator[bytes]:
        """Yield the same, a review at a time. Raises UsageError before the first."""
        reviews = _reviews(report)
        begun = list(islice(reviews, 2))
        if not begun:
            raise _nothing(report)
        _need_publisher(report)
        if len(begun) == 1:
            yield (begun[0] + "\n").encode("utf-8")
            return
        before = "["
        for each in chain(begun, reviews):
            yield (f"{before}\n " + each.replace("\n", "\n ")).encode("utf-8")
            before = ","
        yield b"\n]\n"


def _reviews(report: Report) -> Iterator[str]:
    for entry in report.entries:
        rating = _goes_out(entry, report)
        if rating is not None:
            yield embeddable(json_text(review_record(entry, rating, report), indent=1))


def _goes_out(entry: Entry, report: Report) -> Rating | None:
    """Return the rating that a claim goes out with, its key alone where its scale is lost; None for a draft that was not asked for."""
    key = entry.verdict.rating
    if key is None or (is_draft(entry) and not report.drafts):
        return None
    return rating_of(entry, report) or Rating(key, key, "")


def _nothing(report: Report) -> UsageError:
    if report.drafts:
        return UsageError("No claim of this report has a verdict.", "Rate one first: workbench rate CLAIM RATING.")
    return UsageError(
        "No claim of this report is published.",
        "Publish one first: workbench publish CLAIM. With --drafts those that were rated go out, marked as drafts.",
    )


def embeddable(text: str) -> str:
    r"""Return JSON that may stand inside a script element: no ``<`` that could end it, and no code point that HTML forbids.

    >>> embeddable('"</script> \ufffe"')
    '"\\u003c/script> \\ufffe"'
    """
    return _FORBIDDEN.sub(lambda found: "\\u003c" if found[0] == "<" else json.dumps(found[0])[1:-1], text)


_FORBIDDEN = re.compile(
    f"[<\ufdd0-\ufdef{''.join(chr(plane + end) for plane in range(0, 0x110000, 0x10000) for end in (0xFFFE, 0xFFFF))}]"
)
"""What no script element may hold as it is: the sign that ends one, and what Unicode says is no character."""


def _need_publisher(report: Report) -> None:
    if not is_web_address(report.publisher.url):
        raise UsageError(
            "ClaimReview needs the address of the page that carries the check.",
            'Set url = "https://…" (and name) under [publisher] in the configuration.',
        )


def review_record(entry: Entry, rating: Rating, report: Report, page: str = "") -> Json:
    """Return one ClaimReview with what Google requires and recommends; a draft says so and has no day of publication.

    `page` is the address of the check where it has a page of its own; else it is a part of the publisher's page.
    """
    first, changed, report_words_ = first_published(entry.verdict), last_changed(entry), entry.claim.report_words
    return _filled(
        {
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "url": report_words_.address or page or f"{report.publisher.url.split('#')[0]}#claim-{entry.claim.id}",
            "identifier": entry.claim.id,
            "headline": reader_headline(entry.claim),
            "claimReviewed": reader_headline(entry.claim),
            "abstract": report_words_.summary,
            "keywords": list(report_words_.tags),
            "creativeWorkStatus": "Draft" if is_draft(entry) else None,
            "reviewRating": rating_record(entry, rating, report),
            "author": _filled(
                {
                    "@type": "Organization",
                    "name": report.publisher.name,
                    "url": report.publisher.url.split("#")[0],
                    "sameAs": list(report.publisher.same_as),
                    "correctionsPolicy": report.publisher.corrections,
                }
            ),
            "datePublished": first.date().isoformat() if first else None,
            "dateModified": changed.date().isoformat() if changed else None,
            "correction": [correction_comment(change) for change in entry.changes] if not is_draft(entry) else None,
            "inLanguage": language_of(report).code,
            "sdLicense": report.publisher.licence,
            "itemReviewed": claim_item(entry, report),
            "isBasedOn": _datasets(entry, report),
            "citation": [cited_item(each) for each in entry.attached],
        }
    )


def correction_comment(change: PublicChange) -> Json:
    """Return a change as a schema.org CorrectionComment."""
    return {
        "@type": "CorrectionComment",
        "datePublished": change.at.date().isoformat(),
        "text": one_line(public_change_words(change)),
    }


def rating_record(entry: Entry, rating: Rating, report: Report) -> Json:
    """Return the rating in words, and on the ladder of the scale that it was given on, where it stands on it."""
    scale = report.scale_of(entry)
    ladder = [r.value for r in scale.ratings if r.value is not None] if scale else []
    numbers: Json = {}
    if rating.value is not None and min(ladder) < max(ladder) and min(ladder) >= 1:
        numbers = {"ratingValue": rating.value, "bestRating": max(ladder), "worstRating": min(ladder)}
    why = one_line(entry.verdict.note) or next((f.why for f in entry.findings if f.why), "")
    word = f"Draft: {rating.label}" if is_draft(entry) else rating.label
    return _filled({"@type": "Rating", "alternateName": word, **numbers, "ratingExplanation": why})


def claim_item(entry: Entry, report: Report) -> Json:
    """Return the claim: who, when, and where it appeared."""
    claim = entry.claim
    who = claim.attribution.speaker if claim.attribution else None
    known = addresses_of(who.name, report.publisher.speakers) if who else ()
    author = (
        None
        if who is None
        else _filled({"@type": "Person", "name": who.name, "jobTitle": who.role, "sameAs": list(known)})
    )
    return _filled(
        {
            "@type": "Claim",
            "identifier": claim.id,
            "name": one_line(claim.context),
            "inLanguage": claim.language,
            "datePublished": claim.said.isoformat() if claim.said else None,
            "author": author,
            **_appearances(entry),
        }
    )


def _appearances(entry: Entry) -> Json:
    """Return where the claim appeared, each address once, and the first of several known sightings whose days are known."""
    claim = entry.claim
    own = Sighting(claim.id, claim.document, claim.span.start, claim.said, web_link(entry.document, claim.span.start))
    every = (own, *entry.sightings)
    dated = [each for each in every if each.said]
    first = min(dated, key=lambda each: each.said or date.max).address if len(dated) > 1 else ""
    return {
        "appearance": [_creative_work(each) for each in dict.fromkeys(each.address for each in every) if each],
        "firstAppearance": _creative_work(first) if first else None,
    }


def _creative_work(address: str) -> Json:
    return {"@type": "CreativeWork", "url": address}


def _datasets(entry: Entry, report: Report) -> list[Json]:
    """Return the official figures that the verdict rests on: each archived answer once, with its series, publisher and licence."""
    cited = {each.sha256: each for finding in entry.findings for each in citations(finding, report)}
    return [
        _filled(
            {
                "@type": "Dataset",
                "name": one_line(each.title),
                "description": each.sample,
                "url": each.page if is_web_address(each.page) else "",
                "publisher": {"@type": "Organization", "name": each.publisher} if each.publisher else None,
                "license": each.licence,
                "distribution": {"@type": "DataDownload", "contentUrl": each.query}
                if is_web_address(each.query)
                else None,
                "identifier": f"sha256:{each.sha256}",
            }
        )
        for each in cited.values()
    ]


def cited_item(attachment: Attachment) -> Json:
    """Return evidence that a reviewer attached: a work with its address and day, or the reviewer's own comment."""
    cited = attached_citation(attachment)
    if not cited.sha256:
        return {"@type": "Comment", "text": cited.note, "dateCreated": attachment.at.date().isoformat()}
    return _filled(
        {
            "@type": "CreativeWork",
            "name": ", ".join(part for part in (cited.title, cited.where) if part),
            "url": cited.link,
            "text": cited.quote,
            "identifier": f"sha256:{cited.sha256}",
            "description": cited.note,
        }
    )


def _filled(record: Json) -> Json:
    return {key: value for key, value in record.items() if value not in (None, "", [])}


EXPORTER = ClaimReviewExporter()
