"""What screens are made of."""

from __future__ import annotations

from markupsafe import Markup

from bot.views.directory.taps import ShowContact, ShowHours
from bot.views.reader import Reader
from bot.views.screen import Button, bold, paragraphs, rows

HOURS, CONTACT = Button("Hours", ShowHours()), Button("Contact", ShowContact())


def test_rows_are_turned_round_for_who_reads_from_the_right(readers: dict[str, Reader]) -> None:
    assert rows(readers["fr"].speech, (HOURS, CONTACT), ()) == ((HOURS, CONTACT),)
    assert rows(readers["ar"].speech, (HOURS, CONTACT), (), (HOURS,)) == ((CONTACT, HOURS), (HOURS,))


def test_what_is_empty_leaves_no_blank_line() -> None:
    assert paragraphs(Markup("one"), None, Markup(), bold(Markup("two"))) == "one\n\n<b>two</b>"
