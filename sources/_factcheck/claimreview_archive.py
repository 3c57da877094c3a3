"""Search a feed of fact checks: a newsroom's own, or a public one; no key is needed.

So earlier checks can be found without the network and without a key. The search finds reviews by words, and the desk
then measures their similarity. A feed is parsed once for each version of its bytes.
"""

from __future__ import annotations

from sources._factcheck.claimreview_feed import LARGEST, Feed, read_feed
from sources._web.file_location import located
from workbench.core.errors import Problem
from workbench.match import Checked, KnownIndex
from workbench.ports import Fetch, PriorAsk, PriorFound, Request


class ClaimReviewFeed:
    """A feed at a path or an address; satisfies `workbench.ports.PriorChecks`.

    Args:
        location: A path, or an https address.
    """

    def __init__(self, location: str) -> None:
        place = located(location)
        self._url, self.title, self.host = place.url, place.name, place.host
        self._read: tuple[str, Feed, KnownIndex] | None = None

    def ready(self) -> bool:
        """Return True, since a file can always be searched."""
        return True

    async def search(self, fetch: Fetch, ask: PriorAsk) -> PriorFound:
        """Find the reviews that share the rarest words with a claim.

        Raises:
            SourceError: The address did not answer.
            ReadingError: The file is missing, or has no review.
        """
        answer = await fetch(Request(self._url, accept="*/*", source="checks", expects=()))
        if self._read is None or self._read[0] != answer.snapshot.id:
            feed = read_feed(answer.body, self.title)
            rows = (Checked(str(n), one.text, one.title) for n, one in enumerate(feed.checks))
            self._read = (answer.snapshot.id, feed, KnownIndex(rows))
        _, feed, index = self._read
        few = len(feed.checks) <= ask.limit  # among few reviews, every word is common, and all reviews can be measured
        found = feed.checks if few else [feed.checks[int(known.id)] for known in index.rank(ask.words, ask.limit)]
        mine = tuple(one for one in found if _fits(one.language, ask.language) and ask.site in one.url)
        problems = (answer.problem,) if answer.problem else ()
        return PriorFound(mine, (answer.snapshot,), (*problems, *self._problems(feed)))

    def _problems(self, feed: Feed) -> tuple[Problem, ...]:
        found = []
        if feed.refused:
            message = f"{feed.refused:,} of its lines are no fact check."
            found.append(Problem(self.title, message, "They were left out.", "bad-row"))
        if feed.cut:
            message = f"it is longer than is read: {len(feed.checks):,} reviews, {LARGEST // 10**6} MB."
            found.append(Problem(self.title, message, "Split it into several files.", "feed-cut"))
        return tuple(found)


def _fits(language: str, wanted: str) -> bool:
    """Check the language of a review; one without a language always passes."""
    return not language or not wanted or language.partition("-")[0] == wanted.partition("-")[0]
