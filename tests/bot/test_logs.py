"""Logs for machines: one JSON object a line, and nothing that somebody wrote."""

from __future__ import annotations

import json
import re

import structlog

from bot.logs import SHOWN


def rendered(error: Exception) -> str:
    entry: object = {"event": "update failed", "exc_info": error}
    for processor in SHOWN:
        entry = processor(structlog.get_logger(), "error", entry)  # type: ignore[arg-type]
    return str(entry)


def test_a_traceback_shows_where_it_failed_and_not_what_was_said() -> None:
    try:
        try:
            raise ValueError("Zaïnab, Rue Inventée 7")
        except ValueError as error:
            raise RuntimeError("about Zaïnab") from error
    except RuntimeError as error:
        line = rendered(error)
    assert "\n" not in line
    told = re.sub(r"(?m)^    .*$", "", json.loads(line)["exception"])  # without the lines of code
    assert "Zaïnab" not in told
    assert told.index("ValueError\n") < told.index("RuntimeError\n"), "the cause first"
    assert "test_logs.py" in told


def test_what_was_hidden_on_purpose_stays_hidden() -> None:
    try:
        try:
            raise KeyError("phone")
        except KeyError:
            raise RuntimeError from None
    except RuntimeError as error:
        line = rendered(error)
    assert "KeyError" not in json.loads(line)["exception"]
