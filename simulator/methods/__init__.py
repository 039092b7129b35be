"""The Bot API's methods, each as `(world, account, arguments) -> result`; what they refuse is a RefusedError."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from ..account import BotAccount
from ..refusal import JSON
from ..world import World
from . import about, chats, editing, media, profile, receiving, sending
from .receiving import Perform

Method = Callable[[World, BotAccount, JSON], Any | Awaitable[Any]]


def methods(perform: Perform) -> dict[str, Method]:
    """All of them by name. `perform` calls one of them, for a webhook whose response asks for it."""
    return {
        **about.METHODS,
        **chats.METHODS,
        **editing.METHODS,
        **media.METHODS,
        **profile.METHODS,
        **receiving.methods(perform),
        **sending.METHODS,
    }
