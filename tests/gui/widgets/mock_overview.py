"""The overview page with made-up figures, put together from the widgets alone."""

from __future__ import annotations

from typing import Any

from mock_register import action, frame
from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.barchart import BarChart, Series
from riskdesk.gui.widgets.bars import Bar, CoverageBars
from riskdesk.gui.widgets.card import Card
from riskdesk.gui.widgets.head import HeadBar
from riskdesk.gui.widgets.heatmap import HeatMap
from riskdesk.gui.widgets.roles import CellRole, ColumnRole
from riskdesk.gui.widgets.stat import StatCard
from riskdesk.gui.widgets.table import RecordTable

TODO = [
    ("今天", "事件复盘报告", "HQ-I-2026-0021 二期停水", "还剩 3 小时 12 分", "沈敏"),
    ("今天", "整改", "消防泵房门锁更换", "逾期 2 天", "陈立"),
    ("明天", "风险评审", "电梯困人处置超时", "11-26", "陈立"),
    ("本周", "演练", "夜间电梯困人 · 锦绣花园", "11-28 20:00", "高峰"),
    ("本周", "学习", "4 人本季度未满 10 个案例", "11-30", "周颖"),
    ("下周", "保险", "物业责任险 续保", "12-04", "林岚"),
]
COUNTS = [[0, 12, 9, 4, 0], [8, 24, 22, 8, 0], [0, 17, 10, 6, 0], [0, 0, 5, 1, 1], [0, 0, 0, 1, 0]]
LEVELS = ["bbbbb", "bbbyy", "bbyyr", "byyrr", "byrrr"]
NAMES = {"b": "blue", "y": "yellow", "r": "red"}


class TodoModel(QAbstractTableModel):
    """What is to be done."""

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return len(TODO)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if role == ColumnRole.WIDTH:
            return (66, 143, 200, 176, 66)[section]
        return section == 2 if role == ColumnRole.FLEXIBLE else None

    def data(self, index: QModelIndex, role: int = 0) -> Any:
        text = TODO[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == CellRole.TONE:
            late = index.column() == 3 and text[:2] in ("还剩", "逾期")
            return "red" if late else "second" if index.column() in (0, 4) else None
        return None


def overview() -> QWidget:
    """The page."""
    window, page = frame("overview")
    px = theme().px
    head = HeadBar("概览", "11 月 25 日 星期三 · 第四季度第 9 周", window)
    head.add_action(action(window, "搜索或执行命令", "Ctrl+K"))
    head.add_action(action(window, "打印月报"))
    head.add_action(action(window, "报告事件", "Ctrl+Shift+I"), "danger")
    page.addWidget(head)
    row = QHBoxLayout()
    row.setSpacing(px(12))
    for label, number, sub, tone in (
        ("红色风险", "3", "比上月 −1　1 条需处理", "red"),
        ("逾期事项", "2", "整改 1　评审 1", "red"),
        ("本季度演练", "26 / 35", "还差 9 次，5 次已排期", "text"),
        ("本月新增案例", "3 / 4", "再写 1 个达标", "text"),
        ("平均到场", "11 分 40 秒", "目标 15 分　近 30 天 6 起", "text"),
    ):
        card = StatCard(label, window)
        card.set_stat(number, sub, tone)
        row.addWidget(card)
    page.addLayout(row)
    page.addLayout(_upper(window), 324)
    page.addLayout(_lower(window), 250)
    page.setSpacing(px(12))
    return window


def _upper(window: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme().px(12))
    todo = Card("要做的事", "点任意数字，打开它背后的清单", parent=window)
    table = RecordTable("要做的事", window)
    table.setModel(TodoModel(table))
    table.horizontalHeader().hide()
    todo.body.addWidget(table)
    heat = Card("热力图 · 现状", parent=window)
    cells = HeatMap("可能性", "严重度", window)
    cells.set_cells(COUNTS, [[NAMES[key] for key in line] for line in LEVELS])
    heat.body.addWidget(cells)
    row.addWidget(todo, 734)
    row.addWidget(heat, 326)
    return row


def _lower(window: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme().px(12))
    months = Card("红、黄风险 12 个月", parent=window)
    chart = BarChart("红、黄风险 12 个月", window)
    yellow = [18, 19, 19, 22, 24, 25, 27, 26, 24, 22, 21, 21]
    red = [2, 2, 3, 3, 4, 3, 5, 6, 5, 4, 3, 3]
    series = [Series("黄", "chart_yellow", yellow), Series("红", "chart_red", red)]
    chart.set_data([f"{(month + 10) % 12 + 1}月" for month in range(1, 13)], series)
    months.body.addWidget(chart)
    drills = Card("本季度演练覆盖", parent=window)
    bars = [Bar("锦绣花园", 7, 7), Bar("翠湖一期", 6, 7), Bar("翠湖二期", 4, 7, True), Bar("云庭", 7, 7)]
    drills.body.addWidget(CoverageBars("本季度演练覆盖", [*bars, Bar("滨江壹号", 2, 7, True)], window))
    drills.body.addStretch(1)
    row.addWidget(months, 734)
    row.addWidget(drills, 326)
    return row
