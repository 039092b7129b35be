"""Somebody with Telegram on their phone, and what they do with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import media
from .chat import Chat, Message
from .entities import found_in
from .refusal import JSON

if TYPE_CHECKING:
    from .account import BotAccount
    from .world import World


@dataclass(slots=True, eq=False)
class Person:
    """Made by `World.person`. Each act becomes an update for the bot: the world's first unless a chat is given."""

    world: World
    id: int
    name: str
    language_code: str
    role: str  # a label for the page; the bot cannot see it
    deactivated: bool = False

    def user(self) -> JSON:
        """The Bot API's User object."""
        user = {"id": self.id, "is_bot": False, "first_name": self.name}
        return user | {"language_code": self.language_code} if self.language_code else user

    @property
    def chat(self) -> Chat:
        """The private chat with the world's first bot."""
        return self.world.chat(self)

    def opens(self, parameter: str = "", chat: Chat | None = None) -> Message:
        """Follow a link t.me/<bot>?start=<parameter>, or press Start; also how one comes back after a block."""
        chat = chat or self.chat
        if chat.blocked:
            self.unblocks(chat)
        return self.says(f"/start {parameter}".strip(), chat)

    def says(self, text: str, chat: Chat | None = None) -> Message:
        """Send a text as it is typed."""
        entities = found_in(text)
        return self.sends({"text": text} | ({"entities": entities} if entities else {}), chat)

    def sends(self, content: JSON, chat: Chat | None = None) -> Message:
        """Send any content (fields of the Bot API's Message); RuntimeError if this person blocked the bot."""
        chat = chat or self.chat
        if chat.blocked or self.deactivated:
            raise RuntimeError("somebody who blocked the bot, or whose account is gone, cannot write")
        chat.started = True
        return self.world.post(chat, content, self)

    def sends_file(
        self,
        kind: str,
        content: bytes = b"\x00",
        name: str = "file.bin",
        mime_type: str | None = None,
        caption: str = "",
        chat: Chat | None = None,
    ) -> Message:
        """Send a file as one of `media.KINDS`: photo, document, voice, audio, video, video_note, sticker."""
        stored = self.world.files.add(content, name, mime_type)
        said = {"caption": caption} if caption else {}
        return self.sends(media.KINDS[kind](stored) | said, chat)

    def sends_voice(self, content: bytes = b"OggS", chat: Chat | None = None) -> Message:
        """A voice note (Ogg Opus; the bytes are not looked into)."""
        return self.sends_file("voice", content, "voice.oga", "audio/ogg", chat=chat)

    def sends_sticker(self, content: bytes = b"RIFF", chat: Chat | None = None) -> Message:
        """A sticker."""
        return self.sends_file("sticker", content, "sticker.webp", "image/webp", chat=chat)

    def sends_photo(self, content: bytes = b"\xff\xd8", caption: str = "", chat: Chat | None = None) -> Message:
        """A photo (JPEG or PNG)."""
        return self.sends_file("photo", content, "photo.jpg", "image/jpeg", caption, chat)

    def sends_document(self, content: bytes, name: str, caption: str = "", chat: Chat | None = None) -> Message:
        """A file."""
        return self.sends_file("document", content, name, None, caption, chat)

    def sends_location(self, latitude: float, longitude: float, chat: Chat | None = None) -> Message:
        """Where this person is, in degrees."""
        return self.sends(media.location(latitude, longitude), chat)

    def sends_contact(self, phone_number: str, chat: Chat | None = None) -> Message:
        """This person's own phone number."""
        card = {"phone_number": phone_number, "first_name": self.name, "user_id": self.id}
        return self.sends({"contact": card}, chat)

    def edits(self, message: Message, text: str, chat: Chat | None = None) -> Message:
        """Change one's own text."""
        return self.world.edited_by_person(chat or self.chat, message, text)

    def taps(self, message: Message | None, button: str, chat: Chat | None = None) -> str | Message:
        """Tap an inline button of the message (its text or data: returns the callback query's id), or else the reply
        keyboard's button of that text (returns what was said by it). LookupError if there is none."""
        chat = chat or self.chat
        inline = message.button(button) if message else None
        if message and inline:
            if "callback_data" not in inline:
                raise LookupError(f"the button {button!r} opens something and tells the bot nothing")
            return self.forges_tap(message, inline["callback_data"], chat)
        rows = (chat.reply_keyboard or {}).get("keyboard", [])
        if not any(button == key["text"] for row in rows for key in row):
            raise LookupError(f"no button {button!r} to tap")
        if chat.reply_keyboard and chat.reply_keyboard.get("one_time_keyboard"):
            chat.reply_keyboard_hidden = True
        return self.says(button, chat)

    def forges_tap(self, message: Message, data: str, chat: Chat | None = None) -> str:
        """Send callback data that no button need hold, as a tampered client can; returns the query's id."""
        return self.world.tapped(chat or self.chat, self, message, data)

    def blocks(self, chat: Chat | None = None) -> None:
        """Block the bot."""
        self._set_blocked(chat or self.chat, True)

    def unblocks(self, chat: Chat | None = None) -> None:
        """Take the block back."""
        self._set_blocked(chat or self.chat, False)

    def deactivates(self) -> None:
        """Delete one's Telegram account."""
        self.deactivated = True

    def _set_blocked(self, chat: Chat, blocked: bool) -> None:
        if chat.blocked != blocked:
            chat.blocked = blocked
            self.world.bot_membership(
                chat, self, was="member" if blocked else "kicked", now="kicked" if blocked else "member"
            )

    @property
    def bot(self) -> BotAccount:
        """The world's first bot."""
        return self.world.only_bot
