"""The detail pane of the register page with a made-up risk."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.banner import Banner
from riskdesk.gui.widgets.base import Painted
from riskdesk.gui.widgets.button import Button
from riskdesk.gui.widgets.card import Card
from riskdesk.gui.widgets.label import Label, Prose, SectionTitle
from riskdesk.gui.widgets.linkrow import LinkRow
from riskdesk.gui.widgets.paint import line, put_text
from riskdesk.gui.widgets.score import ScoreCard

MEASURES = [
    ("预防", "值班员每季度对讲安抚演练", "", "陈立", "完成", "text"),
    ("控制", "维保合同写明 30 分钟到场", "", "沈敏", "逾期 2 天", "red"),
    ("转移", "物业责任险", "2027-03-31 到期", "林岚", "有效", "text"),
]


class Measures(Painted):
    """The measures as rows, as the page's own painted list would show them."""

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(300), theme().px(32) * len(MEASURES))

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme().px
        painter = QPainter(self)
        small, bold = theme().font("small"), theme().font("small", bold=True)
        c = self.colours
        for row, (kind, text, note, who, state, tone) in enumerate(MEASURES):
            y, height = row * px(32), px(32)
            put_text(painter, QRectF(0, y, px(48), height), kind, small, c["text"])
            wide = put_text(painter, QRectF(px(49), y, px(186), height), text, small, c["text"])
            put_text(painter, QRectF(px(53) + wide, y, px(186) - wide, height), note, small, c["text3"])
            put_text(painter, QRectF(px(244), y, px(48), height), who, small, c["text"])
            late = bold if tone == "red" else small
            put_text(painter, QRectF(px(294), y, self.width() - px(294), height), state, late, c[tone])
            line(painter, 0, y + height - 1, self.width(), y + height - 1, c["border"])


def detail(parent: QWidget) -> QWidget:
    """The pane."""
    px = theme().px
    card = Card(margin=18, parent=parent)
    body = card.body
    body.setSpacing(px(4))
    body.addWidget(Label("JX-R-2026-0031 · 操作 · 工程部 · 监控中", "small", "second", parent=card))
    body.addWidget(Label("电梯困人处置超时", "lead", bold=True, parent=card))
    body.addSpacing(px(4))
    body.addWidget(Banner("红色风险还没有关联预案", "error", "选择预案", icon="flag", parent=card))
    body.addSpacing(px(8))
    scores = QHBoxLayout()
    scores.setSpacing(px(8))
    for title, level, formula, note in (
        ("固有", "red", "5 × 4 = 20", "无控制措施"),
        ("现状", "red", "4 × 4 = 16", "2026-09-28 评"),
        ("目标", "yellow", "2 × 4 = 8", "3 项措施完成后"),
    ):
        score = ScoreCard(title, parent=card)
        score.set_score(level, formula, note)
        scores.addWidget(score)
    body.addLayout(scores)
    _sections(card, body)
    return card


def _sections(card: Card, body: QVBoxLayout) -> None:
    px = theme().px
    body.addSpacing(px(12))
    body.addWidget(SectionTitle("后果与成因", parent=card))
    text = "维保单位夜间到场超过 30 分钟；值班员不熟悉对讲安抚流程，业主报警并拍摄视频。"
    body.addWidget(Prose(text, tone="second", parent=card))
    body.addSpacing(px(6))
    body.addWidget(SectionTitle("措施", "预防 2　控制 1　转移 1", parent=card))
    body.addWidget(Measures(card))
    body.addSpacing(px(10))
    body.addWidget(SectionTitle("相关", parent=card))
    body.addWidget(LinkRow("a", "incident", "事件", "JX-I-2026-0009", "3 栋电梯困人（9-14）", parent=card))
    body.addWidget(LinkRow("b", "case", "案例", "HQ-C-2026-0102", "未启动预案致业主报警", parent=card))
    body.addWidget(LinkRow("c", "drill", "演练", "夜间电梯困人", "计划 12-06", parent=card))
    body.addSpacing(px(8))
    row = QHBoxLayout()
    row.setSpacing(px(8))
    row.addWidget(Button("编辑", key="F2", parent=card))
    row.addWidget(Button("重新评分", parent=card))
    row.addWidget(Button("打印", key="Ctrl+P", parent=card))
    row.addStretch(1)
    row.addWidget(Button("历史", parent=card))
    body.addLayout(row)
    body.addStretch(1)
    body.setAlignment(Qt.AlignmentFlag.AlignTop)
