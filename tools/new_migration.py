"""Write the next migration from the difference between the models and a fresh database: make migration WHAT="…"."""

import asyncio
import sys
import tempfile
from pathlib import Path

from alembic import command
from sqlalchemy import Connection

sys.path.insert(0, str(Path(__file__).parent.parent))

from db.schema import MIGRATIONS, alembic_config
from db.session import make_engine

NEXT = """{written} is a first draft by Alembic. Now:
1. Read it. Rows that exist need a value in each new column, and {folder}/env.py must import
   each new file of db/models.
2. Go up and down on both databases: .venv/bin/python -m pytest tests/db/test_schema.py
3. When it is as it will land, add its line to {folder}/landed.sha256. The line is what
   .venv/bin/python -m pytest tests/db/test_landed_migrations.py asks for. From then on nobody edits it: databases that
   have been through it would never hear of it."""


async def main(what: str, migrations: Path = MIGRATIONS) -> None:
    """`migrations`: another folder, for the test."""
    config = alembic_config()
    config.set_main_option("script_location", str(migrations))
    before = set((migrations / "versions").glob("*.py"))

    def write(connection: Connection) -> None:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        command.revision(config, what, autogenerate=True, rev_id=f"{len(before) + 1:04}")

    with tempfile.TemporaryDirectory() as folder:
        engine = make_engine(f"sqlite+aiosqlite:///{folder}/empty.sqlite3")
        async with engine.begin() as connection:
            await connection.run_sync(write)
        await engine.dispose()
    (written,) = set((migrations / "versions").glob("*.py")) - before
    print(NEXT.format(written=_shown(written), folder=_shown(migrations)))


def _shown(path: Path) -> Path:
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], *map(Path, sys.argv[2:])))
