"""Raise a Ctrl-C again that Python dropped.

An exception in a finaliser, or in the callback of a weak reference, is printed and dropped (``sys.unraisablehook``).
Loading a library runs thousands of these, and a user who pressed Ctrl-C during one would wait for the end of the
command.
"""

from __future__ import annotations

import _thread
import signal
import sys
import threading

MOMENT = 0.05
"""Seconds until a dropped Ctrl-C is raised again, by when the callback has ended."""


def raise_dropped_stops() -> None:
    """Install a hook that raises a dropped Ctrl-C again a moment later, in the whole process."""
    sys.unraisablehook = _raise_again


def _raise_again(dropped: sys.UnraisableHookArgs) -> None:
    if not issubclass(dropped.exc_type, KeyboardInterrupt):
        sys.__unraisablehook__(dropped)
        return
    timer = threading.Timer(MOMENT, _press)
    timer.daemon = True  # if the command has ended meanwhile, nothing is left to stop
    timer.start()


def _press() -> None:
    if hasattr(signal, "pthread_kill"):  # a signal also wakes a waiting thread
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
    else:
        _thread.interrupt_main()
