"""The end of the process: at once, after all that was registered for it."""

from __future__ import annotations

import atexit
import os
import sys
import threading


def leave(code: object) -> None:
    """End the process with an exit code, once its threads have ended and what was registered for its end is done.

    Python would then take every loaded module apart first, a fifth of a second of work whose result nobody sees. It does return where
    somebody measures the process, who waits for its end, for a code that is no number, and in a Python without these two steps of its own end.
    """
    if (code is not None and not isinstance(code, int)) or sys.getprofile() or sys.gettrace():
        return
    threads_end, registered = getattr(threading, "_shutdown", None), getattr(atexit, "_run_exitfuncs", None)
    if threads_end is None or registered is None:
        return
    threads_end()
    registered()
    try:
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()
    except (OSError, ValueError):
        return
    os._exit(code or 0)  # the command has returned, and so has all that was registered
