"""The Bot API over HTTP."""

import asyncio
import json

from aiohttp import web
from aiohttp.web_request import FileField

from .account import BotAccount
from .arguments import Raw, Upload
from .calls import perform
from .faults import Fault
from .refusal import RefusedError, bad_request
from .world import World

WORLD = web.AppKey("world", World)
LARGEST_REQUEST = 64 * 1024 * 1024  # bytes


def make_app(world: World) -> web.Application:
    """Answers /bot<token>/<method> and /file/bot<token>/<path> for the bots of the world."""
    app = web.Application(client_max_size=LARGEST_REQUEST)
    app[WORLD] = world
    app.router.add_route("*", "/bot{token}/{method}", call)
    app.router.add_get("/file/bot{token}/{path:.+}", download)
    return app


async def call(request: web.Request) -> web.StreamResponse:
    """One call of the Bot API: arguments in the query, a form or JSON."""
    world = request.app[WORLD]
    method = request.match_info["method"]
    try:
        account = _account(world, request.match_info["token"])
        raw = await _arguments(request)
        return await _faulty_call(request, world, account, method, raw)
    except RefusedError as refusal:
        return _refused(refusal)


async def _faulty_call(
    request: web.Request, world: World, account: BotAccount, method: str, raw: Raw
) -> web.StreamResponse:
    """The call, with whatever goes wrong on its way."""
    faults = world.faults
    if faults.dropped:
        return _cut(request)
    delay = faults.delay() if method != "getUpdates" and (faults.latency or faults.jitter) else 0.0
    if delay:
        await asyncio.sleep(delay / 2)  # the way there
    fault = faults.pick(method, raw.get("chat_id")) if faults.plan else None
    if fault and not fault.after:
        return await _fail(request, fault)
    result = await perform(world, account, method, raw)
    if delay:
        await asyncio.sleep(delay / 2)  # the way back
    if fault:
        return await _fail(request, fault)
    return _cut(request) if faults.dropped else _json({"ok": True, "result": result})


def _account(world: World, token: str) -> BotAccount:
    account = world.bots.get(token)
    if account is None:
        known_form = token.partition(":")[0].isdecimal() and ":" in token
        raise RefusedError(401, "Unauthorized") if known_form else RefusedError(404, "Not Found")
    return account


async def _arguments(request: web.Request) -> Raw:
    raw: Raw = dict(request.query)
    if request.content_type == "application/json":
        try:
            said = json.loads(await request.read() or b"{}")
        except ValueError:
            said = None
        if not isinstance(said, dict):
            raise bad_request("can't parse request body as JSON object")
        return raw | said
    for name, value in (await request.post()).items():
        raw[name] = _upload(value) if isinstance(value, FileField) else value
    return raw


def _upload(field: FileField) -> Upload:
    with field.file as file:
        return Upload(field.filename, field.content_type, file.read())


def _json(body: object, status: int = 200) -> web.Response:
    return web.Response(
        body=json.dumps(body, separators=(",", ":")).encode(), status=status, content_type="application/json"
    )


def _refused(refusal: RefusedError) -> web.Response:
    response = _json(refusal.answer(), refusal.code)
    if "retry_after" in refusal.parameters:
        response.headers["Retry-After"] = str(refusal.parameters["retry_after"])
    return response


async def _fail(request: web.Request, fault: Fault) -> web.StreamResponse:
    if fault.kind == "reset":
        return _cut(request)
    if fault.kind == "silence":
        await asyncio.Event().wait()  # until the client gives up: the server then cancels this
    if fault.kind == "flood":
        seconds = fault.retry_after
        return _refused(RefusedError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds))
    if fault.status == 500:
        return _refused(RefusedError(500, "Internal Server Error"))
    return web.Response(text="<html><h1>Bad Gateway</h1></html>", status=fault.status, content_type="text/html")


def _cut(request: web.Request) -> web.Response:
    if request.transport:
        request.transport.abort()
    return web.Response(status=502)  # never arrives


async def download(request: web.Request) -> web.StreamResponse:
    """A file by the path that getFile gave."""
    world = request.app[WORLD]
    try:
        _account(world, request.match_info["token"])
    except RefusedError as refusal:
        return _refused(refusal)
    if world.faults.dropped:
        return _cut(request)
    folder, _, rest = request.match_info["path"].partition("/")
    file = world.files.by_id.get(rest.partition("/")[0]) if folder == "files" else None
    if file is None:
        return _refused(RefusedError(404, "Not Found"))
    return web.Response(body=file.content, content_type="application/octet-stream")
