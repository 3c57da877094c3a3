"""The loop of line mode: read a line, do what it says, print the answer, until the reviewer leaves."""

from __future__ import annotations

import io
import re
import shlex
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from workbench.cli.line_mode.evidence_session import EvidenceSession
from workbench.cli.line_mode.line_commands import (
    HELP,
    LEAVE,
    WORDS,
    UnknownWordError,
    help_lines,
    rating_of_key,
    word_of,
    word_of_key,
)
from workbench.cli.line_mode.output_sentences import rating_lines
from workbench.cli.line_mode.shell_verbs import ShellVerbs
from workbench.cli.output.standard_streams import write
from workbench.core.errors import UsageError
from workbench.desk import Desk
from workbench.tui.keymap.keymap import Keymap
from workbench.tui.safe_text import NO_BREAK_SPACE

PROMPT = "> "
_IDS = re.compile(r"[0-9a-f]{6,12}\s+\S")


class LeftError(Exception):
    """The reviewer leaves."""


@dataclass(slots=True)
class LineMode:
    """Line mode with a desk.

    Attributes:
        desk: The desk.
        keymap: The user's keys.
        verbs: The verbs of the command line.
        session: The state: queue, filter, open claim.
    """

    desk: Desk
    keymap: Keymap
    verbs: ShellVerbs
    session: EvidenceSession = field(init=False)

    def __post_init__(self) -> None:
        self.session = EvidenceSession(self.desk, ask, write)

    def talk(self, document: str | None = None) -> None:
        """Read lines until the end of the input or `quit`; invalid UTF-8 is replaced by signs."""
        if isinstance(sys.stdin, io.TextIOWrapper):
            sys.stdin.reconfigure(errors="replace")
        write("workbench, line by line. help reads the words, quit leaves.")
        for problem in self.keymap.problems:
            write(f"Problem with your keys: {problem}")
        if document:
            rows = self.desk.claims(limit=1) and self.desk.claims_in(document)
            self.say(lambda: self.session.open(rows[0].id) if rows else iter(("No claim was found in this document.",)))
        else:
            self.say(self.session.queue)
        try:
            while True:
                self._turn(ask(PROMPT))
        except (LeftError, EOFError):
            write("Left. Everything that was confirmed is kept.")

    def _turn(self, line: str) -> None:
        try:
            self.say(lambda: self.does(line))
        except KeyboardInterrupt:
            write("Stopped.")

    def say(self, lines: Callable[[], Iterator[str]]) -> None:
        """Write sentences as they come, and errors as sentences."""
        for line in self.session.outcome(lines):
            write(line.replace(NO_BREAK_SPACE, " "))
        sys.stdout.flush()

    def does(self, line: str) -> Iterator[str]:
        """Run a line and return its sentences. Raises UnknownWordError, LeftError."""
        said = line.strip()
        opened = bool(self.session.at)
        if not said:
            return iter(())
        if said in LEAVE or said == self._key("app.quit"):
            raise LeftError
        if said in {HELP, self._key("app.help")}:
            return help_lines(self.keymap, self.verbs.names)
        if said == "ratings":
            return rating_lines(self.desk.scale)
        if (word := word_of_key(said, self.keymap, opened=opened)) is not None:
            return word.does(self.session, "")
        rates = opened or self.session.on_many
        if digit := rating_of_key(said, self.keymap):
            return self.session.rate(digit) if rates else self.session.digit(digit)
        if rates and self.desk.scale.meant(said) is not None:
            return self.session.rate(said)
        return self._spoken(said)

    def _spoken(self, said: str) -> Iterator[str]:
        """Run a line that begins with a word, or with a verb of the command line."""
        found, words = word_of(said), said.split()
        if found is not None and not _is_verb(words, found[1]):
            word, rest = found
            return word.does(self.session, rest)
        if words[0] in self.verbs.names:
            return self._command(said)
        raise UnknownWordError(words[0], [*(word.name for word in WORDS), *LEAVE, HELP, "ratings", *self.verbs.names])

    def _command(self, said: str) -> Iterator[str]:
        """Run a verb of the command line, with CLAIM replaced by the open claim's id."""
        try:
            words = shlex.split(said)
        except ValueError as error:
            raise UsageError("A quotation mark is not closed.", "Close it, or leave it out.") from error
        sys.stdout.flush()
        self.verbs.run([self.session.claim.id if word == "CLAIM" else word for word in words])
        return iter(())

    def _key(self, command: str) -> str:
        from workbench.tui.command_keys import EVERY
        from workbench.tui.keymap.key_names import file_key

        return file_key(self.keymap.keys(EVERY[command])[0])


def _is_verb(words: list[str], rest: str) -> bool:
    """Check whether a line means the verb of a name: it has options, CLAIM, a tag after ids, or a name and a filter."""
    if rest == "-" or rest.startswith(("--", "- ")) or "CLAIM" in words:
        return True
    return (words[0] == "views" and bool(rest)) or (words[0] == "tag" and bool(_IDS.match(rest)))


def ask(question: str) -> str:
    """Read a line; the question is only shown at a terminal. Raises EOFError at the end of the input."""
    if sys.stdin.isatty():
        sys.stdout.flush()
        return input(question if question.endswith(" ") else f"{question} ")
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.rstrip("\n")
