"""The page's HTTP interface: who may call it, and what it says to what it cannot do."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from simulator.server import serving
from simulator.world import World

TOKEN = "42:page"


@pytest.fixture
def world() -> World:
    """With a bot, and Lucie (id 5000000001)."""
    world = World()
    world.bot(TOKEN)
    world.person("Lucie", "fr", "volunteer")
    return world


@pytest_asyncio.fixture
async def http(world: World) -> AsyncIterator[aiohttp.ClientSession]:
    """A client with the server's address as its base."""
    async with serving(world) as address, aiohttp.ClientSession(address) as session:
        yield session


async def refused(http: aiohttp.ClientSession, path: str, body: Any, status: int) -> str:
    """The words with which a POST is refused."""
    async with http.post(path, json=body) as response:
        assert response.status == status
        words = (await response.json())["error"]
    assert isinstance(words, str)
    return words


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "192.168.1.2:8090", "[::1"]
)
@pytest.mark.parametrize("path", ["/", "/page/state", f"/bot{TOKEN}/getMe", "/static/js/main.js"])
async def test_only_loopback_names(http: aiohttp.ClientSession, host: str, path: str) -> None:
    async with http.get(path, headers={"Host": host}) as response:
        assert response.status == 403


@pytest.mark.parametrize("host", ["localhost:8090", "127.0.0.1", "[::1]:8090", "LOCALHOST"])
async def test_every_loopback_name(http: aiohttp.ClientSession, host: str) -> None:
    async with http.get("/page/state", headers={"Host": host}) as response:
        assert response.status == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
@pytest.mark.parametrize("path", ["/page/people", "/page/clock", f"/bot{TOKEN}/setMyCommands"])
async def test_no_other_sites_page(
    http: aiohttp.ClientSession, world: World, headers: dict[str, str], path: str
) -> None:
    async with http.post(path, headers=headers, json={"reset": True}) as response:
        assert response.status == 403
    assert len(world.people) == 1


async def test_a_link_from_elsewhere_opens_the_page(http: aiohttp.ClientSession) -> None:
    async with http.get("/", headers={"Sec-Fetch-Site": "cross-site"}) as response:
        assert response.status == 200
        assert "default-src 'none'; script-src 'self'" in response.headers["Content-Security-Policy"]
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert '<script type="module" src="/static/js/main.js">' in await response.text()


@pytest.mark.parametrize(
    ("path", "body", "status", "words"),
    [
        ("people", {"name": " ", "language_code": "fr", "role": "resident"}, 400, "name: "),
        ("people", {"name": "A", "language_code": "xx", "role": "resident"}, 400, "language_code: "),
        ("people", {"name": "A", "language_code": "fr"}, 400, "role: "),
        ("people", {"name": "A", "language_code": "fr", "role": "resident", "id": 1}, 400, "id: "),
        ("people", [], 400, ""),
        ("chats/1/messages", {"text": "x"}, 404, "There is nobody with the id 1."),
        ("chats/x/messages", {"text": "x"}, 404, "There is nobody with the id x."),
        ("chats/5000000001/messages", {"text": ""}, 400, "text: "),
        ("chats/5000000001/messages", {"text": "x" * 4097}, 400, "text: "),
        ("chats/5000000001/taps", {"message_id": 1, "data": "x"}, 404, "This button is no longer there."),
        ("chats/5000000001/start", {"parameter": "a b"}, 400, "parameter: "),
        ("clock", {}, 400, "Give one of by_seconds, to, reset."),
        ("clock", {"by_seconds": 1, "reset": True}, 400, "Give one of"),
        ("clock", {"by_seconds": None}, 400, "Give one of"),
        ("clock", {"to": "tomorrow"}, 400, "to: "),
        ("clock", {"to": "0001-01-01T00:00"}, 400, "The clock goes from the year 2000 to 2099."),
        ("clock", {"by_seconds": 4e9}, 400, "The clock goes from"),
        ("network", {"latency_ms": -1}, 400, "latency_ms: "),
        ("nowhere", {}, 404, "POST /page/nowhere: Not Found"),
    ],
)
async def test_mistakes_in_words(http: aiohttp.ClientSession, path: str, body: Any, status: int, words: str) -> None:
    said = await refused(http, f"/page/{path}", body, status)
    assert said.startswith(words)
    assert said


