"""A question on its way: what of it goes to which host.

A redirect may lead from one host to another. The key stays with the host that was asked, a posted
question is never turned into another one, and the host's own manners hold for the whole way.
"""

from __future__ import annotations

from dataclasses import dataclass

from sources._web.host_limits import HostLimits
from sources._web.network_policy import Target
from sources._web.question import HttpQuestion
from workbench.core.errors import WrongAnswerError

_KEEPS_BODY = frozenset({307, 308})


@dataclass(frozen=True, slots=True)
class PendingRequest:
    """A question, where it began, and the manners of that host."""

    question: HttpQuestion
    start: Target
    limits: HostLimits

    def sent(self, target: Target, agent: str) -> tuple[str, dict[str, str]]:
        """Return the path and the headers that go to a host; the key goes to the one that was asked, and to no other."""
        secret, path = self.question.secret, target.path
        name = f"Mozilla/5.0 (compatible; {agent})" if self.limits.compatible else agent
        headers = self.question.sent_headers(name, target.netloc)
        if secret and target.netloc == self.start.netloc:
            return secret.into(path), headers | secret.headers()
        return path, headers

    def posted(self, target: Target) -> bytes | None:
        """Return what is posted to a host, the key in it for the one that was asked alone; None where nothing is."""
        if self.question.method != "POST":
            return None
        secret = self.question.secret if target.netloc == self.start.netloc else None
        return secret.into_body(self.question.body) if secret else self.question.body

    def moved(self, status: int, location: str) -> str:
        """Where a redirect leads; one that would drop what was posted leads to the answer of another question.

        Raises:
            WrongAnswerError: It would.
        """
        if self.question.method == "POST" and status not in _KEEPS_BODY:
            raise WrongAnswerError(
                self.question.who, "an answer", f"a redirect that drops the question (HTTP {status})"
            )
        return location
