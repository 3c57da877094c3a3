"""Ctrl-C in a moment when Python drops it.

What is raised in a finaliser, or in the callback of a weak reference, is printed and dropped (``sys.unraisablehook``).
Loading a library has thousands of such moments: a user who pressed Ctrl-C in one would wait for the end of the command.
"""

from __future__ import annotations

import _thread
import signal
import sys
import threading

MOMENT = 0.05
"""After how many seconds a Ctrl-C that was dropped is raised again: the callback has ended by then."""


def raise_dropped_stops() -> None:
    """From now on a Ctrl-C that Python drops is raised again a moment later. For the whole process."""
    sys.unraisablehook = _raise_again


def _raise_again(dropped: sys.UnraisableHookArgs) -> None:
    if not issubclass(dropped.exc_type, KeyboardInterrupt):
        sys.__unraisablehook__(dropped)
        return
    timer = threading.Timer(MOMENT, _press)
    timer.daemon = True  # where the command has ended in between, nobody is left to be stopped
    timer.start()


def _press() -> None:
    if hasattr(signal, "pthread_kill"):  # a signal wakes a thread that waits, too
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
    else:
        _thread.interrupt_main()
