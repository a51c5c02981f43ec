"""Logs: one JSON object a line with the request id in production, readable lines elsewhere."""

import logging.config
import re
from collections.abc import MutableMapping
from typing import Any

import structlog

# The keys of invitations, password resets and confirmations are longer than any name of ours.
KEY = re.compile(r"(/|%2F)[\w.~:=-]{30,}", re.IGNORECASE)


def configure(options: dict[str, Any]) -> None:
    """Set up logging; `options["json"]` chooses the form (LOGGING in the settings)."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    logging.config.dictConfig(_plain(options["json"], shared))
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.processors.StackInfoRenderer(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )


def hide_keys(
    logger: Any, method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Replace long parts of paths in all texts of a line: whoever reads it could follow the link.

    Django's own loggers name paths as well, hence here, and not where requests are logged.
    """
    for name, value in event.items():
        if isinstance(value, str):
            event[name] = KEY.sub(r"\1…", value)
    return event


def _plain(as_json: bool, shared: list[Any]) -> dict[str, Any]:
    last = structlog.processors.JSONRenderer(ensure_ascii=False) if as_json else _console()
    # No locals in tracebacks: they would carry passwords and contacts into the log.
    traceback = [structlog.processors.format_exc_info] if as_json else []
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "lines": {
                "()": structlog.stdlib.ProcessorFormatter,
                "processors": [
                    structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                    hide_keys,
                    *traceback,
                    last,
                ],
                "foreign_pre_chain": shared,
            }
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "lines"}},
        "root": {"handlers": ["stderr"], "level": "INFO" if as_json else "WARNING"},
        "loggers": {"django.server": {"level": "INFO"}, "heliu": {"level": "INFO"}},
    }


def _console() -> structlog.dev.ConsoleRenderer:
    return structlog.dev.ConsoleRenderer(
        colors=False, exception_formatter=structlog.dev.plain_traceback
    )
