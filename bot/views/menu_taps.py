"""The buttons of the way in: menu, help, language."""

from __future__ import annotations

from bot.views.taps import Tap


class ShowMenu(Tap, name="menu"):
    parameter: str = ""
    """Of `/start …`: a language, an invitation, a request's code. No button holds one."""


class ShowHelp(Tap, name="help"):
    pass


class ChooseLanguage(Tap, name="language"):
    code: str | None = None
