"""Rating scales: the ratings that a newsroom gives, best first."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from workbench.core.errors import UnknownNameError


@dataclass(frozen=True, slots=True)
class Rating:
    """One step of a rating scale.

    Attributes:
        key: Its name in commands and files ("mostly-true").
        label: What readers see ("Mostly true").
        meaning: When to give it, one sentence.
        value: Its number on an ordered scale (1 is false); None for ratings outside the order.
        digit: The key that gives it in the TUI.
        tone: ``good``, ``mixed``, ``bad`` or ``none``: the colour in which the label is shown; it adds to the word, never replaces it.
    """

    key: str
    label: str
    meaning: str
    value: int | None = None
    digit: str = ""
    tone: str = "none"


@dataclass(frozen=True, slots=True)
class RatingScale:
    """The ratings that a newsroom uses, best first."""

    kept_often: ClassVar[bool] = True

    key: str
    title: str
    ratings: tuple[Rating, ...]

    def __hash__(self) -> int:
        """Hash only the names: scales are looked up for every rating, and there are few."""
        return hash((self.key, self.title))

    def rating(self, key: str) -> Rating:
        """Look up a rating by its key.

        Raises:
            UnknownNameError: There is no such key; the message names the nearest one.
        """
        for rating in self.ratings:
            if rating.key == key:
                return rating
        raise UnknownNameError("rating", key, [rating.key for rating in self.ratings])

    def meant(self, words: str) -> Rating | None:
        """Find a rating by its key, its label or its digit; None where there is none.

        >>> scale = RatingScale("s", "", (Rating("mostly-true", "Mostly true", "", digit="2"),))
        >>> [bool(scale.meant(words)) for words in ("mostly true", "Mostly-True", "2", "mostly")]
        [True, True, True, False]
        """
        said = "-".join(words.casefold().split())
        return next((r for r in self.ratings if said in {r.digit, r.key, "-".join(r.label.casefold().split())}), None)

    def label(self, key: str | None) -> str:
        """Look up the label of a rating; its key where the scale lacks it."""
        return next((rating.label for rating in self.ratings if rating.key == key), key or "")


@lru_cache(maxsize=64)
def written(scale: RatingScale) -> str:
    """Write a scale for the hash in a review's id. It is cached, since every rating has its scale and this takes longer than all the rest."""
    return repr(scale)


@lru_cache(maxsize=64)
def shared(scale: RatingScale) -> RatingScale:
    """Return one and the same object for equal scales: each rating is stored with its scale, and there are few."""
    return scale
