r"""BibTeX: the sources of a report for LaTeX.

Foreign text cannot become a TeX command: special characters are escaped, in addresses by percent-encoding.
"""

from __future__ import annotations

from urllib.parse import quote

from workbench.core.report import Report
from workbench.export.csl import sample_note
from workbench.report.flat_tables import printed
from workbench.report.references import Reference, references

_MEANT = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "$": r"\$", "#": r"\#", "&": r"\&", "_": r"\_",
    "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", '"': r"{\textquotedbl}",
}  # fmt: skip


class BibtexExporter:
    """One entry per source."""

    name = "bibtex"
    suffix = "bib"
    title = "BibTeX of the sources"

    def export(self, report: Report) -> bytes:
        """Return the entries, UTF-8."""
        return "\n".join(entry(each) for each in references(report)).encode("utf-8")


def entry(one: Reference) -> str:
    """Return the entry of a source."""
    series, body = one.series, one.body
    publisher = tex(series.publisher) if series else ""
    notes = (
        f"Asked: {tex(body.url)}",
        f"sha256: {body.id}",
        tex(series.licence) if series else "",
        tex(sample_note(one)),
    )
    fields = {
        "title": f"{{{tex(one.title)}}}",
        "author": f"{{{publisher}}}" if publisher else "",
        "year": str((series.updated if series and series.updated else body.fetched).year),
        "url": address(series.url if series and series.url else body.url),
        "urldate": body.fetched.date().isoformat(),
        "note": "; ".join(note for note in notes if note),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{one.key},\n{lines}}}\n"


def tex(words: str) -> str:
    r"""Escape foreign text for TeX.

    >>> tex("50% of \\input{x} & more")
    '50\\% of \\textbackslash{}input\\{x\\} \\& more'
    """
    return "".join(_MEANT.get(c, c) for c in printed(words))


def address(url: str) -> str:
    """Escape an address so that it cannot close a brace or begin a command."""
    return quote(printed(url), safe="!#$%&'()*+,-./:;=?@[]_~")


EXPORTER = BibtexExporter()
