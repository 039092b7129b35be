"""What a volunteer was shown is no longer in their chat once they need not see it: whatever happened, and even then."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.domain.notices import NoticeKind
from db.models.notices import Notice
from db.session import Sessions
from simulator.chat import Message
from tests.support.conversation import Desk, Talk
from tests.support.requesting import ADDRESS, NAME, PHONE, ask, settle, volunteer

SAID = "Tell nobody that my son is called Bilal"
HOLDER = "🔒 Name, phone, address"


class Scene:
    """Amina's request, held by Marc, who has looked; Sofie is another volunteer, Claire the coordinator."""

    def __init__(self, desk: Desk, amina: Talk, marc: Talk, sofie: Talk, claire: Talk) -> None:
        self.desk, self.amina, self.marc, self.sofie, self.claire = desk, amina, marc, sofie, claire


@pytest.fixture
async def scene(desk: Desk, sessions: Sessions) -> Scene:
    amina = await desk.person("Amina", "en").starts("en")
    marc = await volunteer(desk, sessions, "Marc")
    sofie = await volunteer(desk, sessions, "Sofie")
    claire = await desk.administrator("Claire", "en").starts("en")
    await ask(amina, reach="📞 By phone")
    await claims(marc)
    await marc.taps(HOLDER).sees(NAME, PHONE, ADDRESS, "goes from this chat after two days")
    await amina.says("/ask").forges("s1:talk:1").says(SAID)
    await settle(desk)
    assert private_in(marc) == [NAME, PHONE, ADDRESS, SAID]
    return Scene(desk, amina, marc, sofie, claire)


async def claims(talk: Talk) -> None:
    await talk.says("/board").forges("s1:board.claim:1").sees("is yours now")


def private_in(talk: Talk) -> list[str]:
    shown = "\n".join(message.text for message in talk.chat.visible)
    return [words for words in (NAME, PHONE, ADDRESS, SAID) if words in shown]


async def closed(scene: Scene) -> None:
    await scene.marc.says("/mine").forges("s1:claim.done:1.done").sees("is closed")


async def cancelled(scene: Scene) -> None:
    await scene.amina.forges("s1:ask.cancel:1.yes").sees("is cancelled")


async def released(scene: Scene) -> None:
    await scene.marc.says("/mine").forges("s1:claim.release:1.no_time").sees("on the board again")


async def handed_over(scene: Scene) -> None:
    await (
        scene.marc.says("/mine")
        .forges(f"s1:claim.hand:1.{scene.sofie.person.id}")
        .sees("stays yours until they say yes")
    )
    await scene.sofie.says("/board").forges("s1:claim.accept:1").sees("is yours now")


async def taken_back(scene: Scene) -> None:
    for days in (6, 4):
        scene.desk.world.clock.move(timedelta(days=days))
        await scene.desk.requests.look_after()


async def left(scene: Scene) -> None:
    await scene.marc.says("/profile").forges("s1:profile.left:")


async def deactivated(scene: Scene) -> None:
    await scene.claire.says("/team").forges(f"s1:team.deactivate:{scene.marc.person.id}")


async def erased_by_the_resident(scene: Scene) -> None:
    await scene.amina.says("/privacy").forges("s1:privacy.erased:").sees("Your data is deleted")


async def erased_by_the_volunteer(scene: Scene) -> None:
    await scene.marc.says("/privacy").forges("s1:privacy.erased:").sees("Your data is deleted")


EVENTS = (
    closed,
    cancelled,
    released,
    handed_over,
    taken_back,
    left,
    deactivated,
    erased_by_the_resident,
    erased_by_the_volunteer,
)
Event = Callable[[Scene], Awaitable[None]]


@pytest.mark.parametrize("happens", EVENTS)
@pytest.mark.parametrize("days", [0, 3])
async def test_it_is_gone_from_the_chat(scene: Scene, sessions: Sessions, happens: Event, days: int) -> None:
    """After three days in which the bot was down, Telegram does not delete it any more: then its words go."""
    scene.desk.world.clock.move(timedelta(days=days))
    await happens(scene)
    assert private_in(scene.marc) == [NAME, PHONE, ADDRESS, SAID], "nothing has been delivered yet"
    await dies_in_the_middle(scene, sessions)
    await settle(scene.desk)
    await settle(scene.desk)
    assert private_in(scene.marc) == []
    async with sessions() as session:
        states = (await session.scalars(select(Notice.state).where(Notice.kind == NoticeKind.REQUEST_TAKEN_AWAY))).all()
    assert set(states) == {"sent"}


async def dies_in_the_middle(scene: Scene, sessions: Sessions) -> None:
    """As if another run of the bot had begun to take it away, long enough ago."""
    begun = scene.desk.world.clock.now() - timedelta(hours=1)
    async with sessions.begin() as session:
        mine = update(Notice).where(Notice.kind == NoticeKind.REQUEST_TAKEN_AWAY)
        await session.execute(mine.values(state="sending", taken_by="a run that died", taken_at=begun))


