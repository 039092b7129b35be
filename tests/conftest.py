"""Brings in what tests ask for: not where xdist only hands the tests out, whom all the workers would wait for."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

LES_PISSENLITS = Path(__file__).parent.parent / "organisations" / "les-pissenlits"


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("dist", "no") != "no" and not hasattr(config, "workerinput"):
        return
    gc.disable()  # nothing is garbage yet
    config.pluginmanager.import_plugin("tests.support.fixtures")

    from tests.support import forks

    forks.begin()


def pytest_collection_finish() -> None:
    """As `bot.app.run` does when all is loaded."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
    gc.enable()
