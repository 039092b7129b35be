"""Make a virtual environment with pip in it.

Debian and Ubuntu ship Python without `ensurepip` (it is in the package python3-venv), so on a fresh machine
`python3 -m venv` fails. Then the pip of the system is used where there is one; else one line says what to install.
"""

import importlib.util
import sys
import venv
from pathlib import Path


def main(folder: Path) -> int:
    if sys.version_info < (3, 11):
        print(f"Relais needs Python 3.11 or newer, this is {sys.version.split()[0]}.", file=sys.stderr)
        return 1
    has_ensurepip = importlib.util.find_spec("ensurepip") is not None
    venv.create(folder, with_pip=has_ensurepip)
    if has_ensurepip:
        return 0
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
