"""Loads the window, with no search for garbage among what stays anyway: that would take a sixth of the start."""

from __future__ import annotations

import builtins
import gc
from importlib import import_module
from pathlib import Path


def load_window() -> None:
    """Load what the window is made of. From here on its Collector looks for garbage, and passes over this."""
    gc.disable()
    import_module("PySide6.QtCore")
    # PySide looks through the source of every module that is loaded from now on for features that nobody asks for here.
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    import_module("riskdesk.app")
    gc.freeze()


def open_window(path: Path | None = None, language: str = "") -> int:
    """Open the window on a file (by default the last one), in a language, and return the exit code."""
    load_window()
    from riskdesk.app import run

    return run(path, language)
