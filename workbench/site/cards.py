"""Pictures of claims for social media, 1200 by 630 pixels, where resvg is installed (the extra ``site``)."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from markupsafe import Markup

from workbench.core.report import Entry, Report
from workbench.export.html import printable
from workbench.report import wording
from workbench.report.language import language_of
from workbench.site.addresses import card_path
from workbench.site.settings import SiteSettings

LETTERS, LINES = 44, 6
TONES = {"good": "#1b6e3c", "mixed": "#8a5a00", "bad": "#a3201a", "none": "#3a444c"}


@cache
def can_draw() -> bool:
    """Whether pictures can be made here."""
    return find_spec("resvg_py") is not None


def pages(report: Report, settings: SiteSettings) -> Iterator[tuple[str, bytes]]:
    """A picture a claim; none where nothing can draw it."""
    if not can_draw():
        return
    resvg = import_module("resvg_py")
    for entry in report.entries:
        yield card_path(entry.claim), bytes(resvg.svg_to_bytes(svg_string=str(card(entry, report, settings))))


def card(entry: Entry, report: Report, settings: SiteSettings) -> Markup:
    """The picture as SVG: the words, who said them, and the verdict in words beside its colour."""
    rating = wording.rating_of(entry, report)
    lines = textwrap.wrap(printable(wording.one_line(entry.claim.context)), LETTERS)
    if len(lines) > LINES:
        lines = [*lines[: LINES - 1], f"{lines[LINES - 1]} …"]
    spoken = Markup("").join(
        Markup('<tspan x="70" dy="{}">{}</tspan>').format(0 if n == 0 else 58, line) for n, line in enumerate(lines)
    )
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630" font-family="sans-serif">'
        '<rect width="1200" height="630" fill="#fff"/><rect width="24" height="630" fill="{tone}"/>'
        '<text x="70" y="110" font-size="44" fill="#1d2429">{spoken}</text>'
        '<text x="70" y="470" font-size="28" fill="#56636d">{who}</text>'
        '<text x="70" y="550" font-size="52" font-weight="bold" fill="{tone}">{verdict}</text>'
        '<text x="70" y="600" font-size="24" fill="#56636d">{site}</text></svg>'
    ).format(
        tone=TONES.get(rating.tone if rating else "none", TONES["none"]),
        spoken=spoken,
        who=printable(wording.said_by(entry, language_of(report)))[:90],
        verdict=printable(wording.verdict_words(entry, report))[:40],
        site=printable(settings.title)[:80],
    )
