"""The verbs of the product: take in, research, judge, publish.

The command line and the screens are two faces of one `Desk`. A rule that both need stands here, and
neither face grows one of its own. The desk knows ports and the pure rooms; `workbench.bootstrap` hands it the rest.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbench.desk.desk import Desk
    from workbench.desk.desk_ports import DeskPorts

__all__ = ["Desk", "DeskPorts"]

_ROOMS = {"Desk": "desk", "DeskPorts": "desk_ports"}


def __getattr__(name: str) -> Any:
    """Return the desk, loaded when it is first asked for: what reads records takes rooms beside it and none of its verbs."""
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"workbench.desk.{_ROOMS[name]}"), name)
