"""relayed messages as everywhere

0005 was changed after it had landed: databases made before have a column of `relay_message` that nothing reads, and an
index on it where others have one on `to_id`. What stands otherwise is mended; where all is well nothing changes.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    found = sa.inspect(op.get_bind())
    columns = {column["name"] for column in found.get_columns("relay_message")}
    indexes = {index["name"] for index in found.get_indexes("relay_message")}

    with op.batch_alter_table("relay_message", schema=None) as batch_op:
        if "ix_relay_message_arrived" in indexes:
            batch_op.drop_index("ix_relay_message_arrived")
        if "sent_message_id" in columns:
            batch_op.drop_column("sent_message_id")
        if "ix_relay_message_to_id" not in indexes:
            batch_op.create_index(batch_op.f("ix_relay_message_to_id"), ["to_id"], unique=False)


def downgrade() -> None:
    """Nothing: 0007 as it is now has the same tables."""
