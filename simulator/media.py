"""The Bot API's objects for what a message can hold besides text."""

from .files import StoredFile, picture_size
from .refusal import JSON


def photo(file: StoredFile) -> JSON:
    """One size, the original's; 1 × 1 if the bytes are no picture."""
    width, height = picture_size(file.content) or (1, 1)
    return {"photo": [file.body() | {"width": width, "height": height}]}


def document(file: StoredFile) -> JSON:
    """Any file with its name."""
    return {"document": file.body() | {"file_name": file.name, "mime_type": file.mime_type}}


def voice(file: StoredFile, duration: int = 1) -> JSON:
    """A voice note; duration in seconds."""
    return {"voice": file.body() | {"duration": duration, "mime_type": file.mime_type}}


def audio(file: StoredFile, duration: int = 1) -> JSON:
    """A piece of music."""
    return {"audio": file.body() | {"duration": duration, "file_name": file.name, "mime_type": file.mime_type}}


def video(file: StoredFile, duration: int = 1, width: int = 640, height: int = 360) -> JSON:
    """A video; the bytes are not looked into."""
    shape = {"duration": duration, "width": width, "height": height}
    return {"video": file.body() | shape | {"file_name": file.name, "mime_type": file.mime_type}}


def video_note(file: StoredFile, duration: int = 1) -> JSON:
    """A round video, as deaf people send signs."""
    return {"video_note": file.body() | {"length": 240, "duration": duration}}


def sticker(file: StoredFile, emoji: str | None = None) -> JSON:
    """A plain sticker."""
    shape: JSON = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
    return {"sticker": file.body() | shape | ({"emoji": emoji} if emoji else {})}


def location(latitude: float, longitude: float) -> JSON:
    """A point on the map, in degrees."""
    return {"location": {"latitude": latitude, "longitude": longitude}}


KINDS = {
    "photo": photo,
    "document": document,
    "voice": voice,
    "audio": audio,
    "video": video,
    "video_note": video_note,
    "sticker": sticker,
}
