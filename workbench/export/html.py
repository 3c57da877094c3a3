"""HTML: the report for readers, one self-contained file without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any
from urllib.parse import quote

from jinja2 import BaseLoader, Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup, escape

from workbench.compare.providers.side_by_side import side_by_side
from workbench.core.claim import Claim
from workbench.core.finding import Finding
from workbench.core.report import Entry, Report
from workbench.export._chart_svg import svg
from workbench.export._template_calls import QuickContext
from workbench.export._text_direction import isolated, own_words, written
from workbench.report import attribution_words, template_words
from workbench.report.attachment_records import attached_citation
from workbench.report.chart_data import chart
from workbench.report.language import ENGLISH, USUAL, ReaderLanguage, direction_of, language_of
from workbench.report.one_line import one_line
from workbench.report.reader_headline import headline_language, reader_headline
from workbench.report.reviewer_names import reviewer_names
from workbench.report.revision_words import revised_of

_NO_ADDRESS = frozenset(' <>"{}|\\^`')
"""Signs that no address holds as they are."""

TEMPLATES = PackageLoader("workbench.export", "templates")


class HtmlExporter:
    """A self-contained page."""

    name = "html"
    suffix = "html"
    title = "HTML"

    def export(self, report: Report) -> bytes:
        """Return the page, UTF-8. Every foreign word is escaped by the template engine."""
        return b"".join(self.parts(report))

    def parts(self, report: Report) -> Iterator[bytes]:
        """Return the page, some thousand pieces at a time."""
        template = _environment().get_template("report.html")
        page = template.stream(report=report, **tools(report))
        page.enable_buffering(1_000)
        return (piece.encode("utf-8", "xmlcharrefreplace") for piece in page)


def draw(claim: Claim, finding: Finding, t: ReaderLanguage = ENGLISH) -> Markup:
    """Return the chart of a finding."""
    made = chart(claim, finding)
    unit, source = (one_line(printable(words)) for words in (made.unit, made.source))
    return svg(replace(made, unit=unit, source=source), printable(finding.title), t)


def printable(text: str) -> str:
    """Return words without control characters, which have no place in a page."""
    return text if text.isprintable() else "".join(c for c in text if c.isprintable() or c in "\n\t")


def web(address: str) -> str:
    """Return an address that is safe in a link, with invalid characters encoded; empty for anything but a web address.

    >>> web("https://a.example/?b=<2>"), web("javascript:alert(1)")
    ('https://a.example/?b=%3C2%3E', '')
    """
    if not address.startswith(("http://", "https://")):
        return ""
    return "".join(quote(c) if c in _NO_ADDRESS or not c.isprintable() else c for c in address)


@cache
def _environment() -> Environment:
    return environment(TEMPLATES)


def environment(loader: BaseLoader) -> Environment:
    """Return the template environment: foreign text is escaped, and an unknown name in a template is an error."""
    made = Environment(
        loader=loader,
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.context_class = QuickContext
    made.filters["web"] = web
    made.filters["cited"] = attached_citation
    made.filters["printable"] = printable
    return made


def said_in(code: str, t: ReaderLanguage) -> Markup:
    """Return the attributes of an element whose words are of a language, where that is not the page's."""
    if code == t.code:
        return Markup()
    way = "ltr" if code == USUAL else direction_of(code)
    return Markup(f' lang="{escape(code)}" dir="{way}"')  # noqa: S704  (the code is escaped)


def said_parts(entry: Entry, t: ReaderLanguage) -> Markup:
    """Return who said it, where and when, each part in its own direction."""
    parts = (f"<bdi>{escape(printable(part))}</bdi>" for part in attribution_words.said_parts(entry, t))
    return Markup(", ".join(parts))  # noqa: S704  (the parts are escaped)


def told(line: str, entry: Entry) -> Markup:
    """Return a generated line in which people's right-to-left text keeps its direction."""
    return isolated(printable(line), map(printable, own_words(entry)))


def tools(report: Report) -> dict[str, Any]:
    """Return what every template of claims is given besides the report: `t` has the report's own words, in its readers' language."""
    t = language_of(report)
    return {
        "t": t, "words": template_words, "headline": reader_headline, "revised_of": revised_of, "headline_language": headline_language, "draw": draw, "said_in": said_in,
        "printable": printable, "side_by_side": side_by_side, "reviewer_names": reviewer_names, "machine": said_in(USUAL, t),
        "told": told, "written": written, "said_parts": said_parts,
    }  # fmt: skip


EXPORTER = HtmlExporter()
