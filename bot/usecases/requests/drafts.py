"""A request being written. It stands in the database from the first answer on."""

from __future__ import annotations

from typing import Any, cast, get_args

from bot.domain.errors import Incomplete, NotAllowed, NotOffered, NotPossibleNow, NotThere, TooLong, TooManyRequests
from bot.domain.notices import NoticeKind
from bot.domain.requests import (
    NOTE_LIMIT,
    OTHER,
    PRIVATE_FIELDS,
    REQUESTS_AT_ONCE,
    SENTENCE_LIMIT,
    SHORT_LIMIT,
    Action,
    ContactWay,
    RequestState,
    Urgency,
)
from bot.usecases.actor import Actor
from bot.usecases.desk import Part, choices
from bot.usecases.requests import removals
from bot.usecases.requests.notices import RequestNotices
from bot.usecases.requests.private_parts import SHOWN_FOR
from bot.usecases.requests.transitions import move
from db.models.requests import HelpRequest
from db.queries.requests import private_parts, requests
from db.queries.requests import removals as removal_queries

LIMITS = {"sentence": SENTENCE_LIMIT, "wanted_when": SHORT_LIMIT, "note": NOTE_LIMIT}
PUBLIC_FIELDS = (
    "topic",
    "area",
    "languages",
    "days",
    "sentence",
    "urgency",
    "wanted_when",
    "reach",
    "consent",
)


