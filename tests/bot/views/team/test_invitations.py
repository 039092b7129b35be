"""Invitations, as those who invite see them."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.invitations import PREFIX
from bot.views.reader import Reader
from bot.views.team import invitations as views
from bot.views.team.taps import AskRevoke, Invite, Revoke, ShowInvitations
from db.models.team import Invitation
from tests.support.network import NOW
from tests.support.screens import in_each_language, taps

ONE = Invitation(token_hash="ab12" + "0" * 28, role="volunteer", expires_at=NOW + timedelta(days=7))


def test_the_link_stands_in_the_letter_alone(readers: dict[str, Reader]) -> None:
    for number in (0, 1):
        in_each_language(readers, lambda reader, at=number: views.created(reader, ONE, "token", "relais_bot")[at])  # type: ignore[misc]
    how, letter = views.created(readers["en"], ONE, "token", "relais_bot")
    assert f"https://t.me/relais_bot?start={PREFIX}token" in letter.text
    assert "token" not in how.text
    assert letter.rows == ()
    assert "28 November 2026" in letter.text


def test_each_open_one_can_be_made_invalid_after_a_question(readers: dict[str, Reader]) -> None:
    screen = in_each_language(readers, lambda reader: views.waiting(reader, [ONE], 20, 1))["en"]
    assert {AskRevoke(ONE.token_hash), ShowInvitations(), ShowInvitations(2)} <= set(taps(screen))
    asked = in_each_language(readers, lambda reader: views.ask_revoke(reader.speech, ONE.token_hash))["en"]
    assert taps(asked)[0] == Revoke(ONE.token_hash)
    assert "AB12" in asked.text
    for done in (True, False):
        in_each_language(readers, lambda reader, done=done: views.revoked(reader.speech, done))  # type: ignore[misc]


def test_one_invites_to_the_roles_that_one_may_give(readers: dict[str, Reader]) -> None:
    screen = in_each_language(readers, lambda reader: views.ask_role(reader.speech, ["volunteer"]))["en"]
    assert [tap for tap in taps(screen) if isinstance(tap, Invite)] == [Invite("volunteer")]
