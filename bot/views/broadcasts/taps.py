"""The buttons about announcements, for everybody and for who writes them."""

from __future__ import annotations

from typing import Literal

from bot.views.taps import Tap


class SwitchAnnouncements(Tap, name="announcements"):
    to: Literal["on", "off", "copy"] | None = None
    """`copy`: tapped under an announcement, which is to stay readable."""


class StopAnnouncements(Tap, name="stop"):
    pass


class ListBroadcasts(Tap, name="broadcasts"):
    pass


class NewBroadcast(Tap, name="broadcast.new"):
    language: str | None = None
