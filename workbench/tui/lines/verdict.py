"""Lines of the verdict bar: the rating keys, the present verdict, and the question before publication."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from workbench.core.attachment import Attachment
from workbench.core.corrections.amendment import Amendment
from workbench.core.corrections.correction import Correction
from workbench.core.rating import Rating, RatingScale
from workbench.core.reviewers.series_choice import Choice, ChoiceKind
from workbench.core.verdict import Action, Review, Stage, Verdict
from workbench.report.amendment_words import amended_words
from workbench.report.decision_words import deferred_words, done_words, given_label, held_by
from workbench.tui.counted import counted
from workbench.tui.keymap.keymap import key_name
from workbench.tui.lines.line import Line, StyledPiece, line, say, text_of
from workbench.tui.lines.wrap import cells

Event: TypeAlias = Choice | Correction | Amendment | Attachment
"""What a reviewer did, and can take back."""


def rating_line(scale: RatingScale, verdict: Verdict | None) -> Line:
    """Return the keys of the scale. Ratings given by any reviewer are marked; none is ever suggested."""
    ratings = verdict.ratings if verdict else ()
    given = {review.rating for review in ratings if review.scale in {"", scale.key}}
    return tuple(piece for rating in scale.ratings for piece in _key(rating, given=rating.key in given))


def rating_at(scale: RatingScale, verdict: Verdict | None, x: int) -> Rating | None:
    """Return the rating at a cell of the line of ratings; None outside them."""
    at = 0
    for rating in scale.ratings:
        at += cells(text_of(rating_line(replace(scale, ratings=(rating,)), verdict)))
        if x < at:
            return rating
    return None


def _key(rating: Rating, *, given: bool) -> Iterator[StyledPiece]:
    key = key_name(f"bench.rate-{rating.digit}")
    tone = rating.tone if rating.tone in {"good", "mixed", "bad"} else "head"
    if given:
        yield say(f"[{key} {rating.label}]", f"head {tone}")
    else:
        yield say(f" {key} ", "head")
        yield say(f"{rating.label} ")


def standing_line(verdict: Verdict, scale: RatingScale, notes: str = "") -> Line:
    """Return the verdict, by whom and since when, what it still needs, which figures were revised, and the note."""
    deferred = f", {words}" if (words := deferred_words(verdict, "deferred")) else ""
    if verdict.disputed:
        return _side_by_side(verdict, scale, deferred, notes)
    last = verdict.ratings[-1] if verdict.ratings else None
    label = given_label(last, scale) if last else ""
    state = f"{verdict.stage.value}{': ' + label if label else ''}{deferred}"
    who = " and ".join(review.reviewer for review in verdict.agreeing)
    by = f" by {who}, {last.at:%d %b %Y %H:%M}" if last else ""
    by = f" by {held_by(verdict.taken)}, {verdict.taken.at:%d %b %Y %H:%M}" if verdict.taken else by
    note = verdict.note or next((r.note for r in reversed(verdict.history) if r.id in verdict.standing and r.note), "")
    return line(
        say(state, "head"),
        say(by, "dim"),
        say(f"   {notes}" if notes else "", "caveat"),
        f"   “{note}”" if note else say(f"   {key_name('bench.note')} adds a note", "dim"),
    )


def _side_by_side(verdict: Verdict, scale: RatingScale, deferred: str, notes: str) -> Line:
    """List differing ratings, each with its reviewer."""
    given = " · ".join(f"{r.reviewer}: {given_label(r, scale)}" for r in verdict.ratings)
    state = say(f"{verdict.stage.value}, disputed{deferred}: ", "caveat")
    return line(state, say(given, "head"), say(f"   {notes}" if notes else "", "dim"))


def question_lines(verdict: Verdict, scale: RatingScale, figures: int) -> list[Line]:
    """Describe what publishing will do, and ask for confirmation."""
    label = given_label(verdict.ratings[-1], scale) if verdict.ratings else ""
    many = f"{figures} figure{'' if figures == 1 else 's'}"
    does = (
        f"Recomputes {many} from the archive; refused if one differs." if figures else "No figure is to be recomputed."
    )
    return [
        line(say(f"Publish “{label}”? ", "head"), does),
        line(
            "After that a new rating is a correction that readers see.  ",
            say(f"{key_name('bench.yes')} publish · {key_name('bench.no')} leave it", "head"),
        ),
    ]


def history_lines(verdict: Verdict, scale: RatingScale) -> Iterator[Line]:
    """Yield every review, oldest first; those taken back are marked."""
    by_id = {review.id: review for review in verdict.history}
    for review in verdict.history:
        counts = review.id in verdict.standing or review.action is Action.UNDO
        yield _review(review, by_id, scale, counts=counts)
        if review.note:
            yield line("      ", say(f"“{review.note}”", "dim" if counts else "struck"))


def _review(review: Review, by_id: dict[str, Review], scale: RatingScale, *, counts: bool) -> Line:
    what = done_words(review, scale)
    undone = by_id.get(review.undoes or "")
    if undone is not None:
        what = f"took back: {done_words(undone, scale)}"
    when = say(f"{review.at:%Y-%m-%d %H:%M:%S}  ", "dim")
    figures = say(f"   on {counted(len(review.findings), 'finding')}" if review.findings else "", "dim")
    if counts:
        return line(when, say(what, "head"), f" by {review.reviewer}", figures)
    return line(when, say(what, "struck"), say(f" by {review.reviewer}", "dim"), say("   undone", "caveat"))


def choice_lines(choices: Sequence[Choice], scale: RatingScale) -> Iterator[Line]:
    """Yield choices of series for the claim, oldest first; those taken back are marked."""
    gone = {choice.undoes: choice for choice in choices}
    for choice in choices:
        if choice.kind is not ChoiceKind.FORGOTTEN:
            yield event_line(done_words(choice, scale), choice, gone.get(choice.id))


def correction_lines(given: Sequence[Correction]) -> Iterator[Line]:
    """Yield corrections of the claim's reading, oldest first; those taken back are marked."""
    gone = {each.undoes: each for each in given if each.undoes}
    for each in (each for each in given if not each.undoes):
        yield event_line(f"put right: {each.slot.value} {each.change}", each, gone.get(each.id))


def amendment_lines(given: Sequence[Amendment]) -> Iterator[Line]:
    """Yield amendments that added or set aside the claim, or corrected its document, oldest first."""
    gone = {each.undoes: each for each in given if each.undoes}
    for each in (each for each in given if not each.undoes):
        yield event_line(amended_words(each), each, gone.get(each.id))


def event_line(what: str, done: Event, undone: Event | None) -> Line:
    """Describe what somebody did, who and when; struck through if taken back, with by whom and when."""
    when = say(f"{done.at:%Y-%m-%d %H:%M:%S}  ", "dim")
    if undone is None:
        return line(when, say(what, "head"), f" by {done.reviewer}")
    by = say(f"   taken back by {undone.reviewer}, {undone.at:%Y-%m-%d %H:%M:%S}", "caveat")
    return line(when, say(what, "struck"), say(f" by {done.reviewer}", "dim"), by)


def is_rated(verdict: Verdict) -> bool:
    """Check whether there is a rating that is not published yet."""
    return bool(verdict.ratings) and verdict.stage in {Stage.DRAFT, Stage.APPROVED}
