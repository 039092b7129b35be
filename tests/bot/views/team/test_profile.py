"""What a volunteer says about themselves."""

from __future__ import annotations

from bot.views.reader import Reader
from bot.views.team import profile as views
from bot.views.team.profile_taps import AskLeave, PickProfile, ShowProfile
from db.models.team import Volunteer
from tests.support.screens import TYPED, in_each_language, shows_as_typed, taps


def volunteer() -> Volunteer:
    return Volunteer(
        name=TYPED,
        languages=["ar"],
        areas=[],
        topics=["gone"],
        days=["MO"],
        notify="now",
        quiet_from=None,
        quiet_to=None,
    )


def test_all_of_it_with_a_button_for_each_part(readers: dict[str, Reader]) -> None:
    for shown in (views.profile, views.done):
        screen = in_each_language(readers, lambda reader, shown=shown: shown(reader, volunteer()))["en"]  # type: ignore[misc]
        assert shows_as_typed(screen)
        assert {PickProfile(part) for part in views.PARTS} | {AskLeave()} <= set(taps(screen))
        assert "Days: Monday" in screen.text
        assert "Topics: not said yet" in screen.text, "a service that is gone is no topic"


def test_the_first_questions_follow_one_another(readers: dict[str, Reader]) -> None:
    for part, following in zip(views.PARTS, [*views.PARTS[1:], None], strict=True):
        screen = in_each_language(
            readers,
            lambda reader, part=part: views.ask(reader, volunteer(), part, first=True),  # type: ignore[misc]
        )["en"]
        way_on = PickProfile(following, first=True) if following else ShowProfile(first="n")
        assert taps(screen)[-1] == way_on
        assert ShowProfile() in taps(views.ask(readers["en"], volunteer(), part, first=False))
