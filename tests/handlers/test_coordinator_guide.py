"""The coordinators' guide, followed to the letter."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from tests.support.announcing import received
from tests.support.conversation import Desk, Talk

GUIDE = Path(__file__).parents[2] / "docs" / "coordinator-guide.md"
STEP = re.compile(r"^\d\. (.+(?:\n   .+)*)", re.MULTILINE)
ACT = re.compile(r"\*\*(?P<taps>[^*]+)\*\*|`(?P<says>[^`]+)`|“(?P<sees>[^”]+)”")


async def follow(desk: Desk, claire: Talk, step: str) -> None:
    """Bold is tapped, code is written, and what is quoted is seen."""
    for act in ACT.finditer(" ".join(step.split())):
        if act["taps"]:
            await claire.taps(act["taps"])
        elif act["says"]:
            await claire.says(act["says"])
        elif act["sees"] != "Send a new message":  # the other choice
            await claire.sees(act["sees"])
        if act["taps"] == "✅ Yes, send":
            await desk.beat()


async def test_each_step_of_the_guide_does_what_it_says(desk: Desk, residents: dict[str, Talk]) -> None:
    claire = await desk.administrator("Claire", "en").starts("en")
    await residents["fr"].says("quelle est la capitale de l'australie").taps("✅ Oui, d’accord")
    steps = STEP.findall(GUIDE.read_text(encoding="utf-8"))
    assert len(steps) == 30
    for step in steps:
        await follow(desk, claire, step)
    assert received(residents["fr"]) == ["Portes ouvertes dimanche, 14 h."]
    assert received(residents["nl"]) == ["Open deur zaterdag om 14.00 uur."]
    assert received(residents["ar"]) == ["Portes ouvertes dimanche, 14 h."]
    assert desk.world.clock.now() < datetime(2026, 11, 23, tzinfo=UTC)
