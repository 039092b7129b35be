"""How a bot gets its updates: long polling or a webhook."""

import ipaddress
import re
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from ..account import BotAccount
from ..arguments import Raw
from ..inbox import WEBHOOK_SET
from ..refusal import JSON, RefusedError, bad_request
from ..webhook import Webhook
from ..world import World

Perform = Callable[[World, BotAccount, str, Raw], Awaitable[object]]  # calls a method by name for that bot
LONGEST_POLL = 50  # seconds
PORTS = (443, 80, 88, 8443)
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


async def get_updates(world: World, account: BotAccount, arguments: JSON) -> list[JSON]:
    """Long polling."""
    if account.webhook:
        raise RefusedError(
            409,
            "Conflict: can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first",
        )
    _remember(account, arguments)
    limit = min(max(arguments.get("limit", 100), 1), 100)
    timeout = min(max(arguments.get("timeout", 0), 0), LONGEST_POLL)
    return await account.inbox.poll(arguments.get("offset", 0), limit, timeout)


def _remember(account: BotAccount, arguments: JSON) -> None:
    if "allowed_updates" in arguments:
        account.inbox.allowed = list(arguments["allowed_updates"])


async def set_webhook(perform: Perform, world: World, account: BotAccount, arguments: JSON) -> bool:
    """Deliver by POST from now on, and perform what is called in the responses; an empty address ends it."""
    url = arguments.get("url", "")
    if not url:
        return await delete_webhook(world, account, arguments)
    _check_address(url)
    secret = arguments.get("secret_token")
    if secret and not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    await _end_webhook(account)
    account.inbox.end_poll(WEBHOOK_SET)
    if arguments.get("drop_pending_updates"):
        account.inbox.clear()
    _remember(account, arguments)
    most = min(max(arguments.get("max_connections", 40), 1), 100)
    account.webhook = Webhook(account.inbox, world.faults, partial(perform, world, account), url, secret, most)
    account.webhook.start()
    return True


def _check_address(url: str) -> None:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise bad_request("bad webhook: invalid webhook URL specified") from None
    if not parts.hostname or parts.scheme not in ("http", "https"):
        raise bad_request("bad webhook: invalid webhook URL specified")
    if _loopback(parts.hostname):
        return
    if parts.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if (port or 443) not in PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    raise bad_request("bad webhook: the simulator delivers on this machine only")


def _loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


async def delete_webhook(world: World, account: BotAccount, arguments: JSON) -> bool:
    """Back to polling; what waits stays unless told otherwise."""
    await _end_webhook(account)
    if arguments.get("drop_pending_updates"):
        account.inbox.clear()
    return True


async def _end_webhook(account: BotAccount) -> None:
    webhook, account.webhook = account.webhook, None
    if webhook:
        await webhook.close()


def get_webhook_info(world: World, account: BotAccount, arguments: JSON) -> JSON:
    """Where updates go, how many wait, and what went wrong last."""
    account.inbox.forget_expired()
    info = {
        "url": account.webhook.url if account.webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(account.inbox.waiting),
    }
    if account.inbox.allowed:
        info["allowed_updates"] = account.inbox.allowed
    return info | (account.webhook.info() if account.webhook else {})


def methods(perform: Perform) -> dict[str, Callable[[World, BotAccount, JSON], Any]]:
    """The methods of this file; see `set_webhook` for what `perform` is needed for."""
    return {
        "getUpdates": get_updates,
        "setWebhook": partial(set_webhook, perform),
        "deleteWebhook": delete_webhook,
        "getWebhookInfo": get_webhook_info,
    }
