"""What bots may take away again, and until when, by both clients."""

from datetime import timedelta

from simulator.person import Person
from simulator.world import World
from tests.support.clients import Client

TOO_OLD = "message can't be deleted for everyone"


async def say(bot: Client, person: Person, *texts: str) -> list[int]:
    """The ids of the messages."""
    return [(await bot.bot.send_message(chat_id=person.id, text=text)).message_id for text in texts]


def shown(person: Person) -> list[str]:
    return [message.text for message in person.chat.visible]


async def test_what_is_not_there(bot: Client, amina: Person) -> None:
    sent = await say(bot, amina, "0", "1", "2", "3")
    assert await bot.bot.delete_message(chat_id=amina.id, message_id=sent[0])
    again = await bot.refusal("delete_message", "bad", chat_id=amina.id, message_id=sent[0])
    assert again == "message to delete not found"
    assert await bot.bot.delete_messages(chat_id=amina.id, message_ids=sent[:3])
    assert shown(amina) == ["/start", "3"]


async def test_until_two_days_after_it_was_sent(bot: Client, world: World, amina: Person) -> None:
    world.clock.freeze()
    sent = await say(bot, amina, "0", "1", "2")
    world.clock.move(timedelta(hours=48, seconds=-1))
    assert await bot.bot.delete_message(chat_id=amina.id, message_id=sent[0])
    assert await bot.bot.delete_messages(chat_id=amina.id, message_ids=[sent[1]])
    world.clock.move(timedelta(seconds=1))
    assert await bot.refusal("delete_message", "bad", chat_id=amina.id, message_id=sent[2]) == TOO_OLD
    assert await bot.refusal("delete_messages", "bad", chat_id=amina.id, message_ids=[sent[2]]) == TOO_OLD
    assert shown(amina) == ["/start", "2"]


async def test_with_one_that_is_too_old_none_goes(bot: Client, world: World, amina: Person) -> None:
    (old,) = await say(bot, amina, "old")
    world.clock.move(timedelta(hours=49))
    (new,) = await say(bot, amina, "new")
    assert await bot.refusal("delete_messages", "bad", chat_id=amina.id, message_ids=[new, old]) == TOO_OLD
    assert shown(amina) == ["/start", "old", "new"]
    assert await bot.bot.delete_messages(chat_id=amina.id, message_ids=[new, 999])
    assert shown(amina) == ["/start", "old"]
