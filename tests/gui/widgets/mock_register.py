"""The register page with made-up records, put together from the widgets alone: to be looked at beside the drawing."""

from __future__ import annotations

from typing import Any

from mock_detail import detail
from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.button import Button
from riskdesk.gui.widgets.card import Card
from riskdesk.gui.widgets.chip import Chip
from riskdesk.gui.widgets.foot import FootBar, Running
from riskdesk.gui.widgets.head import HeadBar
from riskdesk.gui.widgets.rail import Rail
from riskdesk.gui.widgets.roles import CellRole, ColumnRole
from riskdesk.gui.widgets.search import SearchBox
from riskdesk.gui.widgets.table import RecordTable

PAGES = [
    ("overview", "概览", None), ("risk", "风险清单", 128), ("case", "案例库", 106), ("playbook", "应急预案", 21),
    ("drill", "演练", 3), ("incident", "事件", 1), ("action", "整改", 9), ("study", "学习考核", None),
    ("print", "打印中心", None),
]  # fmt: skip

RISKS = [
    ("JX-R-2026-0031", "red", "电梯困人处置超时", "操作", "陈立", "3 / 4", "11-26", "缺预案"),
    ("JX-R-2026-0012", "red", "消防管道漏水按普通报修派单", "操作", "周颖", "2 / 3", "11-28", ""),
    ("JX-R-2026-0044", "red", "业主视频曝光电梯故障响应慢", "舆情", "沈敏", "4 / 4", "12-01", ""),
    ("JX-R-2026-0007", "yellow", "地下车库暴雨进水", "自然灾害", "陈立", "5 / 6", "12-03", "当季"),
    ("JX-R-2026-0019", "yellow", "公共收益未按期公示", "法律", "林岚", "1 / 2", "逾期 4 天", ""),
    ("JX-R-2026-0023", "yellow", "业主个人信息外泄", "法律", "周颖", "3 / 3", "12-10", ""),
    ("JX-R-2026-0051", "yellow", "电动自行车楼道充电", "消防", "高峰", "2 / 5", "12-11", ""),
    ("JX-R-2026-0052", "yellow", "冬季供暖投诉集中", "舆情", "周颖", "1 / 3", "12-15", "当季"),
    ("JX-R-2026-0016", "blue", "报修地址录入错误", "操作", "周颖", "2 / 2", "12-20", ""),
    ("JX-R-2026-0035", "blue", "停车位纠纷升级", "群体", "高峰", "1 / 1", "01-05", ""),
    ("JX-R-2026-0036", "blue", "绿化养护引发不满", "舆情", "吴迪", "1 / 1", "01-08", ""),
    ("JX-R-2026-0038", "blue", "外墙饰面脱落", "操作", "陈立", "2 / 2", "01-12", ""),
    ("JX-R-2026-0040", "blue", "装修垃圾堆占消防通道", "消防", "高峰", "2 / 2", "01-15", ""),
]
COLUMNS = [
    ("number", "编号", 121), ("level", "现状", 67), ("title", "风险", 190), ("category", "类别", 77),
    ("owner", "负责人", 62), ("measures", "措施", 48), ("review", "下次评审", 79),
]  # fmt: skip
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RiskModel(QAbstractTableModel):
    """The thirteen risks of the drawing."""

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return len(RISKS)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        key, text, width = COLUMNS[section]
        answers = {Qt.ItemDataRole.DisplayRole: text, ColumnRole.KEY: key, ColumnRole.WIDTH: width}
        answers[ColumnRole.FLEXIBLE] = key == "title"
        if key == "measures":
            answers[Qt.ItemDataRole.TextAlignmentRole] = RIGHT
        return answers.get(role)

    def data(self, index: QModelIndex, role: int = 0) -> Any:
        row, key = RISKS[index.row()], COLUMNS[index.column()][0]
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if key == "level" else row[index.column()]
        if role == CellRole.ID:
            return row[0]
        if role == CellRole.LEVEL and key == "level":
            return row[1]
        if role == CellRole.SUFFIX and key == "title":
            return row[7]
        if role == CellRole.SUFFIX_TONE and row[7] == "缺预案":
            return "red"
        if role == CellRole.TONE:
            late = key == "review" and row[6].startswith("逾期")
            return "red" if late else "second" if key == "number" else None
        if role == Qt.ItemDataRole.TextAlignmentRole and key == "measures":
            return RIGHT
        return None


def frame(current: str) -> tuple[QWidget, QVBoxLayout]:
    """A window with rail and foot; returns it and the layout of the page."""
    window = QWidget()
    rail = Rail("风险台", window)
    for key, text, count in PAGES:
        rail.add(key, key, text)
        rail.set_count(key, count)
    rail.add("settings", "settings", "设置", at_bottom=True)
    rail.set_current(current)
    foot = FootBar(window)
    foot.set_person("沈敏 · 安全主管")
    foot.set_site("锦绣花园 JX")
    foot.set_saved("saved", "14:37:08")
    foot.set_backup("备份 今天 06:00，已验证")
    foot.set_running([Running("i", "3 栋电梯困人", "00:12:41", "02:19")])
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    row = QHBoxLayout()
    row.setSpacing(0)
    row.addWidget(rail)
    page = QVBoxLayout()
    margin = theme().px(20)
    page.setContentsMargins(margin, theme().px(16), margin, theme().px(14))
    page.setSpacing(theme().px(10))
    row.addLayout(page, 1)
    column.addLayout(row, 1)
    column.addWidget(foot)
    return window, page


def action(window: QWidget, text: str, key: str = "") -> QAction:
    """An action with a shortcut."""
    made = QAction(text, window)
    made.setShortcut(key)
    return made


def filters(window: QWidget) -> QHBoxLayout:
    """The filter bar."""
    row = QHBoxLayout()
    row.setSpacing(theme().px(8))
    row.addWidget(SearchBox("搜索标题、编号、地点", parent=window))
    row.addWidget(Chip("状态：监控中", removable=True, parent=window))
    for text, count in (("级别", None), ("责任部门", None), ("当季", None), ("需处理", 5)):
        row.addWidget(Chip(text, count, parent=window))
    row.addStretch(1)
    views = Button("视图：我的部门", "quiet", parent=window)
    views.set_menu(QMenu(views))
    row.addWidget(views)
    return row


def register() -> QWidget:
    """The page."""
    window, page = frame("risk")
    head = HeadBar("风险清单", "128 条 · 红 3　黄 21　蓝 104", window)
    for text in ("表格", "热力图", "第四季度排查会"):
        head.add_action(action(window, text))
    head.add_action(action(window, "新建风险", "Ctrl+N"), "primary")
    page.addWidget(head)
    page.addLayout(filters(window))
    body = QHBoxLayout()
    body.setSpacing(theme().px(12))
    table = RecordTable("风险", window)
    table.setModel(RiskModel(table))
    table.set_sort_keys([("level", False)])
    table.selectRow(0)
    card = Card(flush=True, parent=window)
    card.body.addWidget(table)
    body.addWidget(card, 660)
    body.addWidget(detail(window), 400)
    page.addLayout(body, 1)
    return window
