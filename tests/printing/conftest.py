"""Data as the desk hands them over, one set for each kind of record, after the drawings of the forms."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from riskdesk.printing import Forms, Printed, load_forms, render

ZONE = dt.timezone(dt.timedelta(hours=8))


def at(hour: int, minute: int, second: int = 0, day: int = 25) -> dt.datetime:
    """A time of November 2026, kept in UTC as the store does."""
    return dt.datetime(2026, 11, day, hour, minute, second, tzinfo=ZONE).astimezone(dt.UTC)


@pytest.fixture
def office() -> dict[str, Any]:
    return {"name": "锦绣物业", "department": "锦绣物业安全管理部", "site": "锦绣花园"}


@pytest.fixture
def printed_at() -> dt.datetime:
    return dt.datetime(2026, 11, 25, 14, 20, tzinfo=ZONE)


@pytest.fixture(scope="session")
def forms() -> Forms:
    return load_forms()


def _step(n: int, what: str, role: str, limit: str = "", inject: bool = False) -> dict[str, Any]:
    return {"n": n, "what": what, "role": role, "limit_text": limit, "note": "", "inject": inject}


@pytest.fixture
def drill() -> dict[str, Any]:
    return {
        "drill": {
            "number": "JX-D-2026-0026", "title": "夜间电梯困人", "kind_name": "实战",
            "planned_on": dt.date(2026, 12, 6), "starts_at": dt.datetime(2026, 12, 6, 12, 0, tzinfo=dt.UTC),
            "place": "3 栋 1 号梯", "tier_name": "二级", "lead_name": "高峰", "playbook_title": "电梯困人",
            "playbook_version": 3, "role_name": "", "stop_word": "演练停止", "pass_mark": 85,
            "briefing": "轿厢内为扮演人员，维保在场；出现真实险情立即终止并按事件处置。",
        },
        "rows": [
            _step(1, "确认被困位置、人数和身体状况", "客服", "1 分"),
            _step(2, "拨打 119，联系维保单位 13800138000", "客服", "同步"),
            _step(3, "注入 1：被困者恐慌、拍门", "观察员", "注 +6 分", inject=True),
            _step(4, "宣布演练结束，现场讲评", "总指挥"),
        ],
        "moments": ["开始", "启动预案", "到场", "救出", "结束"],
        "criteria": [
            {"name": "流程规范性", "weight": 40},
            {"name": "沟通有效性", "weight": 30},
            {"name": "问题解决效率", "weight": 30},
        ],
    }  # fmt: skip


def _entry(time: dt.datetime, what: str, took: str = "", late: bool = False, reason: str = "") -> dict[str, Any]:
    return {
        "at": time, "what": what, "who": "客服 周颖", "took_text": took, "late": late, "struck": bool(reason),
        "struck_reason": reason,
    }  # fmt: skip


@pytest.fixture
def incident() -> dict[str, Any]:
    return {
        "incident": {
            "number": "JX-I-2026-0021", "title": "3 栋电梯困人", "tier_name": "二级", "playbook_title": "电梯困人",
            "playbook_version": 3, "started_at": at(14, 24, 27), "closed_at": at(15, 10, 2), "duration_s": 2735,
            "trapped": 2, "injured": 0, "loss_cents": 500000, "due_at": at(15, 10, 0, 26),
            "submitted_at": at(22, 40), "summary": "2 名业主被困 25 分钟后救出，无人受伤。",
            "root_cause": "交接期岗位安排缺规定。",
        },
        "chart": [
            {"label": "启动预案", "actual_s": 41, "target_s": 60},
            {"label": "到达现场", "actual_s": 805, "target_s": 900},
            {"label": "联系家属", "actual_s": 912, "target_s": 900},
            {"label": "救出", "actual_s": None, "target_s": 1800},
        ],
        "timeline": [
            _entry(at(14, 24, 27), "接报：3 栋 1 号梯停在 7、8 层之间，2 人"),
            _entry(at(14, 25, 8), "启动预案，二级响应", "41 秒"),
            _entry(at(14, 46, 37), "联系到家属", "15 分 12 秒，迟 12 秒", late=True),
            _entry(at(14, 47, 0), "误记一条", reason="记错楼栋"),
        ],
        "open_steps": [],
        "whys": ["为什么家属联系迟？先后照看对讲和电话。", "为什么一人承担？14 时换班。"],
        "went_well": "对讲安抚及时。", "went_badly": "", "losses": "", "lessons": "",
        "actions": [
            {"what": "值班表增加双岗交接", "owner_name": "沈敏", "due": dt.date(2026, 12, 2), "verifier_name": "林岚"},
        ],
        "notifications": [
            {"body": "街道办", "means": "电话", "by": "周颖", "at": at(14, 50), "receipt": "JD-11",
             "limit_text": "1 小时", "late": False},
        ],
    }  # fmt: skip


def risk(n: int) -> dict[str, Any]:
    level = ("red", "yellow", "blue", None)[n % 4]
    return {
        "number": f"HQ-R-2026-{n:04d}", "title": f"夏季暴雨导致地下车库进水，{n} 号坡道挡水板缺失", "level": level,
        "family_name": "操作", "department_name": "工程部", "owner_name": "沈敏", "measures_done": n % 3,
        "measures_total": 3, "next_review": dt.date(2026, 12, 1) if n % 5 else None, "status_name": "已开放",
        "flags": ["缺预案"] if level == "red" else [],
    }  # fmt: skip


@pytest.fixture
def risks() -> dict[str, Any]:
    return {
        "heading": "2026 年第四季度物业客服风险清单", "number": "HQ-L-2026-0004",
        "counts": {"red": 3, "yellow": 12, "blue": 20, "total": 35}, "risks": [risk(n) for n in range(12)],
        "heat": [heat(name) for name in ("固有", "现状", "目标")],
        "levels": [["blue"] * 2 + ["yellow"] * 3] * 3 + [["yellow"] * 3 + ["red"] * 2] * 2,
        "moves": [{"from_name": "固有", "to_name": "现状", "down": 9, "up": 2, "aside": 1}],
    }  # fmt: skip


def heat(name: str) -> dict[str, Any]:
    counts = [[0, 0, 0, 4, 0], [0, 0, 7, 0, 0], [0] * 5, [0, 11, 0, 0, 0], [0, 0, 0, 0, 13]]
    return {"name": name, "counts": counts, "inside": 35, "lec": 2, "unscored": 1}


def _topic(n: int, **more: Any) -> dict[str, Any]:
    fields = {"kind_name": "评审逾期", "text": f"公共收益未公示 {n}", "reason": "2026-11-21 应评审。",
              "number": f"HQ-R-2026-{n:04d}", "level": "yellow", "decision": "", "done": False}  # fmt: skip
    return fields | more


@pytest.fixture
def review() -> dict[str, Any]:
    return {
        "review": {
            "number": "HQ-M-2026-0004", "title": "2026 年第四季度排查会", "state_name": "已签字",
            "held_on": dt.date(2026, 12, 20), "place": "二楼会议室", "chair_name": "沈敏", "minutes": "一、通报整改。",
            "frozen_at": at(16, 30, day=25), "is_agenda": False,
        },
        "topics": [
            _topic(1, decision="两周内公示", done=True), _topic(2, done=True),
            _topic(3, level=None, number="", kind_name="投诉热点"),
        ],
        "attendees": ["沈敏", "陈立"],
        "counts": {"topics": 3, "decided": 2, "done": 2, "risks": 35},
    }  # fmt: skip


@pytest.fixture
def snapshot() -> dict[str, Any]:
    return {
        "review": {
            "number": "HQ-M-2026-0004", "title": "2026 年第四季度排查会", "held_on": dt.date(2026, 12, 20),
            "frozen_at": at(16, 30, day=25), "chair_name": "沈敏",
        },
        "counts": {"red": 3, "yellow": 12, "blue": 20, "total": 35},
        "risks": [risk(n) | {"points_text": f"LEC {n}"} for n in range(12)], "attendees": ["沈敏", "陈立"],
    }  # fmt: skip


@pytest.fixture
def comparison() -> dict[str, Any]:
    def moved(n: int, before: str, after: str) -> dict[str, Any]:
        return {
            "number": f"HQ-R-2026-{n:04d}", "title": f"集水井水泵 {n}", "department_name": "工程部",
            "owner_name": "赵鹏", "before_level": "yellow", "before_text": before, "after_level": "red",
            "after_text": after,
        }  # fmt: skip

    side = {"frozen_at": at(16, 30), "total": 35}
    return {
        "heading": "", "before": side | {"name": "第三季度排查会", "number": "HQ-M-2026-0003"},
        "after": side | {"name": "第四季度排查会", "number": "HQ-M-2026-0004"},
        "opened": [risk(1) | {"points_text": "16"}], "closed": [risk(2) | {"points_text": "6"}],
        "up": [moved(3, "9", "20")], "down": [moved(4, "20", "9")], "scored": [moved(5, "", "9")],
        "counts": {"opened": 1, "closed": 1, "up": 1, "down": 1, "scored": 1, "same": 30},
    }  # fmt: skip


@pytest.fixture
def risk_record() -> dict[str, Any]:
    return {
        "risk": risk(12) | {
            "description": "坡道挡水板不足。", "cause": "按旧标准配置。", "consequence": "车辆进水。",
            "current_level": "red", "current_text": "4 × 5 = 20", "playbook_titles": ["暴雨内涝"],
        },
        "measures": [
            {"number": "HQ-A-2026-0031", "what": "增购挡水板", "strand_name": "预防", "owner_name": "陈立",
             "due": dt.date(2026, 10, 1), "state_name": "进行中", "late": True},
        ],
        "events": [{"number": "JX-I-2025-0007", "title": "车库进水", "on": dt.date(2025, 7, 21), "tier_name": "二级"}],
    }  # fmt: skip


@pytest.fixture
def playbook() -> dict[str, Any]:
    def step(n: int, **more: Any) -> dict[str, Any]:
        fields = (
            "action",
            "role",
            "helpers",
            "limit_text",
            "repeat_text",
            "say",
            "never_say",
            "materials_text",
            "mode",
        )
        return {"n": n, "limit_s": 60, "condition": "", **dict.fromkeys(fields, ""), **more}

    return {
        "playbook": {
            "number": "HQ-P-2026-0002", "title": "电梯困人", "version": 3, "tier_name": "二级响应",
            "class_name": "设备故障", "triggers": "接到困人报警。", "coordination": "客服统一口径。",
            "approved_on": dt.date(2026, 9, 1), "state_name": "已批准",
        },
        "steps": [
            step(1, action="确认被困位置", role="客服", limit_text="1 分", say="请告诉我您在几层。"),
            step(2, action="对讲安抚", role="客服", limit_text="90 秒", repeat_text="每 5 分通报", never_say="等着吧"),
            step(3, action="到达现场", role="工程", helpers=["维保", "秩序部"], materials_text="三角钥匙"),
        ],
        "phones": [
            {"role": "消防", "name": "", "phone": "119"},
            {"role": "维保", "name": "王师傅", "phone": "13800138000"},
        ],
        "notifications": [], "tier_note": "到场时限 15 分，宽于二级的 5 分，待确认。",
    }  # fmt: skip


@pytest.fixture
def case() -> dict[str, Any]:
    return {
        "case": {
            "number": "HQ-C-2026-0003", "title": "客服回应“爱住不住”", "family_name": "舆情", "origin_name": "教学场景",
            "happened_text": "2023 年 5 月", "tags": ["绿化", "投诉"], "summary": "态度激化矛盾。",
            "comment": "先处理情绪。",
        },
        "course": [
            {"at": "第 1 天 09:30", "who": "业主", "what": "投诉绿化"},
            {"at": "+10 分", "who": "客服", "what": "顶撞"},
        ],
        "outcome": [{"label": "赔偿", "value": "5,000 元"}],
        "lessons": [{"method": "负面情绪处理四步法", "points": ["倾听", "共情", "道歉", "解决方案"]}],
    }  # fmt: skip


@pytest.fixture
def actions() -> dict[str, Any]:
    row = {"origin_name": "事件", "owner_name": "沈敏", "due": dt.date(2026, 12, 2), "state_name": "进行中"}
    return {
        "heading": "",
        "actions": [{"number": f"A-{n}", "what": "双岗交接", "late": n == 1, **row} for n in range(3)],
    }


@pytest.fixture
def all_data(
    drill: dict[str, Any], incident: dict[str, Any], risks: dict[str, Any], risk_record: dict[str, Any],
    playbook: dict[str, Any], case: dict[str, Any], actions: dict[str, Any], review: dict[str, Any],
    snapshot: dict[str, Any], comparison: dict[str, Any],
) -> dict[str, dict[str, Any]]:  # fmt: skip
    """The data of every kind of record that the shipped forms print, by kind."""
    return {
        "drill": drill, "incident": incident, "risks": risks, "risk": risk_record, "playbook": playbook, "case": case,
        "actions": actions, "review": review, "snapshot": snapshot, "comparison": comparison,
    }  # fmt: skip


class Pages:
    """A finished PDF, read back."""

    def __init__(self, printed: Printed) -> None:
        self.printed = printed
        self.reader = PdfReader(BytesIO(printed.pdf))
        self.texts = [page.extract_text() for page in self.reader.pages]

    @property
    def text(self) -> str:
        """All text without spaces and line ends: where lines break is no matter here."""
        return "".join("".join(self.texts).split())


@pytest.fixture
def show(office: dict[str, Any], printed_at: dt.datetime) -> Any:
    """Prints a form and reads it back."""

    def _show(form: Any, data: Any, **more: Any) -> Pages:
        return Pages(render(form, data, **{"office": office, "printed_at": printed_at, **more}))

    return _show