class Drafts:
    """One's own only: NotThere for anybody else's, and for what is no draft any more."""

    def __init__(self, actor: Actor) -> None:
        self._actor = actor
        self._session = actor.session
        self.desk = actor.desk
        self._known: dict[int, tuple[HelpRequest, bytes | None]] = {}
        """Each draft with its encrypted part: read once, for then it is locked."""

    async def begin(self, for_self: bool) -> HelpRequest:
        """A new draft. Residents write for themselves only; volunteers also for a neighbour."""
        if not for_self:
            self._actor.as_volunteer()
        me = self._actor.person_id
        return await requests.add_draft(self._session, self._actor.now, me, me if for_self else None)

    async def current(self) -> HelpRequest | None:
        """The one that they were in the middle of."""
        return await requests.draft_of(self._session, self._actor.person_id)

    async def read(self, request_id: int) -> HelpRequest:
        return (await self._read(request_id))[0]

    async def _read(self, request_id: int) -> tuple[HelpRequest, bytes | None]:
        if request_id not in self._known:
            found = await requests.draft(self._session, request_id, self._actor.person_id)
            if found is None:
                raise NotThere
            self._known[request_id] = found
        return self._known[request_id]

    async def fill(self, request_id: int, **fields: Any) -> HelpRequest:
        """Any of PUBLIC_FIELDS; None or [] empties one. TooLong, or NotOffered for a value that is not a choice."""
        draft = await self.read(request_id)
        for name, value in fields.items():
            setattr(draft, name, self._checked(name, value))
        draft.changed_at = self._actor.now
        await self._session.flush()
        return draft

    async def fill_private(self, request_id: int, **fields: str | None) -> HelpRequest:
        """Any of PRIVATE_FIELDS; None removes one. TooLong."""
        draft = await self.read(request_id)
        if not set(fields) <= set(PRIVATE_FIELDS):
            raise NotOffered
        for name, value in fields.items():
            _fits(name, value)
        whole = {**await self.private(draft), **fields}
        secret = self._actor.vault.encrypt({name: value for name, value in whole.items() if value})
        await private_parts.write(self._session, request_id, secret)
        self._known[request_id] = draft, secret
        draft.changed_at = self._actor.now
        await self._session.flush()
        return draft

    async def wrote(self, request_id: int, message_id: int) -> None:
        """This message tells something private. About a neighbour it goes from the volunteer's chat once all is sent,
        or after two days; what residents write about themselves is theirs."""
        draft = await self.read(request_id)
        if draft.for_person_id is None:
            about = {"request": draft.id, "code": draft.code, "media": None}
            due_at = self._actor.now + SHOWN_FOR
            await removal_queries.add(self._session, self._actor.person_id, message_id, about, due_at)

    async def private(self, draft: HelpRequest) -> dict[str, str]:
        """What they wrote into the private part."""
        _draft, secret = await self._read(draft.id)
        return self._actor.vault.decrypt(secret) if secret else {}

    async def missing(self, draft: HelpRequest) -> list[str]:
        """Fields without which it cannot be logged."""
        needed = ["topic", "languages", "urgency", "reach"]
        needed += ["area"] if self.desk.directory.organization.areas else []
        missing = [name for name in needed if not getattr(draft, name)]
        private = await self.private(draft)
        if not draft.sentence and not private.get("voice") and not private.get("photo"):
            missing.append("sentence")
        if not draft.consent:
            missing.append("consent")
        if draft.reach == ContactWay.PHONE and not private.get("phone"):
            missing.append("phone")
        return missing

    async def log(self, request_id: int) -> HelpRequest:
        """Onto the board, or before a coordinator where they want that. Incomplete, TooManyRequests."""
        actor = self._actor
        draft = await self.read(request_id)
        if missing := await self.missing(draft):
            raise Incomplete(missing)
        await self._not_too_many(draft)
        action = Action.SUBMIT if actor.policy.approve_requests and not actor.is_coordinator else Action.LOG
        logged = await move(actor, request_id, action, HelpRequest.logged_by == actor.person_id)
        if logged is None:
            raise NotPossibleNow
        self._known.clear()
        await self._forget_what_was_typed(logged)
        notices = RequestNotices(actor)
        if logged.state == RequestState.OPEN:
            await notices.announce(logged)
        else:
            await notices.tell_team(NoticeKind.REQUEST_TO_APPROVE, logged, actor.person_id)
        return logged

    async def discard(self, request_id: int) -> None:
        """Nothing of it is left."""
        draft = await self.read(request_id)
        await self._forget_what_was_typed(draft)
        await self._session.delete(draft)
        await self._session.flush()
        self._known.clear()

    async def _forget_what_was_typed(self, draft: HelpRequest) -> None:
        if draft.for_person_id is None:
            await removals.from_chat(self._actor, self._actor.person_id, draft.id)

    async def _not_too_many(self, draft: HelpRequest) -> None:
        if draft.for_person_id is None:
            if not self._actor.is_volunteer:
                raise NotAllowed
        elif len(await requests.running_for(self._session, draft.for_person_id)) >= REQUESTS_AT_ONCE:
            raise TooManyRequests(REQUESTS_AT_ONCE)

    def _checked(self, name: str, value: Any) -> Any:
        if name not in PUBLIC_FIELDS:
            raise NotOffered
        if value is None or name == "consent":
            return bool(value) if name == "consent" else [] if name in ("languages", "days") else None
        if name in ("sentence", "wanted_when"):
            _fits(name, value)
            return value
        chosen = value if isinstance(value, list) else [value]
        if not set(chosen) <= set(self.choices(name)):
            raise NotOffered
        return {"urgency": Urgency, "reach": ContactWay}.get(name, lambda same: same)(value)

    def choices(self, name: str) -> list[str]:
        """The values among which one chooses: ids of services and areas, codes of languages and days …"""
        if name == "urgency":
            return [*Urgency]
        if name == "reach":
            return [*ContactWay]
        part, more = {"topic": ("topics", [OTHER]), "area": ("areas", [])}.get(name, (name, []))
        if part not in get_args(Part):
            raise NotOffered
        return [*choices(self.desk, cast("Part", part)), *more]


def _fits(name: str, value: str | None) -> None:
    limit = LIMITS.get(name, SHORT_LIMIT if name in ("name", "phone") else SENTENCE_LIMIT)
    if value and len(value) > limit:
        raise TooLong(len(value), limit)
