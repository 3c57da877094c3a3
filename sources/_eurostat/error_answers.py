"""Eurostat's answers that are no table: refused, too large, postponed, not yet published.

A postponed answer has HTTP status 200, and a refusal has only a code. Each becomes an error with a name and advice.
Labels are those of its API's error pages and of recorded answers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sources._text.json_body import read_json
from sources._text.printable_text import clean
from sources._web.error_messages import sentence
from workbench.core.errors import ServiceError, UsageError, WrongAnswerError, printable

TITLE = "Eurostat"
_LARGEST_FAULT = 4_000
_ROWS = re.compile(r"estimated (\d+) rows, max authori[sz]ed is (\d+)")
_FAULT = re.compile(r"<faultstring>([^<]{1,1000})</faultstring>")
_QUEUED = re.compile(r"<status>(SUBMITTED|PROCESSING|AVAILABLE|EXPIRED|UNKNOWN_REQUEST)</status>")


class OddTableError(UsageError):
    """The name cannot be that of a Eurostat table."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{printable(name, 80) or 'nothing'} is no code of a Eurostat table.",
            "A series is named by the table's code, such as eurostat:une_rt_m.",
        )


class EurostatError(ServiceError):
    """Eurostat refused the request."""

    def __init__(self, said: str, hint: str = "") -> None:
        super().__init__(TITLE, said, hint)


class NoEurostatTableError(EurostatError):
    """The table does not exist, or is no longer published."""

    def __init__(self, said: str, successor: str = "") -> None:
        go_on = f"The figures go on in eurostat:{successor}." if successor else ""
        super().__init__(said, go_on or "Look for its present name with `workbench catalogue search WORDS`.")


class EurostatTooLargeError(EurostatError):
    """The request has more cells than Eurostat sends at once."""

    def __init__(self, said: str, filters: str = "") -> None:
        rows = _ROWS.search(said)
        message = (
            f"the question is of {int(rows[1]):,} figures, and it gives {int(rows[2]):,} at most" if rows else said
        )
        add = f"Name one member of {filters}" if filters else "Name more dimensions"
        super().__init__(message, f"{add} in the series: table?dimension=code.")


class PutOffError(EurostatError):
    """Eurostat prepares the answer and will send it later."""

    def __init__(self, filters: str = "") -> None:
        narrower = f", or name one member of {filters}" if filters else ""
        super().__init__(
            "the question is big, and it makes the answer ready in its own time.",
            f"Ask again in some minutes{narrower}.",
        )


class NotOutYetError(EurostatError):
    """The table is just being published, or under embargo."""

    def __init__(self) -> None:
        super().__init__(
            "the table is just being put out and cannot be read yet.",
            "It puts tables out at 11:00 and 23:00 in Brussels: ask again half an hour later.",
        )


@dataclass(frozen=True, slots=True)
class EurostatFault:
    """An error message that Eurostat sent instead of a table.

    Attributes:
        said: Eurostat's own words.
        put_off: Whether the same request will be answered later.
    """

    said: str
    put_off: bool = False


def read_fault(body: bytes) -> EurostatFault | None:
    """Read the error message of an answer, in JSON or SOAP; None where the answer may be a table.

    >>> read_fault(b'{"error":[{"status":404,"id":100,"label":"ERR_NOT_FOUND_4: X is not available for dissemination."}]}').said
    'ERR_NOT_FOUND_4: X is not available for dissemination.'
    """
    start = body[:_LARGEST_FAULT].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"<"):
        return _soap(start.decode("utf-8", "replace"))
    if len(body) > _LARGEST_FAULT or not any(word in start for word in (b'"error"', b'"warning"')):
        return None
    tree = read_json(TITLE, body)
    if not isinstance(tree, dict) or not (tree.get("error") or tree.get("warning")):
        return None
    said = clean(sentence({"error": tree.get("error") or tree.get("warning")}), 400) or "an error without words"
    return EurostatFault(said, put_off="ASYNCHRONOUS" in said.upper())


def _soap(text: str) -> EurostatFault | None:
    if found := _FAULT.search(text):
        return EurostatFault(clean(found[1], 400))
    if found := _QUEUED.search(text):
        return EurostatFault(f"ASYNCHRONOUS_RESPONSE: {found[1]}", put_off=True)
    raise WrongAnswerError(TITLE, "a table in JSON-stat", "a page or XML of another kind")


def error_of(fault: EurostatFault, *, successor: str = "", filters: str = "") -> EurostatError:
    """Convert a fault to an error with advice.

    Args:
        fault: The message.
        successor: The series that continues the table, where known.
        filters: The dimensions whose members would make the request smaller, in words.
    """
    said = fault.said.upper()
    if fault.put_off:
        return PutOffError(filters)
    if is_too_big(fault):
        return EurostatTooLargeError(fault.said, filters)
    if "NOT_YET_AVAILABLE" in said or "EMBARGO" in said:
        return NotOutYetError()
    if "NOT_FOUND" in said or "NOT AVAILABLE FOR DISSEMINATION" in said:
        return NoEurostatTableError(fault.said, successor)
    return EurostatError(fault.said)


def is_too_big(fault: EurostatFault) -> bool:
    """Check whether a fault is about the size of the answer."""
    said = fault.said.upper()
    return "TOO_BIG" in said or "TOO LARGE" in said


def is_empty(fault: EurostatFault) -> bool:
    """Check whether a fault only says that nothing matches the filters."""
    said = fault.said.upper()
    return "NO_RESULTS" in said or "NO RESULTS" in said
