"""Qt's own file dialog, which shows where the system has none: in Chinese, and readable in both schemes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QFileDialog, QHeaderView, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from riskdesk import i18n
from riskdesk.app import speak
from riskdesk.gui.qt_texts import LACKING
from riskdesk.gui.theme.theme import theme


@pytest.fixture
def dialog(qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[QFileDialog]:
    """Saving a file, in Chinese."""
    for text in (text for texts in LACKING.values() for text in texts):
        monkeypatch.setitem(i18n.catalogue("zh"), text, i18n.catalogue("zh").get(text, f"中文 {text}"))
    speak(qapp, "zh")
    made = QFileDialog(None, "存为 PDF", str(tmp_path), "PDF (*.pdf)")
    made.setOption(QFileDialog.Option.DontUseNativeDialog)
    made.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    qtbot.addWidget(made)
    made.show()
    yield made
    theme().choose("light")
    speak(qapp, "en")


def test_every_word_of_it_is_chinese(dialog: QFileDialog) -> None:
    words = [*(label.text() for label in dialog.findChildren(QLabel)),
             *(button.text() for button in dialog.findChildren(QPushButton))]  # fmt: skip
    told = [word for word in words if word]
    assert len(told) >= 5
    assert [word for word in told if not any("\u4e00" <= sign <= "\u9fff" for sign in word)] == []


def test_what_is_not_lacking_stays_with_the_translation_of_qt(dialog: QFileDialog) -> None:
    assert QCoreApplication.translate("QFileDialog", "Back") == "后退"
    assert QCoreApplication.translate("Elsewhere", "&Look in:") == "&Look in:"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_head_of_the_list_can_be_read(dialog: QFileDialog, qtbot: QtBot, scheme: str) -> None:
    theme().choose(scheme)  # type: ignore[arg-type]
    qtbot.wait(20)
    head = dialog.findChild(QHeaderView)
    assert head is not None
    image = head.grab().toImage()
    colours = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    ground = max(set(map(QColor.name, colours)), key=[colour.name() for colour in colours].count)
    assert ground == theme().colours["surface2"].name()
    far = max(abs(colour.lightness() - QColor(ground).lightness()) for colour in colours)
    assert far > 90
