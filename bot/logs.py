"""Logs for machines: one JSON object a line, on standard error, and nothing in it that names a person."""

from __future__ import annotations

import logging
import sys
import traceback

import structlog


def _code_only(exc_info: structlog.typing.ExcInfo) -> str:
    """Where it failed, without the exceptions' messages: they may repeat what somebody wrote."""
    parts: list[str] = []
    error: BaseException | None = exc_info[1]
    while error:
        parts = [*traceback.format_tb(error.__traceback__), f"{type(error).__qualname__}\n", *parts]
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return "".join(parts)


SHARED: list[structlog.typing.Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.processors.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]
SHOWN: list[structlog.typing.Processor] = [
    structlog.processors.ExceptionRenderer(_code_only),
    structlog.processors.JSONRenderer(),
]


def set_up_logs(level: int = logging.INFO) -> None:
    """Ours and the libraries' in one form. A traceback shows code, never the values in it."""
    structlog.configure(
        processors=[*SHARED, *SHOWN],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=True,
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=SHARED,
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *SHOWN],
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    # Libraries speak up only for warnings: at "info" aiogram and aiohttp name chats and addresses.
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
