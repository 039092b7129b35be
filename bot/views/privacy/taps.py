"""The buttons about one's own data."""

from __future__ import annotations

from bot.views.taps import Tap


class ShowPrivacy(Tap, name="privacy"):
    pass
