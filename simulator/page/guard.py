"""Who may call, and how errors are said: the page runs without a login, so it answers nobody but itself."""

from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler
from pydantic import ValidationError

LOOPBACK = {"127.0.0.1", "::1", "localhost"}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


class Mistake(Exception):
    """A request that cannot be done: an HTTP status and words for who sees the page."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status = status


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """403 for a Host that is not loopback (DNS rebinding), and for requests that another site's page makes."""
    if _name(f"//{request.host}") not in LOOPBACK:
        return _error(403, "The simulator answers only to localhost, 127.0.0.1 and [::1].")
    if _foreign(request):
        return _error(403, "Another site's page may not use the simulator.")
    return await handler(request)


@web.middleware
async def page_only(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Mistakes under /page/ as JSON {"error": words}; the page's own answers are never cached nor framed."""
    if request.path != "/" and not request.path.startswith(("/page/", "/static/")):
        return await handler(request)
    try:
        response = await handler(request)
    except Mistake as mistake:
        response = _error(mistake.status, str(mistake))
    except ValidationError as invalid:
        response = _error(400, _words(invalid))
    except web.HTTPException as refused:
        response = _error(refused.status, f"{request.method} {request.path}: {refused.reason}")
    if not response.prepared:
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cache-Control"] = "no-cache"
    return response


def _foreign(request: web.Request) -> bool:
    if request.method == "GET" and request.path == "/":
        return False  # a link to the page, from wherever
    if request.headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin"):
        return True
    origin = request.headers.get("Origin")
    return origin is not None and urlsplit(origin).netloc != request.host


def _name(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None


def _words(invalid: ValidationError) -> str:
    first = invalid.errors(include_url=False, include_context=False, include_input=False)[0]
    key = ".".join(str(part) for part in first["loc"])
    return f"{key}: {first['msg']}" if key else first["msg"]


def _error(status: int, words: str) -> web.Response:
    return web.json_response({"error": words}, status=status)
