"""The questions of asking for help, and how each is answered."""

from __future__ import annotations

from typing import get_args

from bot.domain.requests import ContactWay
from bot.usecases.desk import Desk
from bot.views.requests.form_taps import PickedStep, PrivateStep, PublicStep, Step
from db.models.requests import HelpRequest

PUBLIC: tuple[PublicStep, ...] = get_args(PublicStep)
PRIVATE: tuple[PrivateStep, ...] = get_args(PrivateStep)
PICKED: tuple[PickedStep, ...] = get_args(PickedStep)
TYPED: tuple[Step, ...] = ("sentence", "when", *PRIVATE)
SEVERAL: tuple[Step, ...] = ("languages", "when")
MAY_BE_SKIPPED = PRIVATE


def steps(desk: Desk, draft: HelpRequest) -> list[Step]:
    """The questions, in their order."""
    public = [step for step in PUBLIC if step != "area" or desk.directory.organization.areas]
    needs_no_number = draft.for_person_id is not None and draft.reach != ContactWay.PHONE
    private = [step for step in PRIVATE if step != "phone" or not needs_no_number]
    return [*public, *private, "consent"]


def first_open(desk: Desk, draft: HelpRequest) -> Step:
    """The question with which to go on."""
    for step in steps(desk, draft):
        if step == "when" or step in PRIVATE:
            continue
        if not getattr(draft, step):
            return step
    return "consent"
