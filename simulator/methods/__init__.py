"""The Bot API's methods, each as `(world, account, arguments) -> result`; what they refuse is a RefusedError."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from ..account import BotAccount
from ..refusal import JSON
from ..world import World
from . import about, chats, editing, media, profile, receiving, sending

Method = Callable[[World, BotAccount, JSON], Any | Awaitable[Any]]

METHODS: dict[str, Method] = {
    **about.METHODS,
    **chats.METHODS,
    **editing.METHODS,
    **media.METHODS,
    **profile.METHODS,
    **receiving.METHODS,
    **sending.METHODS,
}
