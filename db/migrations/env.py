"""Alembic's entry: the connection is handed in by db/schema.py."""

from typing import Any, Literal

from alembic import context

from db.base import Base, UTCDateTime
from db.models import broadcasts, directory, learning, meetings, notices, people, requests, team  # noqa: F401 - the metadata


def render(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """A migration must not change its meaning when our types do."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, UTCDateTime) else False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    render_item=render,
)
with context.begin_transaction():
    context.run_migrations()
