"""A request during redirects: which parts of it are sent to which host.

A redirect may lead to another host. The key is only sent to the original host, a POST is never turned into another
request, and the original host's limits apply throughout.
"""

from __future__ import annotations

from dataclasses import dataclass

from sources._web.host_limits import HostLimits
from sources._web.http_request import HttpQuestion
from sources._web.network_policy import Target
from workbench.core.errors import WrongAnswerError

_KEEPS_BODY = frozenset({307, 308})


@dataclass(frozen=True, slots=True)
class PendingRequest:
    """A request, its original address, and the limits of that host."""

    question: HttpQuestion
    start: Target
    limits: HostLimits

    def sent(self, target: Target, agent: str) -> tuple[str, dict[str, str]]:
        """Return the path and the headers for a host; only the original host gets the key."""
        secret, path = self.question.secret, target.path
        name = f"Mozilla/5.0 (compatible; {agent})" if self.limits.compatible else agent
        headers = self.question.sent_headers(name, target.netloc)
        if secret and target.netloc == self.start.netloc:
            return secret.into(path), headers | secret.headers()
        return path, headers

    def posted(self, target: Target) -> bytes | None:
        """Return the body to post to a host, with the key only for the original host; None for no body."""
        if self.question.method != "POST":
            return None
        secret = self.question.secret if target.netloc == self.start.netloc else None
        return secret.into_body(self.question.body) if secret else self.question.body

    def moved(self, status: int, location: str) -> str:
        """Return the target of a redirect, unless it would drop the posted body and so answer another request.

        Raises:
            WrongAnswerError: It would drop the body.
        """
        if self.question.method == "POST" and status not in _KEEPS_BODY:
            raise WrongAnswerError(
                self.question.who, "an answer", f"a redirect that drops the question (HTTP {status})"
            )
        return location


MOST_REDIRECTS = 5
