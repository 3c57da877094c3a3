"""The verbs of the product: take in, research, judge, publish.

The command line and the screens are two faces of one `Desk`. A rule that both need stands here, and
neither face grows one of its own. The desk knows ports and the pure rooms; `workbench.bootstrap` hands it the rest.
"""

from workbench.desk.desk import Desk
from workbench.desk.desk_ports import DeskPorts

__all__ = ["Desk", "DeskPorts"]
