"""Sheets of the gallery that show the widgets by themselves."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from riskdesk.gui.theme.theme import force_dark, theme
from riskdesk.gui.widgets.banner import Banner
from riskdesk.gui.widgets.busy import BusyStrip
from riskdesk.gui.widgets.button import Button, IconButton, LinkButton
from riskdesk.gui.widgets.card import Card
from riskdesk.gui.widgets.check import CheckBox
from riskdesk.gui.widgets.chip import Chip
from riskdesk.gui.widgets.chooser import Chooser
from riskdesk.gui.widgets.command import CommandPalette
from riskdesk.gui.widgets.edits import GrowingText, LineEdit
from riskdesk.gui.widgets.empty import EmptyState
from riskdesk.gui.widgets.facts import Fact, Facts
from riskdesk.gui.widgets.field import Field
from riskdesk.gui.widgets.grade import Grade, GradePicker
from riskdesk.gui.widgets.label import ElidedLabel, KeyPill, Label, Prose, SectionTitle
from riskdesk.gui.widgets.lines import LinesEdit
from riskdesk.gui.widgets.months import MonthsPicker
from riskdesk.gui.widgets.multichooser import MultiChooser, TagEdit
from riskdesk.gui.widgets.notice import Notices
from riskdesk.gui.widgets.options import Option, matching
from riskdesk.gui.widgets.segments import Segments
from riskdesk.gui.widgets.tag import LevelTag, Tag
from riskdesk.gui.widgets.timeline import Moment, Timeline
from riskdesk.gui.widgets.valueedits import DayEdit, DurationEdit, MoneyEdit

PEOPLE = [
    Option("cl", "陈立", "工程部 · 经理", "cl", icon="user"),
    Option("zy", "周颖", "客服部 · 值班员", "zy", icon="user"),
    Option("sm", "沈敏", "安全主管", "sm", icon="user"),
    Option("gf", "高峰", "秩序部 · 协调员", "gf", icon="user"),
]
GRADES = [
    Grade(1, "1", "极少", "十年内未听说过"),
    Grade(2, "2", "很少", "行业内发生过"),
    Grade(3, "3", "可能", "本公司三年内发生过"),
    Grade(4, "4", "较常", "本小区一年内发生过，或同类小区多次发生"),
    Grade(5, "5", "频繁", "本小区一年内发生多次"),
]
LEVELS = [
    Grade("red", "", "红", "立即整改，经理批准", "red"),
    Grade("yellow", "", "黄", "限期整改", "yellow"),
    Grade("blue", "", "蓝", "日常管理", "blue"),
]
MOMENTS = [
    Moment("09-14 21:06", "客服", "接报电梯停在 12 层，回答“我们知道了，等着吧”，挂断电话", "red"),
    Moment("21:19", "业主", "第二次来电，无人启动预案", "red"),
    Moment("21:33", "业主", "报警，并拍摄视频"),
    Moment("21:58", "维保", "到达现场，放出 3 人"),
    Moment("09-15 08:20", "媒体", "本地媒体转发视频", "red"),
    Moment("09-15 17:40", "公司", "发布声明并道歉"),
    Moment("09-15 18:00", "公司", "记错了人数，已改", "third", struck=True),
]


def today() -> dt.date:
    """The day of the drawings."""
    return dt.date(2026, 11, 25)


def page(title: str) -> tuple[QWidget, QGridLayout]:
    """A ground with a grid."""
    window = QWidget()
    window.setWindowTitle(title)
    grid = QGridLayout(window)
    grid.setContentsMargins(*[theme().px(20)] * 4)
    grid.setSpacing(theme().px(12))
    return window, grid


def flow(card: Card, *widgets: QWidget) -> None:
    """Widgets in a row."""
    row = QHBoxLayout()
    row.setSpacing(theme().px(8))
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    card.body.addLayout(row)


def parts() -> QWidget:
    """Buttons, chips, tags, banners, states, facts, timeline."""
    window, grid = page("parts")
    buttons = Card("按钮", "图标、文字、快捷键", parent=window)
    on = Button("月", parent=window)
    on.setCheckable(True)
    on.setChecked(True)
    off = Button("不能按", parent=window)
    off.setEnabled(False)
    flow(buttons, Button("新建", "primary", "plus", "Ctrl+N"), Button("打印", icon="print", key="Ctrl+P"), on, off)
    flow(buttons, Button("报告事件", "danger", key="Ctrl+Shift+I"), Button("历史", "quiet", "history"),
         IconButton("more", "更多"), IconButton("filter", "筛选"), LinkButton("重新排一次"), KeyPill("F2"))  # fmt: skip
    flow(buttons, Button("到了", "primary", "check", "Enter", large=True), Button("做不到", large=True))
    grid.addWidget(buttons, 0, 0)
    tags = Card("标签", parent=window)
    flow(tags, *(LevelTag(level) for level in ("red", "yellow", "blue")), LevelTag("red", small=True), LevelTag(""))
    flow(tags, Tag("二级响应", "yellow", "body"), Tag("已发布", "accent"), Tag("草稿"), Tag("已超时", "red"))
    menu = Chip("来源", parent=window)
    menu.set_menu(QMenu(menu))
    flow(tags, Chip("操作", 9, removable=True), Chip("法律", 1), menu, Chip("对讲安抚", passive=True))
    flow(tags, Segments("视图", [("t", "表格", "table"), ("h", "热力图", "heatmap"), ("l", "列表", "list")]))
    grid.addWidget(tags, 0, 1)
    grid.addWidget(_banners(window), 1, 0)
    empty = Card(parent=window)
    empty.body.addWidget(EmptyState("case", "案例库还是空的", "把发生过的事写下来，下一班人就不用再交一次学费。",
                                    "写第一个案例", "载入起步内容", "Ctrl+N", window))  # fmt: skip
    grid.addWidget(empty, 1, 1, 2, 1)
    course = Card("事件经过", parent=window)
    course.body.addWidget(Timeline(MOMENTS, window))
    course.body.addStretch(1)
    grid.addWidget(course, 2, 0)
    return window


def _banners(window: QWidget) -> Card:
    card = Card("提示", parent=window)
    card.body.addWidget(Banner("红色风险还没有关联预案", "error", "选择预案", icon="flag", parent=window))
    card.body.addWidget(Banner("备份已在今天 06:00 完成并验证。", "info", closable=True, parent=window))
    card.body.addWidget(Banner("你只能查看，修改要由安全主管沈敏来做。", "warn", parent=window))
    text = "还剩 3 分钟到时限。到时没有人到场，系统会提醒升级为一级响应，并列出要通知的人和电话号码，请提前准备。"
    card.body.addWidget(Banner(text, "limit", "查看预案", parent=window))
    facts = [Fact("地点", "3 栋 1 号梯 7—8 层之间"), Fact("电话", "138 0000 0000"), Fact("损失", ""),
             Fact("说明", "Averyveryverylongunbreakablewordthatmustwrapsomewhere0123456789 和中文"),
             Fact("级别", LevelTag("yellow"))]  # fmt: skip
    card.body.addWidget(Facts(facts, parent=window))
    boxed = [Fact("被困时长", "52 分"), Fact("受伤", "0 人"), Fact("赔偿", "5,000 元"), Fact("公开道歉", "是")]
    card.body.addWidget(Facts(boxed, 4, "boxed", window))
    card.body.addStretch(1)
    return card


def form() -> QWidget:
    """A form with every editor."""
    window, grid = page("form")
    left, right = Card("登记", parent=window), Card("评分与时间", parent=window)
    title = LineEdit(parent=window)
    title.setText("电梯困人处置超时")
    left.body.addWidget(Field("标题", title, required=True, history=True))
    owner = Chooser("输入姓名或拼音首字母", parent=window)
    owner.set_options(PEOPLE)
    owner.set_value("cl")
    left.body.addWidget(Field("负责人", owner, required=True, help_text="他会收到评审和整改的提醒。"))
    several = MultiChooser("再加一个", parent=window)
    several.set_options(PEOPLE)
    several.set_values(["zy", "sm"])
    left.body.addWidget(Field("参与人", several))
    tags = TagEdit("加标签", parent=window)
    tags.set_tags(["电梯困人", "夜间", "对讲安抚"])
    left.body.addWidget(Field("标签", tags))
    text = GrowingText("发生了什么，为什么", parent=window)
    text.set_text("维保单位夜间到场超过 30 分钟；值班员不熟悉对讲安抚流程，业主报警并拍摄视频。")
    wrong = Field("后果与成因", text, required=True)
    left.body.addWidget(wrong)
    wrong.set_error("请再写明一个成因，评审时要用。")
    lines = LinesEdit("加一个目标", numbered=True, parent=window)
    lines.set_lines(["30 分钟内到场", "每 5 分钟通报一次"])
    left.body.addWidget(Field("演练目标", lines))
    left.body.addStretch(1)
    likelihood = GradePicker("可能性", GRADES, window)
    likelihood.set_value(4)
    right.body.addWidget(Field("可能性", likelihood, required=True))
    level = GradePicker("级别", LEVELS, window)
    level.set_value("yellow")
    right.body.addWidget(Field("手动定级", level))
    row = QHBoxLayout()
    _values(row, window)
    right.body.addLayout(row)
    months = MonthsPicker(window)
    months.set_months([6, 7, 8])
    right.body.addWidget(Field("当季月份", months, help_text="不选表示全年都一样。"))
    told = CheckBox("已通知维保单位", quiet_done=True, parent=window)
    told.setChecked(True)
    right.body.addWidget(told)
    right.body.addWidget(CheckBox("安全交底，停止口令“演练停止”", parent=window))
    busy = BusyStrip(window)
    busy.start("正在导入 1,200 行", 100)
    busy.progress(40)
    busy.show()
    right.body.addWidget(busy)
    right.body.addStretch(1)
    grid.addWidget(left, 0, 0)
    grid.addWidget(right, 0, 1)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    left.setMinimumWidth(theme().px(380))
    return window


def _values(row: QHBoxLayout, window: QWidget) -> None:
    row.setSpacing(theme().px(12))
    day = DayEdit(today=today, parent=window)
    day.setText("+7")
    bad = DayEdit(today=today, parent=window)
    bad.setText("下回")
    money = MoneyEdit(parent=window)
    money.setText("1.2万")
    lasting = DurationEdit(parent=window)
    lasting.setText("1:30")
    for label, editor in (("下次评审", day), ("到期", bad)):
        row.addWidget(Field(label, editor))
    for label, editor in (("赔偿", money), ("时限", lasting)):
        row.addWidget(Field(label, editor))


COMMANDS = [
    Option("new", "新建风险", "", "xjfx", "plus", hint="Ctrl+N"),
    Option("report", "报告事件", "", "bgsj", "incident", hint="Ctrl+Shift+I"),
    Option("r1", "电梯困人处置超时", "JX-R-2026-0031 · 操作 · 陈立", "dtkr", level="red"),
    Option("r2", "地下车库暴雨进水", "JX-R-2026-0007 · 自然灾害", "dxck", level="yellow"),
    Option("c1", "未启动预案，电梯困人引来媒体", "HQ-C-2026-0102 · 案例", "wqd", "case"),
    Option("p1", "电梯困人预案", "第 3 版 · 已批准", "dtkr", "playbook"),
    Option("print", "打印月报", "", "dyyb", "print", hint="Ctrl+P"),
]


def command() -> QWidget:
    """The palette over a form, with two notices and an open list below."""
    window = form()
    notices = Notices(window)
    notices.post("已把“公共收益未按期公示”改为已关闭", "撤销", print, key="Ctrl+Z")
    notices.post("已导出 128 条风险", icon="download")
    palette = CommandPalette(window, _commands)
    window.palette_widget = palette  # type: ignore[attr-defined]
    palette.open("")
    return window


def _commands(text: str) -> list[Option]:
    return matching(COMMANDS, text)


def dropped() -> QWidget:
    """A form with an open list and a notice."""
    window = form()
    window.resize(1280, 800)
    window.show()
    QApplication.processEvents()
    owner = window.findChild(Chooser)
    assert owner is not None
    owner.open_all()
    Notices(window).post("已保存 3 项修改", "撤销", print, key="Ctrl+Z")
    return window


def dark_part() -> QWidget:
    """A light window with a part that is always dark."""
    window, grid = page("dark part")
    light = Card("外面跟随主题", parent=window)
    light.body.addWidget(LineEdit("单行", window))
    light.body.addWidget(Prose("正文会跟着主题走。", parent=window))
    room = QWidget(window)
    force_dark(room)
    room.setAutoFillBackground(True)
    column = QVBoxLayout(room)
    inside = Card("控制台总是深色", parent=room)
    column.addWidget(inside)
    inside.body.addWidget(LineEdit("写一条记录，时间自动", room))
    inside.body.addWidget(GrowingText("多行", parent=room))
    inside.body.addWidget(Prose("维保、工程部 · 启动后 15 分钟内。", tone="second", parent=room))
    inside.body.addWidget(Label("已进行", "small", "second", parent=room))
    inside.body.addWidget(Label("00:12:41", "clock", bold=True, parent=room))
    inside.body.addWidget(ElidedLabel("到达现场，配合救援", "title", bold=True, parent=room))
    inside.body.addWidget(SectionTitle("打电话", "按号码拨出", parent=room))
    flow(inside, Button("到了", "primary", "check", "Enter", large=True), Button("做不到", large=True), Chip("消防"))
    inside.body.addWidget(Timeline(MOMENTS[:3], room))
    grid.addWidget(light, 0, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(room, 0, 1)
    return window
