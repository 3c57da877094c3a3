"""The data of a document as a person types them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from workbench.core.corrections.amendment import DocumentData
from workbench.core.dates.written_days import read_day
from workbench.core.errors import UnknownNameError, UsageError
from workbench.core.failures.amendment_errors import UnreadDataError
from workbench.core.place import place_name
from workbench.core.text_cleaning import clean_text
from workbench.desk.correcting.line_typing import next_line

NOTHING = "-"
"""The input that empties the day, the place or the speakers."""

SEVERAL = ";"
"""The separator between two speakers."""


def changed(data: DocumentData, values: Sequence[tuple[str, str]]) -> DocumentData:
    """Apply typed values to the data of a document.

    Raises:
        UsageError: Nothing was typed, or it cannot be read.
    """
    if not values:
        raise UsageError("Nothing was said of the document.", "Write it like day=2021-12-02 place=MKD.")
    for name, typed in values:
        words = " ".join(clean_text(typed).text.split())
        data = _ways(name)(data, words)
    return data


def _ways(name: str) -> Callable[[DocumentData, str], DocumentData]:
    try:
        return _WAYS[name.strip().casefold()]
    except KeyError:
        raise UnknownNameError("datum", name, list(_WAYS)) from None


def _day(data: DocumentData, typed: str) -> DocumentData:
    if typed == NOTHING:
        return replace(data, published=None)
    try:
        return replace(data, published=read_day(typed))
    except ValueError as error:
        raise UnreadDataError("day", typed, "2021-12-02, or 2 December 2021") from error


def _place(data: DocumentData, typed: str) -> DocumentData:
    from workbench.extract.corrections.typed_values import place_typed  # noqa: PLC0415  (word files are loaded where they are needed)

    if typed == NOTHING:
        return replace(data, place=None, place_name="")
    code = place_typed(typed)
    return data if code == data.place else replace(data, place=code, place_name=place_name(code))


def _speakers(data: DocumentData, typed: str) -> DocumentData:
    from workbench.extract.corrections.typed_values import speaker_typed  # noqa: PLC0415  (likewise)

    if typed == NOTHING:
        return replace(data, speakers=())
    return replace(data, speakers=tuple(speaker_typed(each) for each in typed.split(SEVERAL) if each.strip()))


def _title(data: DocumentData, typed: str) -> DocumentData:
    if not typed:
        raise UnreadDataError("title", typed, "title='Forum at Brdo'")
    return replace(data, title=typed)


def _language(data: DocumentData, typed: str) -> DocumentData:
    from workbench.extract.words.word_files import languages  # noqa: PLC0415  (likewise)

    code = typed.casefold()
    if code not in languages():
        raise UnknownNameError("language", typed, sorted(languages()))
    return replace(data, language=code)


_WAYS: dict[str, Callable[[DocumentData, str], DocumentData]] = {
    "day": _day,
    "place": _place,
    "speaker": _speakers,
    "title": _title,
    "language": _language,
}


def data_words(data: DocumentData) -> dict[str, str]:
    """Write the data in the form in which they may be typed; empty where unknown."""
    speakers = (", ".join(part for part in (each.name, each.role) if part) for each in data.speakers)
    return {
        "day": data.published.isoformat() if data.published else "",
        "place": data.place or "",
        "speaker": f"{SEVERAL} ".join(speakers),
        "title": data.title,
        "language": data.language,
    }


def next_typed(data: DocumentData, typed: str) -> str:
    """Find the next suggestion after the typed text, as ``name value``: each datum with its current value, cyclically."""
    return next_line((f"{name} {value}".strip() for name, value in data_words(data).items()), typed)


def difference(before: DocumentData, after: DocumentData) -> tuple[str, str]:
    """List the old and the new values of the data that differ.

    Raises:
        UsageError: None differs.
    """
    old, new = data_words(before), data_words(after)
    names = [name for name in old if old[name] != new[name]]
    if not names:
        raise UsageError("That is what the document says already.", "Nothing was changed.")
    return tuple(", ".join(f"{name} {words[name] or 'unknown'}" for name in names) for words in (old, new))  # type: ignore[return-value]  # two words, two sentences


# --- marked words ----------------------------------------------------------------------------------------
