"""Where things lie on this computer."""

from __future__ import annotations

from pathlib import Path

from platformdirs import PlatformDirs

PLACES = PlatformDirs("riskdesk", appauthor=False)
SUFFIX = ".riskdesk"
"""How the name of a riskdesk file ends."""


def default_file() -> Path:
    """The office's file unless chosen otherwise: local, never a folder that is synced behind our back."""
    return Path(PLACES.user_data_dir) / f"office{SUFFIX}"


def settings_file() -> Path:
    """What this computer remembers of the window."""
    return Path(PLACES.user_config_dir) / "settings.json"


def log_file() -> Path:
    """The program's log."""
    return Path(PLACES.user_log_dir) / "riskdesk.log"
