"""The verbs of the product: take in, research, judge, publish.

The command line and the screens are two faces (user interfaces) of one `Desk`. A rule that both need is implemented here, never in a
face. The desk imports only ports and the packages without IO; `workbench.bootstrap` passes it everything else.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbench.desk.desk import Desk
    from workbench.desk.desk_ports import DeskPorts

__all__ = ["Desk", "DeskPorts"]

_ROOMS = {"Desk": "desk", "DeskPorts": "desk_ports"}


def __getattr__(name: str) -> Any:
    """Load `Desk` at its first use: code that only processes records uses subpackages and none of the desk's verbs."""
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"workbench.desk.{_ROOMS[name]}"), name)
