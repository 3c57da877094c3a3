"""Paths of a site's files, in one place: links, feeds and pages agree."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from workbench.core.claim import Claim

SHORT_NAME = 60


def claim_path(claim: Claim) -> str:
    """Return the path of a claim's page, which never changes, even after corrections."""
    return page_of(claim.id)


def page_of(claim: str) -> str:
    """Return the path of a claim's page, by the claim's id."""
    return f"claims/{claim}/index.html"


def card_path(claim: Claim) -> str:
    """Return the path of a claim's picture for social media."""
    return f"claims/{claim.id}/card.png"


def embed_path(claim: Claim) -> str:
    """Return the path of the small page that other sites embed in a frame."""
    return f"claims/{claim.id}/embed.html"


def points_path(claim: Claim, number: int) -> str:
    """Return the path of a finding's chart points, by its number from one."""
    return f"claims/{claim.id}/figures-{number}.csv"


def body_path(key: str) -> str:
    """Return the path of an archived body, by its hash."""
    return f"evidence/{key}"


def group_path(kind: str, name: str) -> str:
    """Return the path of the page of a speaker, a topic or a series.

    >>> group_path("speakers", "Zoran Zaev"), group_path("speakers", "Зоран Заев")[:20]
    ('speakers/zoran-zaev-92afb5/index.html', 'speakers/зоран-заев-')
    """
    plain = unicodedata.normalize("NFC", name).casefold()
    words = re.sub(r"[^\w]+", "-", plain).strip("-")[:SHORT_NAME]
    return f"{kind}/{words}-{hashlib.sha256(plain.encode()).hexdigest()[:6]}/index.html"
