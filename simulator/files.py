"""Files that people and bots sent, by file_id."""

import mimetypes
import struct
from base64 import b64decode, b64encode
from dataclasses import dataclass, field

from .refusal import JSON

KEPT_BYTES = 64 * 1024 * 1024  # the oldest files are let go beyond this


@dataclass(slots=True, frozen=True)
class StoredFile:
    """One file; path is where /file/bot<token>/ finds it."""

    id: str
    name: str
    mime_type: str
    content: bytes

    @property
    def path(self) -> str:
        """The file_path that getFile gives."""
        return f"files/{self.id}/{self.name}"

    def body(self) -> JSON:
        """The fields that every kind of file has in the Bot API."""
        return {"file_id": self.id, "file_unique_id": f"u{self.id}", "file_size": len(self.content)}


@dataclass(slots=True)
class Files:
    """All files of a world, newest kept."""

    by_id: dict[str, StoredFile] = field(default_factory=dict)
    total: int = 0
    count: int = 0

    def add(self, content: bytes, name: str, mime_type: str | None = None) -> StoredFile:
        """Keep a file under a new id."""
        self.count += 1
        name = name.replace("/", "_") or "file"
        guessed = mime_type or mimetypes.guess_type(name)[0] or "application/octet-stream"
        return self._keep(StoredFile(f"F{self.count:010d}", name, guessed, content))

    def _keep(self, file: StoredFile) -> StoredFile:
        self.by_id[file.id] = file
        self.total += len(file.content)
        while self.total > KEPT_BYTES and len(self.by_id) > 1:
            self.total -= len(self.by_id.pop(next(iter(self.by_id))).content)
        return file

    def dump(self) -> JSON:
        """As JSON, contents in base 64."""
        kept = [[f.id, f.name, f.mime_type, b64encode(f.content).decode()] for f in self.by_id.values()]
        return {"count": self.count, "kept": kept}

    def restore(self, dumped: JSON) -> None:
        """The reverse of dump."""
        self.by_id.clear()
        self.total, self.count = 0, dumped["count"]
        for file_id, name, mime_type, content in dumped["kept"]:
            self._keep(StoredFile(file_id, name, mime_type, b64decode(content)))


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a PNG, JPEG or GIF; None if it is no picture."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    if content.startswith((b"GIF87a", b"GIF89a")) and len(content) >= 10:
        width, height = struct.unpack("<HH", content[6:10])
        return width, height
    return _jpeg_size(content) if content.startswith(b"\xff\xd8") else None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4])
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return None
