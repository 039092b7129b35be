"""The buttons about who is in the team, and what they say of themselves."""

from __future__ import annotations

from typing import Literal

from bot.views.taps import Tap


class ShowTeam(Tap, name="team"):
    page: int = 0


class Invite(Tap, name="invite"):
    role: str | None = None


class JoinInLanguage(Tap, name="join.language"):
    code: str


class ShowProfile(Tap, name="profile"):
    first: Literal["n"] | None = None
    """At the end of the first questions."""
