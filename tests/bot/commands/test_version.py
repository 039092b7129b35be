"""`python -m bot --version`."""

from __future__ import annotations

import argparse
import tomllib

import pytest

from bot.commands.version import PROJECT, ShowVersion, version


def test_it_is_the_projects_and_is_read_only_when_somebody_asks(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--version", action=ShowVersion)
    monkeypatch.setattr("bot.commands.version.version", lambda: pytest.fail("nobody has asked"))
    parser.parse_args([])
    monkeypatch.undo()
    with pytest.raises(SystemExit) as ended:
        parser.parse_args(["--version"])
    assert not ended.value.code
    assert capsys.readouterr().out == f"Relais {version()}\n"
    assert version() == tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["version"]
