"""Pictures of claims for social media, 1200 by 630 pixels, where resvg is installed (the extra ``site``)."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from importlib import import_module

from markupsafe import Markup

from workbench.core.report import Entry, Report
from workbench.export.html import printable
from workbench.report import verdict_words
from workbench.report.attribution_words import said_by
from workbench.report.language import language_of, runs_right_to_left
from workbench.report.reader_headline import reader_headline
from workbench.site import picture_support
from workbench.site.addresses import card_path
from workbench.site.settings import SiteSettings

WIDTH, HEIGHT = 1060, 300
"""Room for the words, in pixels."""

SIZES = (52, 44, 36, 28)
TONES = {"good": "#1b6e3c", "mixed": "#8a5a00", "bad": "#a3201a", "none": "#3a444c"}


def pages(entry: Entry, report: Report, settings: SiteSettings) -> Iterator[tuple[str, bytes]]:
    """Yield the picture of a claim; none where nothing can draw it."""
    if picture_support.can_draw():
        resvg = import_module("resvg_py")
        yield card_path(entry.claim), bytes(resvg.svg_to_bytes(svg_string=str(card(entry, report, settings))))


def card(entry: Entry, report: Report, settings: SiteSettings) -> Markup:
    """Return the picture as SVG: the words, who said them, and the verdict in words beside its colour. What is long is small, and never cut."""
    rating = verdict_words.rating_of(entry, report)
    tone = TONES.get(rating.tone if rating else "none", TONES["none"])
    grey, who = "#56636d", printable(said_by(entry, language_of(report)))
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630" font-family="sans-serif">'
        '<rect width="1200" height="630" fill="#fff"/><rect width="24" height="630" fill="{}"/>{}{}{}{}</svg>'
    ).format(
        tone,
        _spoken(printable(reader_headline(entry.claim))),
        _line(who, 470, 28, grey),
        _line(printable(verdict_words.verdict_words(entry, report)), 550, 52, tone),
        _line(printable(settings.title), 600, 24, grey),
    )


def _spoken(words: str) -> Markup:
    """Return the words in lines, in the largest letters of which they fit; from the right where they are read so."""
    lines, size = next(
        (lines, size)
        for size in SIZES
        if len(lines := textwrap.wrap(words, WIDTH * 2 // size) or [""]) * size <= HEIGHT or size == SIZES[-1]
    )
    x, anchor = (1130, "end") if runs_right_to_left(words) else (70, "start")
    spans = Markup("").join(
        Markup('<tspan x="{}" dy="{}">{}</tspan>').format(x, size * 5 // 4 if n else 0, line)
        for n, line in enumerate(lines)
    )
    return Markup('<text y="110" font-size="{}" fill="#1d2429" text-anchor="{}">{}</text>').format(size, anchor, spans)


def _line(words: str, y: int, size: int, ink: str) -> Markup:
    """Return one line, smaller where it would be too long."""
    fits = min(size, WIDTH * 2 // max(1, len(words)))
    return Markup('<text x="70" y="{}" font-size="{}" font-weight="{}" fill="{}">{}</text>').format(
        y, fits, "bold" if size == SIZES[0] else "normal", ink, words
    )
