"""Nouns of documents and claims may be packed (see `workbench.store.compression`), which programs before this revision cannot read.

Rows that are there stay as they were written: nothing that was said is rewritten. A copy (`workbench db copy`) packs them.
"""

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change nothing but the revision."""
