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


async def main(what: str) -> None:
    config = alembic_config()
    number = len(list((MIGRATIONS / "versions").glob("*.py"))) + 1

    def write(connection: Connection) -> None:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        command.revision(config, what, autogenerate=True, rev_id=f"{number:04}")

    with tempfile.TemporaryDirectory() as folder:
        engine = make_engine(f"sqlite+aiosqlite:///{folder}/empty.sqlite3")
        async with engine.begin() as connection:
            await connection.run_sync(write)
        await engine.dispose()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
