"""Loads the window, with no search for garbage among what stays anyway: that would take a sixth of the start."""

from __future__ import annotations

import gc
from importlib import import_module
from pathlib import Path


def load_window() -> None:
    """Load what the window is made of. From here on its Collector looks for garbage, and passes over this."""
    gc.disable()
    import_module("riskdesk.app")
    gc.freeze()


def open_window(path: Path | None = None, language: str = "") -> int:
    """Open the window on a file (by default the last one), in a language, and return the exit code."""
    load_window()
    from riskdesk.app import run

    return run(path, language)
