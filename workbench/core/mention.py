"""Mentions: values with the place in the text where they were read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from workbench.core.document import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Mention(Generic[T]):
    """A value with the place in the text where it was read.

    Attributes:
        span: Where it stands, in the text that was read.
        value: What was read there, the likeliest reading.
        rule: The name of the rule that read it.
        alternatives: Other readings, likeliest first; empty where there is no doubt.
    """

    kept_names: ClassVar[dict[str, str]] = {"value": "noun"}

    span: Span
    value: T
    rule: str
    alternatives: tuple[T, ...] = ()
