"""Make a virtual environment with pip in it, also where Python came without `ensurepip`.

Debian and Ubuntu keep `ensurepip` in a package of its own (python3-venv), so on a fresh machine `python3 -m venv`
fails. The pip beside this file then installs itself, just as the one inside `ensurepip` would.
"""

import importlib.util
import subprocess
import sys
import venv
from pathlib import Path

PIP = next(Path(__file__).parent.glob("pip-*.whl"))


def main(folder: Path) -> int:
    if sys.version_info < (3, 11):  # noqa: UP036 - this file is what tells people so
        print(f"Relais needs Python 3.11 or newer, this is {sys.version.split()[0]}.", file=sys.stderr)
        return 1
    has_ensurepip = importlib.util.find_spec("ensurepip") is not None
    venv.create(folder, with_pip=has_ensurepip)
    if has_ensurepip:
        return 0
    pip = [folder / "bin" / "python", PIP / "pip", "install", "--quiet", "--no-index", PIP]
    return subprocess.run(pip, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
