"""Lines of the claim pane: the reading, its assumptions, why a check is worthwhile, and earlier sightings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from workbench.core.candidate import SeenBefore
from workbench.core.claim import Claim
from workbench.core.corrections.correction import FOR_READERS, Correction, Slot
from workbench.core.document import How
from workbench.core.place import place_name
from workbench.core.prior_checks import CheckedElsewhere
from workbench.core.score import OWN_PART, ScorePart
from workbench.report.figure_formatting import amount_words, figure_of
from workbench.report.slot_words import slots_of
from workbench.tui.lines.line import Line, line, say
from workbench.tui.safe_text import NO_BREAK_SPACE

_HOW = {
    How.DIRECT: "quoted",
    How.REPORTED: "reported",
    How.TURN: "speaking",
    How.BYLINE: "byline",
    How.REVIEWER: "as a reviewer put it",
}


@dataclass(frozen=True, slots=True)
class Seen:
    """An earlier claim with the same statement, with the day."""

    known: SeenBefore
    said: date | None = None


def claim_lines(
    claim: Claim,
    seen: Sequence[Seen] | None,
    heard_at: str = "",
    elsewhere: Sequence[CheckedElsewhere] = (),
    put_right: Sequence[Correction] = (),
) -> list[Line]:
    """Return the lines of the pane.

    Args:
        claim: The claim as read.
        seen: Where the same was said before; None before it was searched.
        heard_at: The time code at which it is heard in the recording; empty where it was not recorded.
        elsewhere: Fact checks of the same statement by others.
        put_right: The corrections that were not taken back.
    """
    return [
        _head(claim),
        *_reading(claim),
        *_amounts(claim),
        *_put_right(put_right),
        *([line(say(claim.by_hand.in_words, "head"))] if claim.by_hand else []),
        _speaker(claim, heard_at),
        *(line(say(f"{name} ", "dim"), words) for name, words in _for_readers(claim)),
        _worth(claim.worth_score, claim.worth),
        *(line(say(f"{part.name} ", "dim"), say(part.because, "dim")) for part in claim.worth if part.name == OWN_PART),
        *(line(say("! ", "caveat"), note.message, say(f" {note.hint}", "dim")) for note in claim.notes),
        *_seen(seen),
        *_elsewhere(elsewhere),
    ]


def day(when: date | None) -> str:
    """Format a day: ``2 Dec 2021``; empty where there is none."""
    return f"{when.day}{NO_BREAK_SPACE}{when:%b}{NO_BREAK_SPACE}{when.year}" if when else ""


def _head(claim: Claim) -> Line:
    figure = figure_of(claim)
    return line(
        say(claim.kind.value.upper(), "head"),
        "  ",
        say(figure, "figure"),
        "   " if figure else "",
        claim.measure_said or claim.quote,
    )


def _reading(claim: Claim) -> Iterator[Line]:
    base = claim.change.value.base if claim.change else None
    slots = [
        ("period", claim.period.value.label if claim.period else "unknown"),
        ("base", base.label if base else ""),
        ("place", " ".join(dict.fromkeys((claim.place, place_name(claim.place)))) if claim.place else "unknown"),
    ]
    parts = [
        part for name, value in slots if value for part in (say(f"{name}{NO_BREAK_SPACE}", "dim"), f"{_firm(value)}   ")
    ]
    yield line(*parts)
    if claim.period is not None and claim.period.alternatives:
        others = ", ".join(period.label for period in claim.period.alternatives)
        yield line(say("! ", "caveat"), f"the period may also be {others}")


def _for_readers(claim: Claim) -> Iterator[tuple[str, str]]:
    """Return the texts that a person wrote for the report, each with its name."""
    words = slots_of(claim)
    return ((slot.value, words[slot]) for slot in FOR_READERS if slot is not Slot.ROLE and words[slot])


def _firm(words: str) -> str:
    return words.replace(" ", NO_BREAK_SPACE)


def _amounts(claim: Claim) -> Iterator[Line]:
    """Yield the range of a figure by its words and rounding, and its other readings."""
    mention = claim.change.value.amount if claim.change else claim.amount
    if mention is None:
        return
    words = f"{amount_words(mention.value)} "
    yield line(
        say("figure ", "dim"),
        words,
        say("stands for ", "dim"),
        str(mention.value.interval()).replace(" ", NO_BREAK_SPACE),
    )
    for other in mention.alternatives:
        yield line(say("! ", "caveat"), f"may also be read as {amount_words(other)} {other.unit}")


def _put_right(given: Sequence[Correction]) -> Iterator[Line]:
    """Yield what a reviewer corrected, with what it replaced."""
    for each in given:
        before = say(f"   read as {each.before or 'nothing'}", "dim")
        yield line(
            say("put right ", "dim"),
            f"{each.slot.value} {each.after or 'nothing'}",
            before,
            say(f" by {each.reviewer}", "dim"),
        )


def _speaker(claim: Claim, heard_at: str) -> Line:
    said = claim.attribution
    heard = (say(" heard at" + NO_BREAK_SPACE, "dim"), heard_at) if heard_at else ()
    if said is None or said.speaker is None:
        return line(say("said by ", "dim"), "unknown", *heard)
    who = ", ".join(part for part in (said.speaker.name, said.speaker.role, said.speaker.organisation) if part)
    return line(say("said by ", "dim"), who, say(f" ({_HOW[said.how]}) ", "dim"), say(day(claim.said), "dim"), *heard)


def _worth(score: float, parts: Sequence[ScorePart]) -> Line:
    sums = " + ".join(f"{part.name} {_share(part)}" for part in parts if part.share)
    return line(say("worth ", "dim"), f"{score:.2f}", say(f" = {sums}" if sums else "", "dim"))


def _share(part: ScorePart) -> str:
    return f"{part.share:.2f}".removeprefix("0")


def _seen(seen: Sequence[Seen] | None) -> Iterator[Line]:
    if seen is None:
        return
    if not seen:
        yield line(say("seen before: ", "dim"), "not on this desk")
    for each in seen:
        differs = f" ({', '.join(each.known.differs)} differ)" if each.known.differs else ""
        when = f"{day(each.said)}, " if each.said else ""
        yield line(say("seen before: ", "dim"), f"{when}{each.known.relationship.value}{differs}: “{each.known.text}”")
        if each.known.because:
            yield line(say("  ≠ ", "sign"), say(each.known.because, "dim"))


def _elsewhere(elsewhere: Sequence[CheckedElsewhere]) -> Iterator[Line]:
    """Yield fact checks by others: publisher, rating in their words, day and link; then the relation to the claim."""
    for each in elsewhere:
        link = (say(f" {each.check.url}", "dim"),) if each.check.url else ()
        yield line(say("checked elsewhere: ", "dim"), each.says, *link)
        yield line(say("  “", "dim"), each.check.text, say(f"” {each.known.because}", "dim"))
