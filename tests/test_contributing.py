"""What CONTRIBUTING.md tells people to write really works: its blocks of code are taken from the page, and used."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import indent
from types import SimpleNamespace

import pytest
from aiogram import Dispatcher, Router
from aiogram.types import InlineKeyboardMarkup

from bot.delivery import rendering
from bot.delivery.buttons import markup
from bot.domain import notices as kinds_of_notices
from bot.domain.notices import NoticeKind
from bot.domain.roles import RESIDENT
from bot.i18n import Speech
from bot.usecases.desk import DeskCache
from bot.usecases.notices import Notices
from bot.views import notices as views_of_notices
from bot.views.directory import location as location_view
from bot.views.directory import taps as directory_taps
from bot.views.reader import Reader
from bot.views.screen import Screen
from bot.views.taps import TAPS, tap_in
from db.models.notices import Notice
from db.session import Sessions
from handlers import directory as directory_handlers
from tests import test_architecture as measure
from tests.handlers import test_rights as of_rights
from tests.support.conversation import Desk
from tests.support.databases import Databases
from tests.support.guide import BLOCK, GUIDE, ROOT, Names, blocks, written_into


@pytest.fixture
def databases(sqlite: Databases) -> Databases:
    """One of them: nothing here depends on it."""
    return sqlite


@pytest.fixture
async def reader(sessions: Sessions, speeches: dict[str, Speech], desk: Desk) -> Reader:
    async with sessions() as session:
        return Reader(speeches["en"], await DeskCache().read(session), RESIDENT, desk.world.clock.now())


@pytest.fixture
def with_button(dispatcher: Dispatcher) -> Iterator[Names]:
    """The bot with the tap, the view and the handler of the guide; afterwards without them."""
    code = blocks("A button")
    before = set(TAPS)
    tap = written_into(directory_taps, code["bot/views/directory/taps.py"])["ShowBicycles"]
    view = written_into(location_view, code["bot/views/directory/location.py"], ShowBicycles=tap)
    router = Router(name="guide")
    more = {"ShowBicycles": tap, "router": router, "location_view": SimpleNamespace(**view)}
    written_into(directory_handlers, code["handlers/directory.py"], **more)
    dispatcher.sub_routers.insert(0, router)  # before what takes whatever is left
    yield view
    dispatcher.sub_routers.remove(router)
    for name in TAPS.keys() - before:
        del TAPS[name]


async def test_the_button_is_shown_tapped_and_answered(with_button: Names, reader: Reader, desk: Desk) -> None:
    place = reader.desk.directory.main_location
    shown = markup(Screen(rows=((with_button["to_bicycles"](reader.speech, place),),)))
    assert isinstance(shown, InlineKeyboardMarkup)
    ((button,),) = shown.inline_keyboard
    assert tap_in(button.callback_data) == with_button["ShowBicycles"](place.id)
    amina = await desk.person("Amina", "en").starts("en").forges(button.callback_data or "")
    await amina.sees("You can lock your bicycle at").taps("📍 Where we are").sees("How to find us")


async def test_a_button_without_a_place_that_is_there_is_old(with_button: Names, desk: Desk) -> None:
    amina = await desk.person("Amina", "en").starts("en")
    for item in ("", "nowhere"):
        await amina.says("/help").forges(f"s1:bicycles:{item}").sees("This button is old")


def test_a_button_for_everybody_is_open_on_purpose(with_button: Names, dispatcher: Dispatcher) -> None:
    found = list(of_rights.handlers_of(dispatcher, {"message": RESIDENT, "callback_query": RESIDENT}))
    with pytest.raises(AssertionError, match="bicycles"):
        of_rights.test_whatever_is_open_to_all_is_so_on_purpose(found)


def kinds_with(line: str) -> type[NoticeKind]:
    """All kinds, with one more in the last line of the class."""
    source = Path(kinds_of_notices.__file__).read_text(encoding="utf-8")
    (found,) = (each for each in ast.parse(source).body if isinstance(each, ast.ClassDef) and each.name == "NoticeKind")
    lines = source.splitlines()
    lines.insert(found.end_lineno or 0, indent(line, "    "))
    kinds: type[NoticeKind] = written_into(kinds_of_notices, "\n".join(lines))["NoticeKind"]
    return kinds


async def test_the_notice_is_written_delivered_and_read(
    desk: Desk, sessions: Sessions, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = blocks("A notice")
    kinds = kinds_with(code["bot/domain/notices.py, in NoticeKind"])
    assert set(kinds) - set(NoticeKind) == {"desk.moved"}
    view = written_into(location_view, code["bot/views/directory/notices.py"], Notice=Notice)["moved"]
    more = {"NoticeKind": kinds, "moved": view}
    registered = eval(f"{{{code['bot/views/notices.py, in views()']}}}", dict(vars(views_of_notices)) | more)
    monkeypatch.setattr(rendering, "NoticeKind", kinds)
    monkeypatch.setattr(desk.delivery._renderer, "_views", {**views_of_notices.views(), **registered})
    amina = await desk.person("Amina", "en").starts("en")
    place = reader.desk.directory.main_location
    async with sessions.begin() as session:
        actor = SimpleNamespace(notices=Notices(session, desk.world.clock.now()))
        names: Names = {"NoticeKind": kinds, "actor": actor, "people": [amina.person.id], "place": place}
        exec(f"async def happens():\n{indent(code['in bot/usecases, where it happens'], '    ')}", names)
        await names["happens"]()
    await desk.beat()
    assert amina.chat.visible[-1].text.startswith("📦 We have moved.\n\nSocial and health desk\n")
    gone = Notice(kind="desk.moved", params={"place": "nowhere"})
    assert view(reader, gone, None) is None


def test_code_goes_where_the_guide_says() -> None:
    places = [place for place, _ in BLOCK.findall(GUIDE) if place]
    assert len(places) == 10
    files = [ROOT / re.sub(r"^in |, .*", "", place) for place in places]
    assert [str(file) for file in files if not file.parent.is_dir()] == []
    assert [file.name for file in files if not file.exists()] == ["notices.py", "loans.py"]


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("OPEN_TO_ALL", "tests/handlers/test_rights.py"),
        ("PARAMS", "tests/bot/views/test_notices.py"),
        ("LANGUAGES", "tests/support/reader.py"),
    ],
)
def test_lists_that_the_guide_names_are_there(name: str, where: str) -> None:
    assert f"`{name}`" in GUIDE
    assert f"`{where}`" in GUIDE
    assert re.search(rf"^{name}\b.*=", (ROOT / where).read_text(encoding="utf-8"), re.MULTILINE)


def test_the_guide_says_how_long_things_may_be() -> None:
    files, functions, handlers = measure.LONGEST_FILE, measure.LONGEST_FUNCTION, measure.LONGEST_HANDLER
    assert f"{files} lines, functions at {functions}, handlers at {handlers}" in GUIDE
