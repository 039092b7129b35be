"""Files that a bot sends and fetches."""

from collections.abc import Callable
from typing import Any

from .. import media
from ..account import BotAccount
from ..arguments import Upload
from ..files import StoredFile, picture_size
from ..formatting import caption
from ..refusal import JSON, bad_request
from ..world import World
from .sending import replying, send, spend, writable_chat

LARGEST_UPLOAD = 50 * 1024 * 1024  # bytes
LARGEST_PHOTO = 10 * 1024 * 1024
LARGEST_DOWNLOAD = 20 * 1024 * 1024
WITHOUT_CAPTION = {"sticker", "video_note"}
DETAILS = {
    "voice": ("duration",),
    "audio": ("duration",),
    "video": ("duration", "width", "height"),
    "video_note": ("duration",),
    "sticker": ("emoji",),
}
MIME_TYPES = {"photo": "image/jpeg", "voice": "audio/ogg", "sticker": "image/webp"}


def stored(world: World, arguments: JSON, kind: str, source: object) -> StoredFile:
    """The file that an upload, "attach://name" or a file_id means, checked as that kind."""
    if isinstance(source, str) and source.startswith("attach://"):
        source = arguments.get(source.removeprefix("attach://"))
    if isinstance(source, Upload):
        _check(source.content, kind)
        return world.files.add(source.content, source.name, source.mime_type or MIME_TYPES.get(kind))
    if isinstance(source, str) and source.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    if isinstance(source, str) and source in world.files.by_id:
        return world.files.by_id[source]
    raise bad_request("wrong remote file identifier specified: Wrong string length")


def _check(content: bytes, kind: str) -> None:
    if not content:
        raise bad_request("file must be non-empty")
    if len(content) > (LARGEST_PHOTO if kind == "photo" else LARGEST_UPLOAD):
        raise bad_request(f"too big {kind}" if kind == "photo" else "file is too big")
    if kind == "photo":
        size = picture_size(content)
        if size is None:
            raise bad_request("IMAGE_PROCESS_FAILED")
        if sum(size) > 10_000 or max(size) > 20 * min(size):
            raise bad_request("PHOTO_INVALID_DIMENSIONS")


def content_of(world: World, arguments: JSON, kind: str, source: object) -> JSON:
    """The message fields for a file of that kind."""
    if kind not in media.KINDS:
        raise bad_request(f"media of type {kind} are not implemented by the simulator")
    build: Callable[..., JSON] = media.KINDS[kind]
    details = {name: arguments[name] for name in DETAILS.get(kind, ()) if name in arguments}
    return build(stored(world, arguments, kind, source), **details)


def _sender(kind: str) -> Callable[[World, BotAccount, JSON], JSON]:
    def send_file(world: World, account: BotAccount, arguments: JSON) -> JSON:
        said = {} if kind in WITHOUT_CAPTION else caption(arguments)
        writable_chat(world, account, arguments["chat_id"])  # a refused file is not kept
        return send(world, account, arguments, content_of(world, arguments, kind, arguments[kind]) | said)

    return send_file


def send_media_group(world: World, account: BotAccount, arguments: JSON) -> list[JSON]:
    """An album of two to ten."""
    items = arguments["media"]
    if not 2 <= len(items) <= 10:
        raise bad_request("the media group must contain 2-10 items")
    chat = writable_chat(world, account, arguments["chat_id"])
    reply = replying(chat, arguments)
    contents = [content_of(world, arguments | item, item["type"], item["media"]) | caption(item) for item in items]
    for _ in items:
        spend(world, chat)
    album = str(account.next_message_id)
    return [world.post(chat, reply | {"media_group_id": album} | content, account).body for content in contents]


def get_file(world: World, account: BotAccount, arguments: JSON) -> JSON:
    """Where a file can be downloaded."""
    file = world.files.by_id.get(arguments["file_id"])
    if file is None:
        raise bad_request("invalid file_id")
    if len(file.content) > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    return file.body() | {"file_path": file.path}


METHODS: dict[str, Callable[[World, BotAccount, JSON], Any]] = {
    "sendPhoto": _sender("photo"),
    "sendDocument": _sender("document"),
    "sendVoice": _sender("voice"),
    "sendAudio": _sender("audio"),
    "sendVideo": _sender("video"),
    "sendVideoNote": _sender("video_note"),
    "sendSticker": _sender("sticker"),
    "sendMediaGroup": send_media_group,
    "getFile": get_file,
}
