"""The buttons about meetings, for guests and for who plans them."""

from __future__ import annotations

from bot.views.taps import Tap


class ShowMeetings(Tap, name="meetings"):
    pass
