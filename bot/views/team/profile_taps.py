"""The buttons about what somebody in the team says of themselves."""

from __future__ import annotations

from datetime import time
from typing import Literal

from bot.usecases.desk import Part
from bot.views.taps import Tap
from db.models.team import Notify


class ShowProfile(Tap, name="profile"):
    first: Literal["n"] | None = None
    """At the end of the first questions."""


class PickProfile(Tap, name="profile.pick"):
    part: Part
    first: bool = False
    """Just after joining: one question follows the other."""
    value: str | None = None
    """Chosen, or not any more; without it, only asked."""


class PickAlerts(Tap, name="profile.notify"):
    when: Notify | None = None


class AskQuietHours(Tap, name="profile.quiet"):
    start: time | None = None
    """Chosen already: then until when?"""


class SetQuietHours(Tap, name="profile.hours"):
    """Without times there are none any more."""

    start: time | None = None
    end: time | None = None


class AskLeave(Tap, name="profile.leave"):
    pass


class LeaveTeam(Tap, name="profile.left"):
    pass
