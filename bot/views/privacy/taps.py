"""The buttons about one's own data."""

from __future__ import annotations

from bot.views.taps import Tap


class ShowPrivacy(Tap, name="privacy"):
    pass


class ExportData(Tap, name="privacy.export"):
    pass


class AskErase(Tap, name="privacy.erase"):
    pass


class EraseData(Tap, name="privacy.erased"):
    pass
