"""Who is told what about a request. Notices carry its code and its public tags, and nothing that anybody
wrote: but for the public sentence in the one to the network's group."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bot.domain.notices import NoticeKind
from bot.domain.requests import FITS, awake_at, fit
from bot.usecases.actor import Actor
from db.models.requests import HelpRequest
from db.queries.requests import recipients
from db.queries.requests import upkeep as request_upkeep
from db.queries.team import members as team

DIGEST_HOUR = 9
"""When volunteers who want it once a day are told, in the organization's zone."""


class RequestNotices:
    def __init__(self, actor: Actor) -> None:
        self._session = actor.session
        self._now = actor.now
        self._administrators = actor.administrators
        self._local_now = actor.now.astimezone(actor.desk.directory.zone())
        self._group = actor.policy.network_group
        self._notices = actor.notices

    async def tell(self, person_id: int | None, kind: NoticeKind, request: HelpRequest, **more: Any) -> None:
        """Nobody: nothing."""
        if person_id is None:
            return
        await self._notices.tell(person_id, kind, {**public(request), **more})

    async def pass_on(
        self, to_id: int, request: HelpRequest, from_chat: int, message_id: int, media: str | None, key: str
    ) -> None:
        """What one of the two wrote: where it stands, and nothing of it."""
        where = {"request": request.id, "code": request.code, "from_chat": from_chat, "message_id": message_id}
        await self._notices.tell(to_id, NoticeKind.REQUEST_MESSAGE, where | {"media": media}, dedupe_key=key)

    async def tell_concerned(self, kind: NoticeKind, request: HelpRequest, actor: int | None, **more: Any) -> None:
        """The resident, or who logged the request for them; nobody hears of what they did themselves."""
        concerned = request.for_person_id or request.logged_by
        if concerned != actor:
            await self.tell(concerned, kind, request, own=request.for_person_id is not None, **more)

    async def tell_team(self, kind: NoticeKind, request: HelpRequest, actor: int | None = None, **more: Any) -> None:
        """The coordinator who is its referent, or all coordinators."""
        everybody = await team.coordinators(self._session) | {*self._administrators}
        for person_id in {request.referent_id} if request.referent_id else everybody - {actor}:
            await self.tell(person_id, kind, request, **more)

    async def announce(self, request: HelpRequest) -> None:
        """To the volunteers whom it fits and who want to know at once, after their quiet hours; and to the group."""
        concerned = {request.for_person_id, request.logged_by}
        due_at = {
            volunteer.person_id: awake_at(self._local_now, volunteer.quiet_from, volunteer.quiet_to)
            for volunteer in await recipients.volunteers(self._session, "now")
            if volunteer.person_id not in concerned and fit(request, volunteer) == FITS
        }
        # Not again when it comes back to the board.
        await self._notices.tell_once(due_at, NoticeKind.REQUEST_NEW, public(request), f"request.new.{request.id}")
        if self._group is not None:
            written = {**public(request), "sentence": request.sentence}
            await self._notices.tell(
                self._group, NoticeKind.REQUEST_PUBLIC, written, dedupe_key=request_upkeep.in_group(request.id)
            )

    async def digest(self, requests: Iterable[HelpRequest]) -> None:
        """Once a day to each who wants it so: how many of these requests fit them."""
        now, fresh = self._local_now, list(requests)
        for volunteer in await recipients.volunteers(self._session, "daily"):
            fitting = [
                request.id
                for request in fresh
                if fit(request, volunteer) == FITS
                and volunteer.person_id not in (request.for_person_id, request.logged_by)
            ]
            if fitting:
                key = f"request.digest.{now:%Y-%m-%d}.{volunteer.person_id}"
                due_at = awake_at(now, volunteer.quiet_from, volunteer.quiet_to)
                told = {"number": len(fitting), "requests": fitting}
                await self._notices.tell(volunteer.person_id, NoticeKind.REQUEST_DIGEST, told, due_at, dedupe_key=key)


def public(request: HelpRequest) -> dict[str, Any]:
    return {
        "request": request.id,
        "code": request.code,
        "topic": request.topic,
        "area": request.area,
        "languages": request.languages,
        "urgency": request.urgency,
    }


def talked(request: HelpRequest) -> bool:
    """Whether two people could write to each other about it, of one that is over now."""
    return None not in (request.for_person_id, request.holder_id) and request.talk_ended_at is None
