"""The Textual app, which opens the library with a desk. The screens do the work; this module only connects them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from functools import partial

from textual import on
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingsMap
from textual.events import Event, Key, Paste
from textual.screen import Screen
from textual.widgets import Input

from workbench.core.errors import WorkbenchError
from workbench.desk import Desk
from workbench.desk.research_ahead import READY
from workbench.plugins import SCREENS, Plugins
from workbench.tui.command_keys import ON_EVERY_SCREEN, bindings
from workbench.tui.key_delivery import Keyboard
from workbench.tui.keymap.key_file import read_keymap
from workbench.tui.keymap.keymap import IN_FORCE, key_name
from workbench.tui.lines.candidates import failures
from workbench.tui.lines.key_problems import problem_lines
from workbench.tui.palette import palette
from workbench.tui.personal_settings import Personal
from workbench.tui.plugged import PluggedScreen, PluggedScreens, ScreenContext
from workbench.tui.screens.evidence import EvidenceScreen
from workbench.tui.screens.help import Context, help_lines
from workbench.tui.screens.library import LibraryScreen
from workbench.tui.screens.reader import ReaderScreen
from workbench.tui.screens.research_ahead import AheadView
from workbench.tui.screens.workplace_base import Workplace, void
from workbench.tui.themes import DARK, THEMES, theme_after
from workbench.tui.workers.catalogue_download import ABOUT, Updating, offer
from workbench.tui.workers.lost_terminal import close_with_terminal
from workbench.tui.workers.research_ahead import AheadTold, ResearchAhead
from workbench.tui.workers.worker_messages import Arrived, ChangedElsewhere, ClaimShown, Done, Failed, NewsTold, broken


class WorkbenchApp(App[None]):
    """The workbench on a terminal."""

    TITLE = "workbench"

    BINDINGS = bindings(ON_EVERY_SCREEN)

    def __init__(
        self,
        desk: Desk,
        document: str | None = None,
        screens: Mapping[str, PluggedScreen] | None = None,
        mine: Personal | None = None,
        warmed: Callable[[], object] | None = None,
    ) -> None:
        """Take the desk, a document to open, plug-ins' screens (default: all installed), the user's settings, and what to do once all is loaded."""
        super().__init__()
        self.desk = desk
        self.mine = mine or Personal()
        self.plugged = PluggedScreens(Plugins[PluggedScreen](SCREENS) if screens is None else screens)
        self._bindings = BindingsMap.merge([self._bindings, BindingsMap(bindings(self.plugged.commands()))])
        self.keymap = read_keymap(self.mine.keys)
        IN_FORCE.set(self.keymap)
        self.set_keymap(self.keymap.for_textual())
        self._opened: Screen[None] | None = None
        self._deafen: Callable[[], None] | None = None
        self._document = document
        self._warmed = warmed
        self.updating = Updating(self, desk)
        self.ahead = ResearchAhead(self, desk, self._researching)
        self.keyboard = Keyboard(self, self._too_early)
        self._offered = False
        for theme in THEMES:
            self.register_theme(theme)
        chosen = self.mine.kept.get("theme", DARK.name)
        self.theme = chosen if chosen in self.available_themes else DARK.name

    def get_default_screen(self) -> Screen[None]:
        """Return the library."""
        return LibraryScreen(self.desk)

    def on_mount(self) -> None:
        """Open the bench at a document where one was named; what the first picture does not need comes after it."""
        self.screen.call_after_refresh(self._work_behind)
        if self._document and isinstance(self.screen, LibraryScreen):
            self.call_after_refresh(self.screen.open_document, self._document)
        self.keyboard.begin()
        close_with_terminal(self)
        self._deafen = self.desk.listen(lambda claims: void(self.post_message(ChangedElsewhere(claims))))
        for problem in self.plugged.problems:
            self.call_after_refresh(self._say, f"! {problem}", caveat=True)
        if self.keymap.problems:
            page = ReaderScreen("Your keys", lambda _: problem_lines(self.keymap), hang=2)
            self.call_after_refresh(self.push_screen, page)
        # the shell has overwritten the screen
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        self.theme_changed_signal.subscribe(self, lambda theme: self.mine.kept.keep("theme", theme.name))

    def _work_behind(self) -> None:
        """Load what research needs, and research the next claims, in the background, once the first picture is there."""
        self.run_worker(self._warm_up, thread=True, exit_on_error=False)
        self.ahead.follow(None)

    def _warm_up(self) -> None:
        self.desk.warm_up()
        if self._warmed is not None:
            self._warmed()

    @property
    def fault(self) -> Exception | None:
        """The error that ended the screens; None where they closed normally."""
        return self._exception

    def _fatal_error(self) -> None:
        """Close without Textual's traceback, which may hold the reviewer's data; `run` raises a message instead."""
        self._close_messages_no_wait()

    # --- the services' whole lists -----------------------------------------------------------------------

    @on(Arrived)
    def _offer_lists(self, event: Arrived) -> None:
        """Show once that only starter lists were searched, and the key that downloads the whole ones.

        Hide no failure.
        """
        if (
            not (failures(event.researched, event.asked) or self._offered or self.updating.running)
            and self.desk.catalogue.only_starter_lists
        ):
            self._offered = True
            self._news(offer())

    def action_update_catalogue(self) -> None:
        """Download the services' whole lists in the background, or stop that."""
        if self.updating.running:
            self.updating.stop()
            self._say("Stopping …")
        elif self.desk.samples or self.desk.offline:
            self._say("Whole lists come from the live services only; leave --offline or --samples out.", caveat=True)
        else:
            self.updating.start()
            self._say(f"Pulling the services' whole lists; work on. {key_name('app.catalogue')} stops it.")

    def on_unmount(self) -> None:
        """Stop downloads and research, so that closing does not wait for them."""
        self.updating.stop()
        self.ahead.stop()
        if self._deafen is not None:
            self._deafen()

    @on(ChangedElsewhere)
    def _changed_elsewhere(self, event: ChangedElsewhere) -> None:
        if (place := self._workplace) is not None:
            place.changed_elsewhere(event.claims)

    # --- the claims that come next -----------------------------------------------------------------------

    def _researching(self) -> bool:
        return any(getattr(screen, "researching", False) for screen in self.screen_stack)

    def action_ahead(self) -> None:
        """Show the claims that come next."""
        self.push_screen(AheadView(self.ahead))

    @on(ClaimShown)
    def _follow(self, event: ClaimShown) -> None:
        self.ahead.follow(event.id)

    @on(AheadTold)
    def _show_researched_ahead(self, event: AheadTold) -> None:
        self.ahead.hear(event.claim)
        bench = self.screen_stack[-1] if self.screen_stack else None
        if event.claim.state == READY and isinstance(bench, EvidenceScreen) and bench.waits_for(event.claim.id):
            bench.show_anew()

    @on(NewsTold)
    def _show_update_progress(self, event: NewsTold) -> None:
        if event.about == ABOUT and self.updating.running and (desk := self._workplace) is not None:
            desk.talk.work(self.updating.hear(event.progress))

    @on(Done)
    def _lists_done(self, event: Done) -> None:
        if event.about == ABOUT:
            self.updating.end()
            self._news(event.says, caveat=event.says.startswith("!"))

    @on(Failed)
    def _lists_failed(self, event: Failed) -> None:
        if event.about == ABOUT:
            self.updating.end()
            self._news(f"! {event.error.message} {event.error.hint}".strip(), caveat=True)

    @property
    def _workplace(self) -> Workplace | None:
        """The visible workplace, or the one behind an open page."""
        return next((screen for screen in reversed(self.screen_stack) if isinstance(screen, Workplace)), None)

    def _say(self, words: str, *, caveat: bool = False) -> None:
        if (desk := self._workplace) is not None:
            desk.talk.say(words, caveat=caveat)

    def _news(self, words: str, *, caveat: bool = False) -> None:
        if (desk := self._workplace) is not None:
            desk.talk.news(words, caveat=caveat)

    def _complain(self, error: WorkbenchError) -> None:
        if (desk := self._workplace) is not None:
            desk.complain(error)

    # --- keys --------------------------------------------------------------------------------------------

    async def on_event(self, event: Event) -> None:
        """Queue keys and pasted text, and send each on in turn, to the prompt where one is open."""
        if isinstance(event, Key | Paste) and not event.is_forwarded:
            if not self.screen_stack:
                return  # the app is closing: no widget is left for a key
            place = self.screen if isinstance(self.screen, Workplace) else None
            if place is not None:
                place.heard_at = max(place.heard_at, event.time)
            if not self.keyboard.lets(event):
                return
            if place is not None:
                place.typed_at = event.time
            self._aim()
            if isinstance(event, Paste) and not isinstance(self.focused, Input):
                self._say("Pasted text runs no commands: it was dropped. Open a line for it first.", caveat=True)
                return
        await super().on_event(event)

    def on_app_focus(self) -> None:
        """Set the initial focus where there is none: a browser reports its focus only after the first paint."""
        if self.screen.focused is None and self.screen.AUTO_FOCUS:
            self.screen.set_focus(next(iter(self.screen.query(self.screen.AUTO_FOCUS)), None))

    def _aim(self) -> None:
        """Focus the open prompt, which takes every key, whatever was clicked since."""
        prompt = self.screen.prompt if isinstance(self.screen, Workplace) else None
        if prompt is not None:
            self.screen.set_focus(prompt)

    def get_key_display(self, binding: Binding) -> str:
        """Return how a key is written for readers."""
        return self.keymap.shown(binding)

    def _too_early(self, event: Key) -> None:
        """Show that a key was ignored."""
        name = self.get_key_display(self.screen.active_bindings[event.key].binding)
        self._say(f"{name} was typed before this screen was drawn; it was not taken. Press it again.", caveat=True)

    def action_suspend_process(self) -> None:
        """Suspend to the shell; show a notice where there is none (in a browser, on Windows)."""
        if os.name == "nt" or self._driver is None or not self._driver.can_suspend:
            self._say("There is no shell to go back to here.", caveat=True)
        else:
            super().action_suspend_process()

    def action_light(self) -> None:
        """Go to the next theme."""
        self.theme = theme_after(self.theme).name
        self._say(f"Theme: {self.theme.removeprefix('workbench-')}. It is kept for the next time.")

    def action_help(self) -> None:
        """Show every key that works at the present place."""
        claim, document = self.screen.named if isinstance(self.screen, Workplace) else ("", "")
        context = Context(claim, {rating.digit: rating for rating in self.desk.scale.ratings}, document)
        live = list(self.screen.active_bindings.values())
        self.push_screen(ReaderScreen("Keys", partial(help_lines, live, self.get_key_display, context), hang=12))

    def action_open_screen(self, name: str) -> None:
        """Open a plug-in's screen over the present one; the same key closes it."""
        if self._opened is not None and self.screen is self._opened:
            self.pop_screen()
            return
        try:
            opened = self.plugged[name].opens(ScreenContext(self, self.desk, getattr(self.screen, "claim", None)))
        except WorkbenchError as error:
            self._complain(error)
        except Exception as error:  # noqa: BLE001  (a screen is a plug-in and may raise anything; the desk stays)
            self._complain(broken(f"screen {name}", error))
        else:
            self._opened = opened
            self.push_screen(opened)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Yield the palette's entries: the commands that work on the screen, declared together with their keys."""
        ratings = {rating.digit: rating for rating in self.desk.scale.ratings}
        yield from palette(screen, self.get_key_display, ratings, self.run_action)
        yield SystemCommand(
            "Themes: Choose one of all themes.", "It is kept for the next time.", self.action_change_theme
        )
