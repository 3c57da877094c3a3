"""Attach evidence at the bench: a page, a file or a note, typed in one line, fetched and read in a thread."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial

from textual import on

from workbench.core.attachment import Attachment, standing_attachments
from workbench.desk import Desk
from workbench.tui.keymap.keymap import key_name
from workbench.tui.screens.corrections import CorrectionScreen
from workbench.tui.screens.workplace_base import spoken
from workbench.tui.widgets.message_line import MessageLine
from workbench.tui.workers.worker_messages import Done

ATTACH = "attach"

LABEL = "Attach URL, file or note (Tab: quote, page):"


class AttachingScreen(CorrectionScreen):
    """The evidence screen with a prompt for attachments."""

    def __init__(self, desk: Desk, claim: str) -> None:
        super().__init__(desk, claim)
        self._attaches = self._untaken = ""

    @property
    def attached(self) -> Sequence[Attachment]:
        """The claim's attachments that were not taken back, oldest first."""
        return standing_attachments(self.desk.attachments(self.claim.id))

    def action_attach(self) -> None:
        """Ask what to attach; Tab adds a quote, a page, an element or a note. Text left by Escape is offered again."""
        from workbench.desk.evidence.attach_typing import next_typed  # noqa: PLC0415  (loaded where something is attached)

        self._attaches = self.claim.id
        self.talk.ask(ATTACH, LABEL, self._untaken, next_typed)

    @spoken
    def keep_attachment(self, typed: str) -> None:
        """Attach the typed evidence to the claim for which the prompt was opened.

        The prompt stays open until that is done.
        """
        given = self.desk.read_evidence(typed)
        self.talk.hold(f"{'Fetching' if given.is_web else 'Reading'} … (what you typed stays)")
        self.in_thread(ATTACH, partial(self._kept_line, self._attaches, typed))

    def _kept_line(self, claim: str, typed: str) -> str:
        made = asyncio.run(self.desk.attach(claim, self.desk.read_evidence(typed)))
        problem_words = "".join(f" ! {problem.message}" for problem in made.problems)
        return (
            f"Attached: {made.attachment.title or 'your note'} · {key_name('bench.undo')} takes it back{problem_words}"
        )

    @on(MessageLine.Left)
    def _left_attaching(self, event: MessageLine.Left) -> None:
        if event.purpose == ATTACH:
            self._untaken = event.text

    @on(Done)
    def _attached(self, event: Done) -> None:
        if event.about == ATTACH:
            self._untaken = ""
            self.show_findings()