async def test_it_goes_by_itself_after_two_days_and_the_holder_looks_again(scene: Scene) -> None:
    scene.desk.world.clock.move(timedelta(hours=46))
    await settle(scene.desk)
    assert NAME in private_in(scene.marc)
    scene.desk.world.clock.move(timedelta(hours=1))
    await settle(scene.desk)
    assert private_in(scene.marc) == [SAID], "the conversation goes on"
    assert not any("was private here" in message.text for message in scene.marc.chat.visible), "deleted, not edited"
    await scene.marc.says("/mine").forges("s1:claim.look:1").sees(NAME, PHONE, ADDRESS)


async def test_who_has_read_it_takes_it_away(scene: Scene) -> None:
    await scene.marc.taps("🙈 I have read it: take it away").sees("it goes from this chat now")
    await settle(scene.desk)
    assert private_in(scene.marc) == [SAID]
    await scene.marc.taps("⬅️ To the request").sees("You are helping with")


async def test_what_the_resident_reads_stays_with_them(scene: Scene) -> None:
    await scene.marc.says("/mine").forges("s1:talk:1").says("I come at ten")
    await settle(scene.desk)
    await closed(scene)
    await settle(scene.desk)
    assert any(message.text == "I come at ten" for message in scene.amina.chat.visible)


async def test_what_a_volunteer_wrote_goes_when_they_erase_their_data(scene: Scene, sessions: Sessions) -> None:
    await scene.marc.says("/mine").forges("s1:talk:1").says("I come at ten")
    await settle(scene.desk)
    await erased_by_the_volunteer(scene)
    await settle(scene.desk)
    assert not any(message.text == "I come at ten" for message in scene.amina.chat.visible)
    await scene.desk.requests.forget()
    async with sessions() as session:
        left = (await session.scalars(select(Notice))).all()
    assert not any(scene.marc.person.id in (notice.chat_id, *notice.params.values()) for notice in left)


async def test_a_coordinator_keeps_it_no_longer_either(scene: Scene) -> None:
    await scene.claire.forges("s1:desk.look:1").sees(NAME)
    await closed(scene)
    await settle(scene.desk)
    assert private_in(scene.claire) == []
    await scene.claire.forges("s1:desk.look:1").sees(NAME)
    scene.desk.world.clock.move(timedelta(hours=47))
    await settle(scene.desk)
    assert private_in(scene.claire) == []


def bodies(talk: Talk) -> list[Message]:
    return [message for message in talk.chat.visible if message.by_bot and {"photo", "voice"} & message.body.keys()]


@pytest.mark.parametrize("days", [0, 3])
async def test_voice_and_photo(desk: Desk, sessions: Sessions, days: int) -> None:
    """Of an old voice message only the words under it can go: so it goes in time, if the bot runs."""
    amina = await desk.person("Amina", "en").starts("en")
    marc = await volunteer(desk, sessions, "Marc")
    await amina.says("/ask").taps("➕ Ask for something").taps("📄 Papers and letters").taps("Cureghem")
    await amina.taps("Arabic").taps("➡️ Continue").does(amina.person.sends_voice).taps("⬅️ Back")
    await amina.does(amina.person.sends_photo).taps("🟠 This week").taps("➡️ Continue")
    await amina.taps("💬 Here in Telegram").says(NAME).says(ADDRESS).taps("✅ Yes").taps("✅ Send").sees("It is sent")
    await claims(marc)
    await marc.taps(HOLDER)
    assert [next(iter({"photo", "voice"} & m.body.keys())) for m in bodies(marc)] == ["photo", "voice"]
    desk.world.clock.move(timedelta(days=days))
    await marc.forges("s1:claim.done:1.done").sees("is closed")
    await settle(desk)
    await settle(desk)
    left_over = [next(iter({"photo", "voice"} & message.body.keys())) for message in bodies(marc)]
    assert left_over == (["voice"] if days else [])
    assert private_in(marc) == []


@pytest.mark.parametrize("end", ["✅ Send", "🗑 Throw it away"])
async def test_what_a_volunteer_typed_about_a_neighbour_goes_from_their_own_chat(
    desk: Desk, sessions: Sessions, end: str
) -> None:
    marc = await volunteer(desk, sessions, "Marc")
    await marc.says("/ask").taps("➕ Ask for something").taps("🧑‍🤝‍🧑 For a neighbour").taps("📄 Papers and letters")
    await marc.taps("Cureghem").taps("Arabic").taps("➡️ Continue").does(marc.person.sends_voice).taps("🟠 This week")
    await marc.taps("➡️ Continue").taps("📞 By phone").says(NAME).says(PHONE).says(ADDRESS).taps("✅ Yes")
    await settle(desk)
    assert private_in(marc) == [NAME, PHONE, ADDRESS], "as long as it is not sent"
    await marc.taps(end)
    await settle(desk)
    await settle(desk)
    assert private_in(marc) == []
    assert not any("voice" in message.body for message in marc.chat.visible)
