"""Fact checks of the same claim by other newsrooms, compared with it by our own rules.

Archives of fact checks match by words. Each hit is read like any claim, hits about another thing are left out, and differences are
named; the rating stays in the reviewer's own words. An archive that fails does not block the others.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from workbench.core.claim import Claim
from workbench.core.encoding.codec import UnreadableRecordError
from workbench.core.errors import NoSuchRecordError, OfflineError, Problem, WorkbenchError
from workbench.core.place import place_name
from workbench.core.prior_checks import CheckedElsewhere, PriorCheck
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.services.repeated_request import asked
from workbench.extract import read_text
from workbench.match import known_in, query_of
from workbench.ports import PriorAsk, PriorChecks, PriorFound

SHOWN = 5
"""Maximum number of fact checks by others that are shown for a claim."""

_MOST_WORDS = 12

_CLAIM_ID = re.compile(r"(?<![0-9a-f])[0-9a-f]{12}(?![0-9a-f])")
"""A claim's id in the address of its page."""


@dataclass(frozen=True, slots=True)
class AskedElsewhere:
    """The answers of archives of fact checks.

    Attributes:
        found: Reviews of the same thing, likest first.
        problems: Archives that failed, and what of their answers could not be read.
        asked: The titles of the archives that answered, to distinguish "nobody was asked" from "nobody checked it".
    """

    found: tuple[CheckedElsewhere, ...] = ()
    problems: tuple[Problem, ...] = ()
    asked: tuple[str, ...] = ()


async def checked_elsewhere(ports: DeskPorts, claim: Claim, *, fresh: bool = False, site: str = "") -> AskedElsewhere:
    """Search the reviews of the same thing by others, and report which archives could not be asked.

    Args:
        ports: The parts of the desk.
        claim: The claim.
        fresh: Ask the services even where the archive holds an answer young enough.
        site: Only reviews of this publisher's site; empty for any.
    """
    ready = [checker for checker in ports.checkers if checker.ready()]
    wanted = PriorAsk(_words(claim), _language(ports, claim), site)
    answers = await asyncio.gather(*(_asked(ports, checker, wanted, fresh=fresh) for checker in ready))
    checks = _distinct(check for found in answers for check in found.checks if not _is_ours(ports, check))
    measured = sorted(_measured(claim, checks), key=lambda one: -one.known.score)
    return AskedElsewhere(
        tuple(measured[:SHOWN]),
        tuple(problem for found in answers for problem in found.problems),
        tuple(checker.title for checker, found in zip(ready, answers, strict=True) if found.snapshots),
    )


async def _asked(ports: DeskPorts, checker: PriorChecks, wanted: PriorAsk, *, fresh: bool) -> PriorFound:
    try:
        return await asked(lambda fetch: checker.search(fetch, wanted), ports.fetch, fresh=fresh)
    except OfflineError:
        return PriorFound()  # offline, nobody is asked
    except WorkbenchError as error:
        return PriorFound(problems=(error.as_problem(checker.title, "checks-failed"),))


def _words(claim: Claim) -> str:
    """Choose the search words for archives: those of the measure, then the place."""
    said = [concept.said for concept in query_of(claim).concepts if not concept.hint]
    return " ".join(dict.fromkeys(" ".join([*said, place_name(claim.place)]).split()[:_MOST_WORDS]))


def _language(ports: DeskPorts, claim: Claim) -> str:
    """Find the language of the speech: reviews in another language cannot be compared with it by words."""
    try:
        return ports.store.document(claim.document).language.partition("-")[0]
    except NoSuchRecordError:
        return ""


def _is_ours(ports: DeskPorts, check: PriorCheck) -> bool:
    """Check whether a review is this desk's own, read back from the publisher's feed: it was checked here, not elsewhere."""
    ours, theirs = (_host_of(address) for address in (ports.publisher.url, check.url))
    return bool(ours) and ours == theirs and any(_is_claim(ports, key) for key in _CLAIM_ID.findall(check.url))


def _host_of(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:  # a bracket that never closes
        return ""


def _is_claim(ports: DeskPorts, key: str) -> bool:
    try:
        return ports.store.claim(key).id == key
    except (NoSuchRecordError, UnreadableRecordError):
        return False


def _distinct(checks: Iterable[PriorCheck]) -> list[PriorCheck]:
    """Merge reviews of the same page, with all services that found it."""
    found: dict[tuple[str, ...], PriorCheck] = {}
    for check in checks:
        key = (check.url.rstrip("/"),) if check.url else (check.publisher, check.text)
        known = found.setdefault(key, check)
        if check.found_by not in known.found_by.split(", "):
            found[key] = replace(known, found_by=f"{known.found_by}, {check.found_by}")
    return list(found.values())


def _measured(claim: Claim, checks: Sequence[PriorCheck]) -> Iterator[CheckedElsewhere]:
    for check in checks:
        reading = read_text(check.text, said=check.said, language=check.language[:2] or "en")
        known = known_in(claim, check.url, check.text, reading)
        if known is not None:
            yield CheckedElsewhere(check, known)
