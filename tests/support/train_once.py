"""Runs a command that trains only once for what is the same, whichever process of the tests asks for it.

A lesson is the same on both kinds of database. What the command wrote and said the first time is handed out again.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path


def once(command: Sequence[str], kept: Path) -> tuple[str, ...]:
    """That command, which more options may follow. `kept`: a folder that all processes of this run share."""
    return sys.executable, __file__, str(kept), *command


def main(kept: Path, command: Sequence[str]) -> int:
    options = command[len([*takewhile(lambda word: not word.startswith("--"), command)]) :]
    given = dict(zip(options[::2], map(Path, options[1::2]), strict=True))
    to = given.pop("--to")
    model, said = (kept / f"{_digest(given)}.{kind}" for kind in ("npz", "json"))
    with said.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # whoever asks meanwhile waits
        if not said.exists():
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if to.exists():
                shutil.copy(to, model)
            said.write_text(json.dumps([done.returncode, done.stdout, done.stderr]))
    code, out, err = json.loads(said.read_text())
    if model.exists():
        shutil.copy(model, to)
    sys.stdout.write(out)
    sys.stderr.write(err)
    return int(code)


def _digest(given: dict[str, Path]) -> str:
    """Of the options and of what stands in the files."""
    digest = hashlib.sha256()
    for option, path in sorted(given.items()):
        for file in sorted(path.rglob("*.toml")) if path.is_dir() else [path]:
            digest.update(f"{option} {file.relative_to(path)}\n".encode() + file.read_bytes())
    return digest.hexdigest()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
