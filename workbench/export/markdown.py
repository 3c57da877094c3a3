"""Markdown: the report for editors, readable as it stands.

Foreign words are escaped so that they can make no heading, link, image, table or HTML of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.compare.providers.side_by_side import SideBySide, side_by_side
from workbench.core.candidate import SeenBefore
from workbench.core.finding import Finding
from workbench.core.rating import RatingScale
from workbench.core.report import Entry, Report
from workbench.core.report_text import ReportWords
from workbench.report.attachment_records import AttachedCitation, attached_citation
from workbench.report.attribution_words import hear, said_by
from workbench.report.fact_checks_elsewhere_words import elsewhere_of
from workbench.report.finding_words import beside, claimed_words, definition_of, in_full, method_of, notes_of, slips_of
from workbench.report.history_lines import history_lines
from workbench.report.language import ReaderLanguage, language_of
from workbench.report.one_line import one_line
from workbench.report.reader_headline import reader_headline
from workbench.report.reviewer_names import reviewer_names
from workbench.report.revision_words import revised_of
from workbench.report.source_citations import citations, unheard
from workbench.report.verdict_words import changes_of, draft_words, meaning_of, verdict_words

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_STARTS = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)", re.MULTILINE)


class MarkdownExporter:
    """CommonMark with tables."""

    name = "markdown"
    suffix = "md"
    title = "Markdown"

    def export(self, report: Report) -> bytes:
        """Return the report, UTF-8."""
        return b"".join(self.parts(report))

    def parts(self, report: Report) -> Iterator[bytes]:
        """Yield the report, a claim at a time."""
        drafts = draft_words(report)
        yield _blocks([f"# {text(report.title)}", _imprint(report), f"**{drafts}**" if drafts else ""]).removesuffix(
            b"\n"
        )
        for entry in report.entries:
            yield b"\n" + _blocks(_entry(entry, report)).removesuffix(b"\n")
        t = language_of(report)
        method = [f"## {t('report.method')}", t("report.method_text")]
        yield b"\n" + _blocks([*method, _scale(report), _corrections(report)]).removesuffix(b"\n")


def _blocks(blocks: list[str]) -> bytes:
    r"""Return blocks with an empty line between them, and one behind the last."""
    return ("\n\n".join(block for block in blocks if block) + "\n\n").encode("utf-8", "backslashreplace")


def text(words: str) -> str:
    r"""Return foreign words as plain Markdown text on one line.

    >>> text("# *a* <b> | c")
    '\\# \\*a\\* \\<b\\> \\| c'
    """
    line = one_line(words)
    printable = line if line.isprintable() else "".join(c for c in line if c.isprintable())
    return _STARTS.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", printable))


def link(words: str, address: str) -> str:
    """Return a link where the address is a web address, the words alone elsewhere."""
    if not address.startswith(("http://", "https://")):
        return text(words)
    return f"[{text(words)}](<{bare(address)}>)"


def bare(address: str) -> str:
    """Return an address without what could end its angle brackets."""
    return re.sub(r"[<>\s]", "", "".join(c for c in address if c.isprintable()))


def _imprint(report: Report) -> str:
    who = report.publisher
    parts = [link(who.name or who.url, who.url) if who.name or who.url else "", f"{report.made:%Y-%m-%d %H:%M} UTC"]
    parts += [text(language_of(report)("report.contact", contact=who.contact)) if who.contact else ""]
    return " · ".join(part for part in parts if part)


def _entry(entry: Entry, report: Report) -> list[str]:
    meaning, t = text(meaning_of(entry, report)), language_of(report)
    blocks = [
        f"## {text(reader_headline(entry.claim))}",
        *(f"> **{text(line)}**" for line in changes_of(entry, t)),
        f"> {text(entry.claim.context)}",
        _where(entry, t),
        text(entry.document.source_note) if entry.document.source_note else "",
        f"**{t('claim.verdict')} {text(verdict_words(entry, report))}**{': ' if meaning else ''}{meaning}",
        text(entry.claim.report_words.summary),
        text(entry.verdict.note),
        *(f"> {text(line)}" for line in revised_of(entry, t)),
        *_written(entry.claim.report_words, t),
    ]
    blocks += [f"{_also(k, t)} {text(k.text)} — {text(k.because)}" for k in entry.known]
    blocks += [
        f"{t('claim.elsewhere')} {link(whom, url)} — {text(relation)}" for whom, relation, url in elsewhere_of(entry, t)
    ]
    for finding in entry.findings:
        blocks += _finding(finding, report, t)
    blocks += [_compared(table, t) for table in side_by_side(entry.findings)]
    blocks.append(_attached(entry, report, t))
    blocks.append(text(entry.searched) if not any(f.series for f in entry.findings) else "")
    blocks.append("\n".join(f"- {t('finding.note')} {text(problem)}" for problem in unheard(entry)))
    blocks.append("\n".join(f"- {text(line)}" for line in history_lines(entry, report)))
    return blocks


def _also(known: SeenBefore, t: ReaderLanguage) -> str:
    return t("claim.also_said", relationship=t(f"claim.{known.relationship}"))


def _written(report_words_: ReportWords, t: ReaderLanguage) -> list[str]:
    """Return the context and the tags that a person wrote."""
    context = f"{t('claim.context')} {text(report_words_.context)}" if report_words_.context else ""
    tags = f"{t('claim.topics')} {text(', '.join(report_words_.tags))}" if report_words_.tags else ""
    return [context, tags]


def _attached(entry: Entry, report: Report, t: ReaderLanguage) -> str:
    """Return what reviewers attached, each cited like a series."""
    named = reviewer_names(entry, report)
    lines = [_cited(attached_citation(each, t, named), t) for each in entry.attached]
    return "\n".join([f"### {t('attached.title')}", "", *lines]) if lines else ""


def _cited(cited: AttachedCitation, t: ReaderLanguage) -> str:
    quote = f"“{text(cited.quote)}” — " if cited.quote else ""
    head = f"{link(cited.title, cited.link)}{', ' + text(cited.where) if cited.where else ''}. " if cited.title else ""
    note = f"{text(cited.note)} " if cited.note else ""
    when = t("attached.read", when=cited.fetched)
    read = f"{when} {_asked(cited.origin)} (sha256 `{cited.sha256}`). " if cited.sha256 else ""
    sample = f"{text(cited.sample)}. " if cited.sample else ""
    return f"- {quote}{head}{note}{read}{sample}{text(t('attached.by', who=cited.by))}."


def _where(entry: Entry, t: ReaderLanguage) -> str:
    """Return who said it and when, where to read it, and where to hear it."""
    heard = link(*hear(entry, t))
    read = link(entry.document.title or entry.document.origin, entry.document.url)
    return f"{text(said_by(entry, t))}. {read}" + (f" · {heard}" if heard else "")


def _finding(finding: Finding, report: Report, t: ReaderLanguage) -> list[str]:
    claimed = claimed_words(finding, t)
    return [
        f"### {_agreement(finding, t)}: {text(finding.title)}",
        text(finding.why),
        f"{t('finding.claimed_title')} {text(claimed)}" if claimed else "",
        _steps(finding, t),
        "\n".join(f"- {t('finding.slip')} {text(slip)}" for slip in slips_of(finding)),
        "\n".join(f"- {t('finding.caution')} {text(caveat.says)}" for caveat in finding.caveats),
        "\n".join([*_sources(finding, report, t), *_figure_notes(finding, t)]),
    ]


def _agreement(finding: Finding, t: ReaderLanguage) -> str:
    return t(f"finding.{finding.agreement}")


def _compared(table: SideBySide, t: ReaderLanguage) -> str:
    """Return the sources side by side, a row each."""
    rows = [
        f"| {text(side.who)} | {text(side.series.title)} | {text(side.figure)} | {_agreement(side.finding, t)} | "
        f"{text('; '.join(side.differs))} |"
        for side in table.sides
    ]
    columns = [t(f"source.column_{name}") for name in ("source", "series", "figure", "stands", "differs")]
    head = f"| {' | '.join(columns)} |"
    return "\n".join([f"{t('source.compared_title')} {text(table.says)}", "", head, "|---|---|---|---|---|", *rows])


def _steps(finding: Finding, t: ReaderLanguage) -> str:
    if not finding.trace.steps:
        return ""
    rows = [f"| {n} | {text(step.says)} |" for n, step in enumerate(finding.trace.steps, start=1)]
    return "\n".join([f"| {t('finding.step')} | {t('finding.arithmetic')} |", "|---|---|", *rows])


def _sources(finding: Finding, report: Report, t: ReaderLanguage) -> list[str]:
    return [
        f"- {t('source.source')} {link(c.title, c.page)}, {text(c.publisher)}. {t('source.asked', when=c.fetched)} {_asked(c.query)} "
        f"(sha256 `{c.sha256}`). {' · '.join(text(part) for part in (c.licence, c.sample) if part)}".rstrip()
        for c in citations(finding, report)
    ]


def _asked(query: str) -> str:
    """Return the requested address, as a link where it is a web address, else as text."""
    return f"<{bare(query)}>" if query.startswith(("http://", "https://")) else text(query)


def _figure_notes(finding: Finding, t: ReaderLanguage) -> list[str]:
    """Note on the figures, their methodology, and notices of the source."""
    method = method_of(finding)
    return [
        *([f"- {t('source.counted')} {text(counted)}"] if (counted := definition_of(finding)) else []),
        *([f"- {t('source.figures')} {text(said)}"] if (said := beside(finding, t)) else []),
        *([f"- {text(full)}"] if (full := in_full(finding)) else []),
        *([f"- {t('source.made')} {link(method, method)}"] if method else []),
        *(f"- {t('finding.note')} {text(note)}" for note in notes_of(finding)),
    ]


def _scale(report: Report) -> str:
    """Return every scale that something in the report was rated on, as it was then."""
    t = language_of(report)
    return "\n\n".join(_ratings(scale, t) for scale in report.scales)


def _ratings(scale: RatingScale, t: ReaderLanguage) -> str:
    rows = [f"- {text(rating.label)}: {text(rating.meaning)}" for rating in scale.ratings]
    return "\n".join([text(t("report.ratings", scale=scale.title)), "", *rows])


def _corrections(report: Report) -> str:
    where = report.publisher.corrections
    return f"{language_of(report)('report.corrections')} {link(where, where)}" if where else ""


EXPORTER = MarkdownExporter()
