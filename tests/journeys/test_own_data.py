"""What is kept of oneself: read, and erased."""

from __future__ import annotations

import json

from bot.domain.requests import RequestState
from bot.views.requests.taps import ShowBoard
from db.models.people import Person
from db.models.requests import HelpRequest, RequestPrivate
from db.session import Sessions
from tests.support.asking import NAME, PRIVATE, ask
from tests.support.conversation import Desk
from tests.support.reader import Reader, bare, check_language
from tests.support.requesting import settle


async def test_read_and_erased(desk: Desk, sessions: Sessions, amina: Reader, marc: Reader) -> None:
    code = await ask(amina)
    await marc.key(ShowBoard).picks_with(bare(code)).picks("🤝 I take it on")
    await amina.says("/privacy").reads("🔐 <b>My data</b>").picks("📄 See all my data")
    await amina.reads("📄 This file holds all that I know about you.")
    file = desk.world.files.by_id[amina.answer[-1].body["document"]["file_id"]].content
    assert NAME in json.dumps(json.loads(file), ensure_ascii=False)
    await amina.says("/privacy").picks("🗑 Delete my data", "↩️ No, keep it", "🗑 Delete my data")
    await amina.reads("🗑 <b>Delete all your data?</b>").picks("🗑 Yes, delete everything")
    await amina.reads("✅ Your data is deleted. Goodbye, and all the best!")
    await settle(desk)
    await marc.hears("✖️ {code} is cancelled. Nothing more to do.", code=code)
    async with sessions() as session:
        assert await session.get(Person, amina.person.id) is None
        assert await session.get(RequestPrivate, 1) is None
        left = await session.get_one(HelpRequest, 1)
    assert (left.state, left.for_person_id, left.sentence) == (RequestState.CANCELLED, None, None)
    check_language(amina, marc)
    marc.check_private(*PRIVATE)
