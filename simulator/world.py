"""Everything there is in a simulated Telegram, in one event loop."""

from __future__ import annotations

from .account import BotAccount
from .chat import Chat, Message
from .clock import Clock
from .entities import found_in
from .events import Events, Subscription
from .faults import Faults
from .files import Files
from .inbox import Inbox
from .pacing import Generous, Pacing
from .person import Person
from .refusal import JSON

FIRST_PERSON_ID = 5_000_000_001
FIRST_GROUP_ID = -1_000_000_001
HISTORY = 1000  # messages kept of each chat


class World:
    """Bots, people and their chats. Acts of people become updates; what bots send appears in the chats."""

    def __init__(self, clock: Clock | None = None, history: int = HISTORY) -> None:
        self.clock = clock or Clock()
        self.history = history
        self.bots: dict[str, BotAccount] = {}  # by token
        self.people: dict[int, Person] = {}  # by Telegram id
        self.chats: dict[tuple[int, int], Chat] = {}  # by bot id and chat id
        self.files = Files()
        self.faults = Faults()
        self.pacing: Pacing = Generous()
        self.events = Events()

    def bot(self, token: str, name: str = "Relais", username: str = "relais_bot") -> BotAccount:
        """Register a bot, or find it by its token (`<digits>:<secret>`, else ValueError)."""
        if token not in self.bots:
            number, _, secret = token.partition(":")
            if not number.isdecimal() or not secret:
                raise ValueError("a token is a number, a colon and a secret")
            inbox = Inbox(self.clock)
            self.bots[token] = BotAccount(token, int(number), name, username, inbox, opened_at=self.clock.elapsed())
        return self.bots[token]

    @property
    def only_bot(self) -> BotAccount:
        """The bot registered first; LookupError if there is none."""
        for account in self.bots.values():
            return account
        raise LookupError("no bot is registered")

    def person(self, name: str, language_code: str = "", role: str = "", id: int | None = None) -> Person:
        """Somebody new, whose phone is in that language (IETF code, "" if it does not tell)."""
        number = id or FIRST_PERSON_ID + len(self.people)
        person = self.people[number] = Person(self, number, name, language_code, role)
        self.events.tell("people")
        return person

    def chat(self, person: Person, bot: BotAccount | None = None) -> Chat:
        """The private chat of a person and a bot (the first by default), empty until somebody writes."""
        account = bot or self.only_bot
        key = (account.id, person.id)
        if key not in self.chats:
            self.chats[key] = Chat(account, person.id, person, self.history)
        return self.chats[key]

    def group(self, title: str, members: list[Person], bot: BotAccount | None = None) -> Chat:
        """A group to which somebody has just added the bot; it hears everything that is said there."""
        account = bot or self.only_bot
        number = FIRST_GROUP_ID - len(self.chats)
        chat = Chat(account, number, None, self.history, "group", title, list(members), started=True)
        self.chats[account.id, number] = chat
        self.bot_membership(chat, members[0], was="left", now="member")
        return chat

    def upgrade(self, group: Chat) -> Chat:
        """Make a group a supergroup: it gets a new id, and the old one refuses with migrate_to_chat_id."""
        number = int(f"-100{-group.id}")
        group.migrated_to = number
        grown = Chat(group.account, number, None, self.history, "supergroup", group.title, group.members, started=True)
        self.chats[group.account.id, number] = grown
        self.post(group, {"migrate_to_chat_id": number}, group.members[0])
        self.post(grown, {"migrate_from_chat_id": group.id}, group.members[0])
        return grown

    def post(self, chat: Chat, content: JSON, author: Person | BotAccount) -> Message:
        """Put a message into a chat; the bot gets an update if a person wrote it."""
        body = {
            "message_id": chat.account.number(),
            "from": author.user(),
            "chat": chat.body(),
            "date": self.clock.timestamp(),
            **content,
        }
        message = chat.add(Message(body, by_bot=isinstance(author, BotAccount)))
        if isinstance(author, Person):
            chat.account.inbox.put("message", chat.id, body)
        else:
            chat.action = None
        self.events.tell("message", chat.id)
        return message

    def edited_by_person(self, chat: Chat, message: Message, text: str) -> Message:
        """A person's own message with another text."""
        body = {key: value for key, value in message.body.items() if key != "entities"}
        entities = found_in(text)
        message.body = (
            body | {"text": text, "edit_date": self.clock.timestamp()} | ({"entities": entities} if entities else {})
        )
        message.edited_count += 1
        chat.account.inbox.put("edited_message", chat.id, message.body)
        self.events.tell("edit", chat.id)
        return message

    def tapped(self, chat: Chat, person: Person, message: Message, data: str) -> str:
        """A callback query for the bot; returns its id."""
        if chat.blocked or person.deactivated:
            raise RuntimeError("somebody who blocked the bot, or whose account is gone, cannot tap")
        query_id = chat.account.asked(chat.id, self.clock.timestamp())
        query = {
            "id": query_id,
            "from": person.user(),
            "message": message.seen_by_bot(),
            "chat_instance": str(chat.id * 7919),
            "data": data,
        }
        chat.account.inbox.put("callback_query", chat.id, query)
        return query_id

    def bot_membership(self, chat: Chat, by: Person, was: str, now: str) -> None:
        """Tell the bot that its place in a chat changed ("member", "left", or "kicked" when blocked)."""

        def member(status: str) -> JSON:
            place: JSON = {"status": status, "user": chat.account.user()}
            return place | {"until_date": 0} if status == "kicked" else place

        change = {
            "chat": chat.body(),
            "from": by.user(),
            "date": self.clock.timestamp(),
            "old_chat_member": member(was),
            "new_chat_member": member(now),
        }
        chat.account.inbox.put("my_chat_member", chat.id, change)
        self.events.tell("blocked", chat.id)

    def subscribe(self) -> Subscription:
        """Events from now on: `with world.subscribe() as events: async for event in events: …`."""
        return self.events.subscribe()
