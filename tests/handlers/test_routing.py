"""What no button and no command of ours says."""

from __future__ import annotations

import pytest

from tests.support.conversation import Desk


async def test_an_unknown_command_gets_the_buttons(desk: Desk) -> None:
    amina = desk.person("Amina", "ar")
    await amina.says("/nosuchthing now").sees("لا أعرف هذا الأمر").sees_buttons("🕒 أوقات العمل")


@pytest.mark.parametrize(
    "data", ["s1", "s0:hours:", "hours", "s1:nosuch:x", "s1:hours:a:b", "s1:menu", "\x00", "é" * 32]
)
async def test_an_old_or_forged_button_becomes_a_menu(desk: Desk, data: str) -> None:
    await desk.person("Ionela", "ro").says("/help").forges(data).sees("Acest buton este vechi").sees_edit()
