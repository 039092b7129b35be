"""Whatever a bot sends: a result as the Bot API describes it, or a refusal, and never anything else."""

import asyncio
import json

from hypothesis import given
from hypothesis import strategies as st

from simulator.account import BotAccount
from simulator.arguments import Raw, Upload
from simulator.calls import NAMES, perform
from simulator.refusal import RefusedError
from simulator.spec import METHODS, mismatch
from simulator.world import World
from tests.support.clients import TOKEN

ADA = 5_000_000_001
MARKUP = {"inline_keyboard": [[{"text": "b", "callback_data": "x"}]]}
VALUES = st.one_of(
    st.sampled_from([ADA, 1, 2, 3, "1", "text", "<b>x</b>", "HTML", "", "nan", "attach://file", True, 0, -1, 10**30]),
    st.sampled_from(
        [MARKUP, json.dumps(MARKUP), {"keyboard": [["a", {"text": "b"}]]}, {"remove_keyboard": True}, "[]"]
    ),
    st.sampled_from([{"type": "default"}, {"type": "chat", "chat_id": ADA}, {"type": "x"}, {"message_id": 1}, [1, 2]]),
    st.sampled_from([[{"type": t, "media": "attach://file"}] * 2 for t in ("photo", "document", "animation")]),
    st.just(Upload("x.gif", None, b"GIF89a\x01\x00\x01\x00")),
    st.recursive(st.none() | st.booleans() | st.floats() | st.text(max_size=9), lambda v: st.lists(v, max_size=3)),
    st.dictionaries(st.sampled_from(["type", "text", "chat_id", "url", "inline_keyboard"]), st.text(max_size=3)),
)
CALLS = st.sampled_from(sorted(set(METHODS) - {"getUpdates", "logOut"})).flatmap(
    lambda method: st.tuples(
        st.just(method), st.dictionaries(st.sampled_from([*METHODS[method]["takes"], "chat_id", "file"]), VALUES)
    )
)


@given(st.lists(CALLS, max_size=8))
def test_every_call_is_answered_or_refused(calls: list[tuple[str, Raw]]) -> None:
    world = World()
    account = world.bot(TOKEN)
    person = world.person("Ada", "fr")
    person.opens()
    assert person.id == ADA
    for method, raw in calls:
        answer = asyncio.run(outcome(world, account, method, {"chat_id": ADA, **raw}))
        if isinstance(answer, RefusedError):
            assert answer.code in (400, 403, 404, 429)
        else:
            assert mismatch(answer, METHODS[method]["returns"], exact=True, at=method) is None
            json.dumps(answer, allow_nan=False)


async def outcome(world: World, account: BotAccount, method: str, raw: Raw) -> object:
    try:
        return await perform(world, account, method, raw)
    except RefusedError as refusal:
        return refusal


def test_every_method_described_is_there() -> None:
    assert set(NAMES.values()) == set(METHODS)
