"""Google Fact Check: fact checks of the same claim by others, by ``claims:search`` of the Fact Check Tools API.

Hundreds of newsrooms publish their checks with mark-up, and one request searches all. The search only matches words, so
the desk measures the similarity of each hit itself. It requires an API key (free), which is sent with the request and
never stored.
Documentation: https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/claims/search.
"""

from __future__ import annotations

from collections.abc import Callable

from sources._factcheck.google_answer_reader import TITLE, read_page
from sources._web.http_errors import NoSampleError, StatusError
from workbench.core.errors import Problem, SourceError, printable
from workbench.core.evidence import Snapshot
from workbench.core.prior_checks import PriorCheck
from workbench.ports import Answer, Credential, Fetch, Request
from workbench.ports.prior_checks import PriorAsk, PriorFound

NAME = "factcheck"
HOSTS = ("factchecktools.googleapis.com",)
URL = "https://factchecktools.googleapis.com/v1alpha1/claims:search"
KEY = Credential(NAME, parameter="key")
_PAGE = 10
_MOST_PAGES = 5
_LONGEST = 200


class RefusedKeyError(SourceError):
    """The service refuses the API key."""

    def __init__(self, said: str) -> None:
        super().__init__(
            f"{TITLE} does not take the key: {printable(said, 200)}",
            "Check WORKBENCH_KEY_FACTCHECK, and that the Fact Check Tools API is switched on for it.",
        )


class RefusedQuestionError(SourceError):
    """The service refuses the request."""

    def __init__(self, said: str) -> None:
        super().__init__(
            f"{TITLE} refused the question: {printable(said, 200)}",
            "It wants words of the claim, or a publisher's site.",
        )


class FactCheck:
    """Google Fact Check as an archive of reviews; satisfies `workbench.ports.prior_checks.PriorChecks`.

    Args:
        ready: Whether the user has a key, or answers come from an archive that needs none.
    """

    title = TITLE

    def __init__(self, ready: Callable[[], bool] = lambda: True) -> None:
        self._ready = ready

    def ready(self) -> bool:
        """Check whether it can be queried."""
        return self._ready()

    async def search(self, fetch: Fetch, ask: PriorAsk) -> PriorFound:
        """Find the reviews that share words with a claim, page by page up to the limit.

        Raises:
            SourceError: It refused the API key or the request, did not answer, or sent something else.
        """
        checks: dict[PriorCheck, None] = {}
        snapshots: list[Snapshot] = []
        problems: list[Problem] = []
        token = ""
        for _ in range(_MOST_PAGES):
            try:
                answer = await _asked(fetch, ask, token)
            except NoSampleError:  # a missing sample says nothing about the checks of others
                break
            page = read_page(answer.body)
            snapshots.append(answer.snapshot)
            checks.update(dict.fromkeys(page.checks))
            answer_problems = (answer.problem,) if answer.problem else ()
            problems += [one for one in (*answer_problems, *page.problems) if one not in problems]
            token = page.next
            if not token or len(checks) >= ask.limit:
                break
        return PriorFound(tuple(checks)[: ask.limit], tuple(snapshots), tuple(problems))


async def _asked(fetch: Fetch, ask: PriorAsk, token: str) -> Answer:
    params = [("query", " ".join(ask.words.split())[:_LONGEST])]
    params += [("languageCode", ask.language)] if ask.language else []
    params += [("reviewPublisherSiteFilter", ask.site)] if ask.site else []
    params += [("pageSize", str(_PAGE))]
    params += [("pageToken", token)] if token else []
    try:
        return await fetch(Request(URL, tuple(params), source=NAME, credential=KEY))
    except StatusError as error:
        raise _refusal(error) from error


def _refusal(error: StatusError) -> SourceError:
    said = error.message.partition(": ")[2] or error.message
    if error.status in {401, 403} or "api key" in said.lower():
        return RefusedKeyError(said)
    return RefusedQuestionError(said) if error.status == 400 else error
