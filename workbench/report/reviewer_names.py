"""How reports for readers name the reviewers: by number within a claim, unless the publisher's settings say that names are printed."""

from __future__ import annotations

from collections.abc import Callable

from workbench.core.report import Entry, Report
from workbench.report.language import language_of


def reviewer_names(entry: Entry, report: Report) -> Callable[[str], str]:
    """Make the function that names the reviewers in a report for readers.

    Numbers follow the order of the reviewers in the claim's own history: "reviewer 1" of one claim may be "reviewer 2" of another, so that
    nobody can be identified by the pattern of ratings.

    Args:
        entry: The claim.
        report: The report, whose publisher settings say whether names are printed.
    """
    if report.publisher.reviewers:
        return lambda name: name
    t = language_of(report)
    done = [
        *((review.at, review.reviewer) for review in entry.verdict.history),
        *((edit.at, edit.reviewer) for edit in entry.corrections),
        *((amendment.at, amendment.reviewer) for amendment in entry.amendments),
        *((attached.at, attached.reviewer) for attached in entry.attached),
    ]
    names = dict.fromkeys(name for _, name in sorted(done, key=lambda each: each[0]))
    numbers = {name: t("history.reviewer", number=number) for number, name in enumerate(names, start=1)}
    return lambda name: numbers.get(name, name)
