"""The bot itself: getMe, close, logOut."""

from ..account import BotAccount
from ..refusal import JSON, RefusedError
from ..world import World

PAUSE = 600  # seconds: how long `close` is refused after the start, and a bot is out after `logOut`


def get_me(world: World, account: BotAccount, arguments: JSON) -> JSON:
    """What a bot asks first."""
    return account.user() | {
        "can_join_groups": True,
        "can_read_all_group_messages": True,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def close(world: World, account: BotAccount, arguments: JSON) -> bool:
    """Refused in the first ten minutes."""
    left = int(account.opened_at + PAUSE - world.clock.elapsed())
    if left > 0:
        raise RefusedError(429, f"Too Many Requests: retry after {left}", retry_after=left)
    account.opened_at = world.clock.elapsed()
    return True


def log_out(world: World, account: BotAccount, arguments: JSON) -> bool:
    """Every call is refused for ten minutes."""
    account.logged_out_until = world.clock.elapsed() + PAUSE
    return True


METHODS = {"getMe": get_me, "close": close, "logOut": log_out}