async def test_a_body_that_is_not_json(http: aiohttp.ClientSession) -> None:
    async with http.post("/page/people", data=b"\xff{") as response:
        assert (response.status, await response.json()) == (400, {"error": "The request's body must be JSON."})


async def test_a_file_of_no_known_kind(http: aiohttp.ClientSession, world: World) -> None:
    form = aiohttp.FormData({"kind": "film"})
    form.add_field("file", b"x", filename="x")
    async with http.post("/page/chats/5000000001/messages", data=form) as response:
        assert response.status == 400
    assert world.chat(world.people[5000000001]).last is None


async def test_who_blocked_the_bot_cannot_write(http: aiohttp.ClientSession, world: World) -> None:
    world.people[5000000001].blocks()
    assert await refused(http, "/page/chats/5000000001/messages", {"text": "x"}, 409) == "Lucie blocked the bot."


async def test_without_a_bot() -> None:
    world = World()
    world.person("Lucie", "fr", "volunteer")
    async with serving(world) as address, aiohttp.ClientSession(address) as http:
        async with http.get("/page/chats/5000000001") as response:
            assert (await response.json())["messages"] == []
        words = await refused(http, "/page/chats/5000000001/messages", {"text": "x"}, 409)
    assert words == "No bot is connected yet."


@pytest.mark.parametrize(
    ("to", "instant"),
    [
        ("2026-11-21T09:30", datetime(2026, 11, 21, 8, 30, tzinfo=UTC)),
        ("2026-07-21T09:30", datetime(2026, 7, 21, 7, 30, tzinfo=UTC)),
        ("2026-07-21T09:30Z", datetime(2026, 7, 21, 9, 30, tzinfo=UTC)),
    ],
)
async def test_the_clock_takes_wall_time(http: aiohttp.ClientSession, world: World, to: str, instant: datetime) -> None:
    async with http.post("/page/clock", json={"to": to}) as response:
        assert response.status == 200
    assert 0 <= (world.clock.now() - instant).total_seconds() < 30


@pytest.mark.parametrize(
    ("name", "mime_type", "shown"),
    [("a.png", "image/png", True), ("a.svg", "image/svg+xml", False), ("a.html", "text/html", False)],
)
async def test_files_that_could_run_are_only_downloaded(
    http: aiohttp.ClientSession, world: World, name: str, mime_type: str, shown: bool
) -> None:
    file = world.files.add(b"<script>", name, mime_type)
    async with http.get(f"/page/files/{file.id}") as response:
        assert await response.read() == b"<script>"
        assert response.headers["Content-Disposition"] == ("inline" if shown else "attachment")
        assert response.content_type == (mime_type if shown else "application/octet-stream")
        assert "sandbox" in response.headers["Content-Security-Policy"]


async def test_events_tell_who_and_what(http: aiohttp.ClientSession, world: World) -> None:
    async with http.get("/page/events") as response:
        assert response.content_type == "text/event-stream"
        assert await response.content.readline() == b"retry: 1000\n"
        world.people[5000000001].says("bonjour")
        await response.content.readline()
        line = (await response.content.readline()).decode()
    assert json.loads(line.removeprefix("data: ")) == {"kind": "message", "person_id": 5000000001}


async def test_the_server_ends_while_a_page_listens(world: World) -> None:
    async with aiohttp.ClientSession() as session:
        async with serving(world) as address:
            response = await session.get(f"{address}/page/events")
        assert await response.read() == b"retry: 1000\n\n"
    assert not world.events.subscriptions
