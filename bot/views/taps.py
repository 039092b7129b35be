"""Taps: what each button says, as a small frozen class with typed fields.

`CloseClaim(12, Outcome.DONE)` becomes `claim.close:12.done` and is read back from it. Classes stand beside the views of
their topic; here they are packed and unpacked, and nowhere else. Whatever cannot be read is an old button.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields
from typing import Any, ClassVar, NamedTuple, dataclass_transform, get_type_hints

from bot.views.tap_fields import codec_of

VERSION = "s1"
"""Begins every button's data; another one is for the day on which all buttons so far become old."""
LONGEST = 64  # bytes of callback_data: InlineKeyboardButton, Bot API 10.1


class OldTapError(ValueError):
    """No button of today says this."""


@dataclass_transform(frozen_default=True)
class Tap:
    """The base of all. A class keeps its name as long as its fields mean the same: whoever changes them gives it a new
    one, so that buttons in people's chats become old and not something else.

    Types of fields: those of `bot.views.tap_fields`. What may be left out comes last, with a default. Only the last
    field may hold the separator.
    """

    name: ClassVar[str]
    separator: ClassVar[str]
    forms: ClassVar[frozenset[str]]
    """The forms in which this button may be tapped without leaving them, where it is about the same thing."""

    def __init_subclass__(cls, *, name: str, forms: tuple[str, ...] = (), separator: str = ".") -> None:
        assert name not in TAPS, f"two taps are called {name}"
        cls.name, cls.forms, cls.separator = name, frozenset(forms), separator
        TAPS[name] = dataclass(frozen=True)(cls)

    @property
    def about(self) -> object:
        """What a form is about: the first field."""
        first = next(iter(fields(self)), None)  # type: ignore[arg-type]
        return getattr(self, first.name) if first else None

    def stays_in(self, asked: Tap) -> bool:
        """Whether this tap belongs to the form whose question `asked` is."""
        return bool(self.forms & asked.forms) and self.about in (None, asked.about)


TAPS: dict[str, type[Tap]] = {}
"""Each kind of button by its name."""


def pack(tap: Tap) -> str:
    """`name:field.field`, without what is left out at the end. ValueError for what would be read as something else."""
    codecs = list(_codecs(type(tap)))
    while codecs and getattr(tap, codecs[-1].field) == codecs[-1].default:
        codecs.pop()
    written = [codec.write(getattr(tap, codec.field)) for codec in codecs]
    if any(tap.separator in one for one in written[:-1]):
        raise ValueError(f"{tap.name}: only the last field may hold {tap.separator!r}")
    return f"{tap.name}:{tap.separator.join(written)}"


def unpack(packed: str) -> Tap:
    """OldTapError for what no class here has packed."""
    name, colon, item = packed.partition(":")
    kind = TAPS.get(name) if colon else None
    if kind is None:
        raise OldTapError(name)
    codecs = _codecs(kind)
    parts = item.split(kind.separator, max(len(codecs) - 1, 0)) if item else []
    if len(parts) > len(codecs):
        raise OldTapError(name)
    values: dict[str, Any] = {}
    for codec, part in zip(codecs, [*parts, *[""] * (len(codecs) - len(parts))], strict=True):
        if part or codec.default is MISSING:
            try:
                values[codec.field] = codec.read(part)
            except ValueError:
                raise OldTapError(name) from None
    return kind(**values)


def data_of(tap: Tap) -> str:
    """As a button's callback data. ValueError where it is longer than Telegram takes."""
    data = f"{VERSION}:{pack(tap)}"
    if len(data.encode()) > LONGEST:
        raise ValueError(f"{tap.name}: {len(data.encode())} bytes are more than Telegram takes")
    return data


def tap_in(data: str | None) -> Tap | None:
    """What was tapped; None for an old button."""
    version, _, packed = (data or "").partition(":")
    if version != VERSION:
        return None
    try:
        return unpack(packed)
    except OldTapError:
        return None


class _Codec(NamedTuple):
    field: str
    default: Any
    write: Callable[[Any], str]
    read: Callable[[str], Any]


_CODECS: dict[str, tuple[_Codec, ...]] = {}


def _codecs(kind: type[Tap]) -> tuple[_Codec, ...]:
    """Made when first needed: only then are all names known that its fields' types are made of."""
    if kind.name not in _CODECS:
        hints, own = get_type_hints(kind), fields(kind)  # type: ignore[arg-type]
        _CODECS[kind.name] = tuple(_Codec(f.name, f.default, *codec_of(hints[f.name])) for f in own)
    return _CODECS[kind.name]
