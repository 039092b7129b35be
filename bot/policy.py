"""What an operator may decide about requests and questions. Part of the settings: RELAIS_CLAIMS_AT_ONCE and so on."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from pydantic import BaseModel, Field

Days = Annotated[int, Field(ge=1, le=3650)]


class Policy(BaseModel):
    approve_requests: bool = False
    """Whether a coordinator reads a request before volunteers do."""
    claims_at_once: Annotated[int, Field(ge=1, le=100)] = 5
    """How many requests one volunteer may hold."""
    ask_after_days: Days = 5
    """Days without a sign from the volunteer until "how is it going?"."""
    back_after_days: Days = 3
    """Days without an answer to that until the request goes back to the board."""
    unclaimed_after_days: Days = 3
    """Days on the board until the coordinators are told."""
    expire_after_days: Days = 90
    """Days on the board, or waiting for approval, until a request is given up."""
    forget_drafts_after_days: Days = 14
    keep_private_days: Days = 30
    """Days after its end until a request loses everything but what is counted."""
    keep_questions_days: Days = 90
    """Days until a message that the bot did not understand, and that nobody filed, is forgotten."""
    network_group: int | None = None
    """The Telegram id of the network's public group, which gets the public part of each new request."""

    @property
    def ask_after(self) -> timedelta:
        return timedelta(days=self.ask_after_days)

    @property
    def back_after(self) -> timedelta:
        return timedelta(days=self.back_after_days)

    @property
    def unclaimed_after(self) -> timedelta:
        return timedelta(days=self.unclaimed_after_days)

    @property
    def expire_after(self) -> timedelta:
        return timedelta(days=self.expire_after_days)

    @property
    def forget_drafts_after(self) -> timedelta:
        return timedelta(days=self.forget_drafts_after_days)

    @property
    def keep_private(self) -> timedelta:
        return timedelta(days=self.keep_private_days)

    @property
    def keep_questions(self) -> timedelta:
        return timedelta(days=self.keep_questions_days)
