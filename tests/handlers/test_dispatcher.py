"""All routers, in the order in which they are asked."""

from __future__ import annotations

from aiogram import Dispatcher

from handlers.dispatcher import FOR_COORDINATORS, FOR_EVERYBODY, FOR_VOLUNTEERS, FOR_WHAT_IS_LEFT


def test_every_module_with_a_router_is_asked_once(dispatcher: Dispatcher) -> None:
    routers = [router for tree in dispatcher.sub_routers for router in (tree, *tree.sub_routers)]
    ours = [module.router for module in (*FOR_EVERYBODY, *FOR_VOLUNTEERS, *FOR_COORDINATORS, *FOR_WHAT_IS_LEFT)]
    assert len({id(router) for router in routers}) == len(routers)
    assert all(routers.count(router) == 1 for router in ours)


def test_what_reads_free_text_and_what_is_left_come_last(dispatcher: Dispatcher) -> None:
    last = [module.router for module in FOR_WHAT_IS_LEFT]
    assert dispatcher.sub_routers[-len(last) :] == last
