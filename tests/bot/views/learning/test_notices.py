"""How a lesson ended, as coordinators are told."""

from __future__ import annotations

from bot.views.learning import notices as views
from bot.views.learning.taps import LookAgain, ShowInbox, UndoLesson
from bot.views.reader import Reader
from db.models.notices import Notice
from tests.support.screens import in_each_language, taps

TOLD = Notice(params={"lesson": 3, "fresh": 2, "phrases": 9})


def test_each_end_has_its_way_on(readers: dict[str, Reader]) -> None:
    for view, way in ((views.adopted, UndoLesson(3)), (views.refused, LookAgain(3)), (views.failed, ShowInbox())):
        screen = in_each_language(readers, lambda reader, view=view: view(reader, TOLD, None))["en"]  # type: ignore[misc]
        assert taps(screen)[0] == way
    assert "2 new messages" in views.adopted(readers["en"], TOLD, None).text
    anew = Notice(params={"lesson": 3, "fresh": 0, "phrases": 9})
    assert "9 new messages" in views.refused(readers["en"], anew, None).text
