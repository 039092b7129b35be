"""The form of a request, as everybody fills it in who is not tested for it."""

from __future__ import annotations

from bot.views.requests.taps import ShowOwnRequests
from tests.support.reader import Reader

NAME, PHONE, ADDRESS = "Zohra Benkirane", "0470 98 76 54", "Rue du Chimiste 34"
PRIVATE = (NAME, PHONE, ADDRESS)
SENTENCE = "Zum Rathaus, bitte"  # in none of the languages


async def fill_in(reader: Reader, reach: str = "📞 By phone", number: bool = True) -> Reader:
    """From the first question to the summary; `number`: whether one is asked for."""
    reader.reads("🧩 <b>What is it about?</b>").picks_with(".topic.administrative")
    reader.reads("📍 <b>In which neighbourhood?</b>").picks_with(".area.cureghem")
    reader.picks_with(".languages.ar").picks("➡️ Continue").writes(SENTENCE)
    reader.reads("⏱ <b>How urgent is it?</b>").picks("🟠 This week")
    reader.reads("📅 <b>When does it suit?</b>\nTap days, or write it: “Monday after 4”. Then “Continue”.")
    reader.picks("➡️ Continue", reach).writes(NAME)
    if number:
        reader.writes(PHONE)
    return await reader.writes(ADDRESS).picks("✅ Yes")


async def ask(reader: Reader, reach: str = "💬 Here in Telegram") -> str:
    """A request of one's own, sent; returns its code."""
    await reader.key(ShowOwnRequests).picks("➕ Ask for something")
    await fill_in(reader, reach, number=reach == "📞 By phone")
    await reader.picks("✅ Send")
    await reader.reads("✅ <b>It is sent.</b> Its number is {code}.", code=reader.code())
    return reader.code()
