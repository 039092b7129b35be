"""One call of a method by a bot, from raw arguments to its result."""

import inspect
from typing import Any

from .account import BotAccount
from .arguments import Raw, read
from .methods import methods
from .refusal import RefusedError
from .world import World


async def perform(world: World, account: BotAccount, method: str, raw: Raw) -> Any:
    """What the method returns; RefusedError for whatever Telegram would refuse. Names of methods ignore case."""
    name = NAMES.get(method.lower())
    if name is None:
        raise RefusedError(404, "Not Found")
    if account.logged_out_until > world.clock.elapsed():
        raise RefusedError(400, "Logged out")
    result = METHODS[name](world, account, read(name, raw))
    return await result if inspect.isawaitable(result) else result


METHODS = methods(perform)
NAMES = {name.lower(): name for name in METHODS}
