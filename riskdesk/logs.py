"""The program's log: rotating, with its version, and nothing personal in it."""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from riskdesk import __version__
from riskdesk.places import log_file

BYTES, FILES = 1_000_000, 5


def start(path: Path | None = None) -> None:
    """Log to a rotating file; where that cannot be, to the terminal."""
    path = path or log_file()
    handler: logging.Handler
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=BYTES, backupCount=FILES, encoding="utf-8", delay=True)
    except OSError:
        handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    root.addHandler(handler)
    # fontTools and reportlab are talkative at this level.
    logging.getLogger("fontTools").setLevel(logging.WARNING)
    logging.info("riskdesk %s, Python %s, %s", __version__, platform.python_version(), platform.system())


def details_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where an error happened, without the values, which may be personal."""
    lines = "".join(traceback.format_tb(trace))
    return f"riskdesk {__version__}, Python {platform.python_version()}, {platform.system()}\n{lines}{kind.__name__}"
