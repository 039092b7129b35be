"""The buttons of what the bot did not understand: filing it, and whether it may be read."""

from __future__ import annotations

from bot.views.taps import Tap


class ShowInbox(Tap, name="inbox"):
    after: int = 0
    """The message that is left for later."""
