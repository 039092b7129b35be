"""The only wiring: settings → database, content, bot, dispatcher, clockwork, and the way updates come in."""

from __future__ import annotations

import asyncio
import errno
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog
from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramAPIError, TelegramNotFound, TelegramUnauthorizedError
from aiogram.methods import DeleteWebhook, SetWebhook
from aiohttp import web

from bot.content.pack import read_pack
from bot.database import open_database
from bot.delivery.answer import Answer
from bot.delivery.client import BotApiSession, insist
from bot.delivery.notices import Delivery
from bot.delivery.pacing import Pacer
from bot.delivery.private_messages import RemembersPrivateMessages
from bot.delivery.profile import introduce
from bot.domain.clock import Clock
from bot.i18n import load_speeches
from bot.settings import Settings, SettingsError
from bot.understanding.reading import Understanding
from bot.updates.polling import poll
from bot.updates.receiving import ALLOWED_UPDATES, Receiver
from bot.updates.webhook import make_web
from bot.usecases.content import PackImport
from bot.usecases.keys import check_keys
from bot.usecases.learning.model_in_use import Learned
from bot.usecases.learning.open_questions import Heard
from bot.vault import open_vault
from bot.views.notices import views
from db.queries.broadcasts import broadcasts
from handlers.dispatcher import make_dispatcher
from scheduler.broadcasting import Broadcasting
from scheduler.by_itself import ByItself
from scheduler.clockwork import clockwork
from scheduler.learning import Teaching
from scheduler.meetings import Reminding
from scheduler.requests import RequestJobs

log = structlog.get_logger()

CONNECTIONS = 200  # at once to Telegram: at 75 ms each that is more than Telegram takes from one bot
LAST_WORK = 8  # seconds for the updates at hand after the wish to stop


async def run(settings: Settings, clock: Clock, stopping: asyncio.Event, ready: asyncio.Event | None = None) -> None:
    """Serve until `stopping`. Raises SettingsError, PackError or DatabaseError with one clear line each."""
    speeches = load_speeches()
    async with open_database(settings.database_url) as sessions, open_bot(settings) as bot:
        pack = read_pack(settings.organisation)
        vault = open_vault(settings)
        async with sessions.begin() as session:
            await PackImport(session, clock.now()).bring_up_to_date(pack)
            await check_keys(session, vault)
        await _known_to_telegram(bot, settings, stopping)
        pacer = Pacer(settings.rate)
        shown = views((await bot.me()).username or "")
        delivery = Delivery(bot, sessions, clock, speeches, pacer, views=shown, read_broadcast=broadcasts.find)
        by_itself = ByItself(sessions, clock, vault, settings, settings.administrators, delivery.due)
        broadcasting = Broadcasting(bot, by_itself, speeches, pacer)
        understanding, learned = Understanding.load(), Learned(settings.models)
        dispatcher = make_dispatcher(speeches, understanding)
        receiver = make_receiver(bot, dispatcher, by_itself, pacer, learned)
        requests = RequestJobs(by_itself)
        reminding, teaching = Reminding(by_itself), Teaching(by_itself, learned, understanding)
        async with clockwork(by_itself, delivery, broadcasting, requests, reminding, teaching):
            await introduce(bot, speeches)
            gc.collect()
            gc.freeze()  # what is loaded by now stays: the garbage collector need not go through it again and again
            gc.set_threshold(20_000, 20, 50)  # an update makes thousands of objects, few of them in circles
            await _receive(settings, receiver, stopping, ready or asyncio.Event())
    log.info("stopped")


def make_receiver(bot: Bot, dispatcher: Dispatcher, by_itself: ByItself, pacer: Pacer, learned: Learned) -> Receiver:
    """Serves people with what `by_itself` serves nobody with. `pacer`: shared with delivery, which gives way to
    answers."""
    return Receiver(
        bot,
        dispatcher,
        sessions=by_itself.sessions,
        clock=by_itself.clock,
        vault=by_itself.vault,
        policy=by_itself.policy,
        administrators=by_itself.administrators,
        due=by_itself.due,
        desks=by_itself.desks,
        answer=Answer(bot, pacer, RemembersPrivateMessages(by_itself.sessions, by_itself.clock)),
        learned=learned,
        heard=Heard(),
    )


@asynccontextmanager
async def open_bot(settings: Settings) -> AsyncIterator[Bot]:
    """A bot that talks to the Bot API of the settings, in HTML. SettingsError without a token."""
    session = BotApiSession(api=TelegramAPIServer.from_base(settings.api_url), limit=CONNECTIONS, timeout=15)
    defaults = DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview_is_disabled=True)
    async with Bot(settings.given_token(), session=session, default=defaults) as bot:
        yield bot


async def _known_to_telegram(bot: Bot, settings: Settings, stopping: asyncio.Event) -> None:
    try:
        await insist(bot.me, stopping)
    except (TelegramUnauthorizedError, TelegramNotFound):
        raise SettingsError("RELAIS_TOKEN: Telegram does not know this token; ask @BotFather for it again") from None
    except TelegramAPIError:
        raise SettingsError(f"RELAIS_API_URL: at {settings.api_url} there is no Bot API") from None


async def _receive(settings: Settings, receiver: Receiver, stopping: asyncio.Event, ready: asyncio.Event) -> None:
    if settings.webhook_url:
        async with _listening(settings, receiver):
            await _posted_to_us(receiver.bot, settings, stopping)
            log.info("ready", receiving="webhook")
            ready.set()
            await stopping.wait()
        return
    await insist(lambda: receiver.bot(DeleteWebhook()), stopping)
    log.info("ready", receiving="polling")
    ready.set()
    polling = asyncio.create_task(poll(receiver, stopping))
    await asyncio.wait({polling, asyncio.create_task(stopping.wait())}, return_when=asyncio.FIRST_COMPLETED)
    await asyncio.wait({polling}, timeout=LAST_WORK)
    polling.cancel()
    await asyncio.gather(polling, return_exceptions=True)


async def _posted_to_us(bot: Bot, settings: Settings, stopping: asyncio.Event) -> None:
    secret = settings.webhook_secret.get_secret_value()
    webhook = SetWebhook(url=settings.webhook_url, secret_token=secret, allowed_updates=ALLOWED_UPDATES)
    try:
        await insist(lambda: bot(webhook), stopping)
    except TelegramAPIError as error:
        raise SettingsError(f"RELAIS_WEBHOOK_URL: Telegram refuses it ({error.message})") from None


@asynccontextmanager
async def _listening(settings: Settings, receiver: Receiver) -> AsyncIterator[None]:
    app = make_web(receiver, settings.webhook_url, settings.webhook_secret.get_secret_value())
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=LAST_WORK)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, settings.listen_host, settings.listen_port).start()
        except OSError as error:
            why = "the port is taken" if error.errno == errno.EADDRINUSE else error.strerror
            raise SettingsError(f"RELAIS_LISTEN: cannot listen on {settings.listen} ({why})") from None
        yield
    finally:
        await runner.cleanup()
