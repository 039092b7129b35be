"""What one bot and one person (or one group) have written to each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .refusal import JSON

if TYPE_CHECKING:
    from .account import BotAccount
    from .person import Person


@dataclass(slots=True, eq=False)
class Message:
    """A message as it stands now: `body` is the Bot API's Message object, replaced (never changed) by an edit."""

    body: JSON
    by_bot: bool
    deleted: bool = False
    edited_count: int = 0
    has_reply_keyboard: bool = False  # Telegram refuses to edit such a message

    @property
    def id(self) -> int:
        """The message_id, unique among all chats of one bot."""
        return int(self.body["message_id"])

    @property
    def text(self) -> str:
        """Text or caption without markup; empty if it has neither."""
        return str(self.body.get("text", self.body.get("caption", "")))

    @property
    def buttons(self) -> list[list[JSON]]:
        """Rows of inline buttons (InlineKeyboardButton objects)."""
        rows: list[list[JSON]] = self.body.get("reply_markup", {}).get("inline_keyboard", [])
        return rows

    def seen_by_bot(self) -> JSON:
        """The body, or of a deleted message the little that Telegram still says (InaccessibleMessage)."""
        if self.deleted:
            return {"chat": self.body["chat"], "message_id": self.id, "date": 0}
        return self.body

    def button(self, label: str) -> JSON | None:
        """The inline button with that text or that callback data."""
        return next(
            (b for row in self.buttons for b in row if label in (b["text"], b.get("callback_data"))),
            None,
        )


@dataclass(slots=True)
class CallbackAnswer:
    """What a tap brought up: a toast, or an alert to close; text is empty if the bot only stopped the spinner."""

    query_id: str
    text: str
    alert: bool
    url: str | None = None


@dataclass(slots=True, eq=False)
class Chat:
    """One conversation. The newest `history` messages are kept, deleted ones included (and flagged)."""

    account: BotAccount
    id: int
    person: Person | None  # None in a group
    history: int
    kind: str = "private"
    title: str = ""
    members: list[Person] = field(default_factory=list)
    started: bool = False  # the person wrote first, so the bot may
    blocked: bool = False
    migrated_to: int | None = None
    reply_keyboard: JSON | None = None  # ReplyKeyboardMarkup now shown
    reply_keyboard_hidden: bool = False  # a one-time keyboard that was used: folded away, not gone
    pinned: list[int] = field(default_factory=list)
    answers: list[CallbackAnswer] = field(default_factory=list)
    action: str | None = None  # the last sendChatAction ("typing"), until the next message
    menu_button: JSON | None = None
    by_id: dict[int, Message] = field(default_factory=dict)

    @property
    def messages(self) -> list[Message]:
        """All that is kept, oldest first."""
        return list(self.by_id.values())

    @property
    def visible(self) -> list[Message]:
        """What the person sees when scrolling: messages not deleted, oldest first."""
        return [message for message in self.by_id.values() if not message.deleted]

    @property
    def last(self) -> Message | None:
        """The newest message that the person sees."""
        return next((m for m in reversed(self.by_id.values()) if not m.deleted), None)

    @property
    def commands(self) -> list[JSON]:
        """The command list that this person's phone shows (BotCommand objects), by scope and language."""
        return self.account.profile.commands_for(self.id, self.person.language_code if self.person else "", self.kind)

    def message(self, message_id: int) -> Message | None:
        """A message not deleted, by its id."""
        message = self.by_id.get(message_id)
        return message if message and not message.deleted else None

    def add(self, message: Message) -> Message:
        """Keep a new message and let go of the oldest."""
        self.by_id[message.id] = message
        if len(self.by_id) > self.history:
            del self.by_id[next(iter(self.by_id))]
        return message

    def answered(self, answer: CallbackAnswer) -> None:
        """Keep the answer to a tap, and not more of them than messages."""
        self.answers.append(answer)
        del self.answers[: -self.history]

    def body(self) -> JSON:
        """The Bot API's Chat object."""
        if self.person:
            return {"id": self.id, "type": "private", "first_name": self.person.name}
        return {"id": self.id, "type": self.kind, "title": self.title}
