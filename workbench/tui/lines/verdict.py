"""The verdict bar: the keys that rate, what stands, and the question before something goes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.core.choice import Choice, ChoiceKind
from workbench.core.verdict import Action, Rating, RatingScale, Review, Stage, Verdict
from workbench.tui.lines.line import Line, Piece, line, say

_DONE = {
    Action.RATE: "rated",
    Action.COMMENT: "noted",
    Action.APPROVE: "approved",
    Action.REJECT: "sent back",
    Action.PUBLISH: "published",
    Action.CORRECT: "corrected to",
    Action.WITHDRAW: "withdrawn",
    Action.DEFER: "deferred",
    Action.UNDO: "took back",
}


def rating_line(scale: RatingScale, given: str | None) -> Line:
    """The keys of the scale. Only a rating that a person has given is marked; none is ever suggested."""
    return tuple(piece for rating in scale.ratings for piece in _key(rating, given=rating.key == given))


def _key(rating: Rating, *, given: bool) -> Iterator[Piece]:
    tone = rating.tone if rating.tone in {"good", "mixed", "bad"} else "head"
    if given:
        yield say(f"[{rating.digit} {rating.label}]", f"head {tone}")
    else:
        yield say(f" {rating.digit} ", "head")
        yield say(f"{rating.label} ")


def standing_line(verdict: Verdict, scale: RatingScale) -> Line:
    """What stands, by whom and since when, with the note."""
    label = label_of(scale, verdict.rating)
    state = f"{verdict.stage.value}{': ' + label if label else ''}{', deferred' if verdict.deferred else ''}"
    last = next((r for r in reversed(verdict.history) if r.id in verdict.standing and r.rating), None)
    by = f" by {last.reviewer}, {last.at:%d %b %Y %H:%M}" if last else ""
    note = verdict.note or next((r.note for r in reversed(verdict.history) if r.id in verdict.standing and r.note), "")
    return line(say(state, "head"), say(by, "dim"), f"   “{note}”" if note else say("   n adds a note", "dim"))


def question_lines(verdict: Verdict, scale: RatingScale, figures: int) -> list[Line]:
    """What publishing will do, before it is done."""
    label = label_of(scale, verdict.rating)
    plural = "figure" if figures == 1 else "figures"
    return [
        line(
            say(f"Publish “{label}”? ", "head"),
            f"Recomputes {figures} {plural} from the archive; refused if one differs.",
        ),
        line("After that a new rating is a correction that readers see.  ", say("y publish · Esc leave it", "head")),
    ]


def history_lines(verdict: Verdict, scale: RatingScale) -> Iterator[Line]:
    """Every review, oldest first; what was taken back stays, marked so."""
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
    figures = say(f"   on {len(review.findings)} findings" if review.findings else "", "dim")
    if counts:
        return line(when, say(what, "head"), f" by {review.reviewer}", figures)
    return line(when, say(what, "struck"), say(f" by {review.reviewer}", "dim"), say("   undone", "caveat"))


def choice_lines(choices: Sequence[Choice]) -> Iterator[Line]:
    """What was said of series for the claim, oldest first; what was taken back stays, marked so."""
    gone = {choice.undoes: choice for choice in choices}
    for choice in choices:
        if choice.kind is ChoiceKind.FORGOTTEN:
            continue
        what = _chosen(choice)
        when = say(f"{choice.at:%Y-%m-%d %H:%M:%S}  ", "dim")
        undone = gone.get(choice.id)
        if undone is None:
            yield line(when, say(what, "head"), f" by {choice.reviewer}")
        else:
            by = say(f"   taken back by {undone.reviewer}, {undone.at:%Y-%m-%d %H:%M:%S}", "caveat")
            yield line(when, say(what, "struck"), say(f" by {choice.reviewer}", "dim"), by)


def done_words(review: Review | Choice, scale: RatingScale) -> str:
    """What a review did, in words: ``rated Mostly false``; or a choice: ``barred Asylum applications``."""
    if isinstance(review, Choice):
        return _chosen(review)
    label = label_of(scale, review.rating)
    return f"{_DONE[review.action]} {label}".strip()


def _chosen(choice: Choice) -> str:
    return f"{choice.kind.value} {choice.title or choice.series}"


def label_of(scale: RatingScale, key: str | None) -> str:
    """What readers see for a rating's key; the key itself where the scale in use does not have it."""
    return next((rating.label for rating in scale.ratings if rating.key == key), key or "")


def is_rated(verdict: Verdict) -> bool:
    """Whether a rating stands that has not gone out yet."""
    return verdict.rating is not None and verdict.stage in {Stage.DRAFT, Stage.APPROVED}
