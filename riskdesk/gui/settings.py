"""What this computer remembers of the window and its user. What belongs to the office is in the file instead."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from riskdesk.places import settings_file

log = logging.getLogger(__name__)


OnTopChoice = Literal["never", "alarm", "running"]


class Settings(BaseModel):
    """Kept as one JSON file; a value that cannot be read falls back to its default."""

    model_config = ConfigDict(validate_assignment=True)

    version: int = 1
    language: Literal["zh", "en"] = "zh"
    theme: Literal["light", "dark", "follow"] = "follow"
    text_scale: Literal[100, 125, 150] = 100
    last_file: str = ""
    person_id: str = ""
    person_asked: bool = False
    """Whoever works here does not want to be asked for the name."""
    on_top: OnTopChoice = "alarm"
    """When the window stays above those of other programs: while an alarm rings, while an incident runs."""
    geometry: str = ""
    """Base64 of QWidget.saveGeometry."""
    splitters: dict[str, list[int]] = {}
    tables: dict[str, dict[str, Any]] = {}
    views: dict[str, list[dict[str, Any]]] = {}
    """Saved views per page."""
    last_page: str = "overview"
    backup_folder: str = ""
    import_folder: str = ""
    export_folder: str = ""


class SettingsFile:
    """Reads and writes the settings; a lost write loses window places and nothing else."""

    def __init__(self, path: Path | None = None, language: str = "") -> None:
        """`language` holds in place of the one in the file, which stays as it is until another is chosen."""
        self.path = path or settings_file()
        self.values = self._read()
        self._asked, self._kept = language, self.values.language
        if language:
            self.values.language = language  # type: ignore[assignment]

    def _read(self) -> Settings:
        try:
            return Settings.model_validate_json(self.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return Settings()
        except (OSError, ValidationError) as error:
            log.warning("settings could not be read: %s", type(error).__name__)
            return Settings()

    def save(self) -> None:
        """Write what has changed."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            partial = self.path.with_suffix(".part")
            partial.write_text(self._remembered().model_dump_json(indent=1), encoding="utf-8")
            os.replace(partial, self.path)
        except OSError as error:
            log.warning("settings could not be saved: %s", error.strerror)

    def _remembered(self) -> Settings:
        """All but a language that was asked for and never chosen."""
        if self.values.language != self._asked:
            self._asked = ""
        return self.values.model_copy(update={"language": self._kept}) if self._asked else self.values
