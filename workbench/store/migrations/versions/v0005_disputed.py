"""Claims whose reviewers' ratings differ have none in lists either; before, the last one stood there."""

from alembic import op

from workbench.store.reviews import repeat_anew

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    repeat_anew(op.get_bind())
