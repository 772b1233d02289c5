"""The language of the program: English source texts, translated from a Qt Linguist file without needing Qt.

`python -m riskdesk.i18n` brings the .ts file up to date with the texts in the code.
"""

from __future__ import annotations

import ast
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from riskdesk.data import data_path

LANGUAGES = {"zh": "简体中文", "en": "English"}
_MARKERS = {"tr", "N_"}
_language = "zh"


def set_language(language: str) -> None:
    """Choose 'zh' or 'en' for every later `tr`."""
    global _language
    if language not in LANGUAGES:
        raise ValueError(language)
    _language = language


def language() -> str:
    """The language now in use."""
    return _language


def tr(text: str, /, **params: Any) -> str:
    """`text` in the language in use, with its named values filled in."""
    return tr_in(_language, text, **params)


def tr_in(language: str, text: str, /, **params: Any) -> str:
    """`text` in 'zh' or 'en', whatever language is in use: for paper, which may be in another."""
    if language != "en":
        text = catalogue(language).get(text, text)
    return text.format(**params) if params else text


@cache
def catalogue(language: str) -> dict[str, str]:
    """Source text to translation, finished entries only."""
    return {source: done for source, done in _messages(_ts_file(language)) if done}


def _ts_file(language: str) -> Path:
    return data_path("translations") / f"riskdesk_{ {'zh': 'zh_CN'}[language] }.ts"


def _messages(ts: Path) -> Iterator[tuple[str, str]]:
    if not ts.exists():
        return
    for message in ET.parse(ts).iter("message"):
        translation = message.find("translation")
        finished = translation is not None and translation.get("type") is None
        yield (
            message.findtext("source", ""),
            (translation.text or "") if finished and translation is not None else "",
        )


def source_texts(package: Path) -> set[str]:
    """Every literal given to `tr` or `N_` in the Python files under `package`."""
    found: set[str] = set()
    for file in sorted(package.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and _name(node.func) in _MARKERS:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    found.add(first.value)
    return found


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else ""


def write_ts(ts: Path, translations: dict[str, str]) -> None:
    """Write a Qt Linguist file; texts without a translation are marked unfinished."""
    root = ET.Element("TS", version="2.1", language=ts.stem.removeprefix("riskdesk_"), sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = "riskdesk"
    for source in sorted(translations):
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "source").text = source
        translation = ET.SubElement(message, "translation")
        translation.text = translations[source]
        if not translations[source]:
            translation.set("type", "unfinished")
    ET.indent(root, " ")
    text = ET.tostring(root, encoding="unicode")
    ts.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")


def update(package: Path) -> list[str]:
    """Bring the .ts file in line with the code; returns the texts that still lack a translation."""
    ts = _ts_file("zh")
    known = dict(_messages(ts))
    now = {text: known.get(text, "") for text in source_texts(package)}
    write_ts(ts, now)
    return sorted(text for text, done in now.items() if not done)


if __name__ == "__main__":
    missing = update(Path(__file__).parent)
    print("\n".join(missing))
    sys.exit(1 if missing else 0)
