"""Words that lists of property offices use for the values of a closed choice, folded.

`SURE` are taken without asking. Numbers of grades (一级 to 四级, Ⅱ, 2) are in neither table: which end is the grave one
differs from list to list, and so does 较大, orange in the national scale, which has no place among three levels.
"""

from __future__ import annotations

SURE: dict[str, dict[str, str]] = {
    "level": {
        "red": "红 红色 红区 重大 重大风险 特别重大 red",
        "yellow": "黄 黄色 黄区 yellow",
        "blue": "蓝 蓝色 蓝区 低 低风险 blue low",
    },
    "grade": {
        "general": "一般 一般隐患 一般事故隐患 轻微 minor general",
        "major": "重大 重大隐患 重大事故隐患 major",
    },
    "state": {
        "open": """
            未完成 未整改 未开始 待整改 未处理 待处理 否 × x 未闭环 未销号 notstarted open todo no
        """,
        "doing": "整改中 进行中 处理中 正在整改 部分完成 部分整改 在办 inprogress doing ongoing",
        "done": """
            已完成 完成 已整改 整改完成 整改完毕 已整改完成 已处理 已落实 是 √ ✓ ✔ 已闭环 100% done completed closed yes
        """,
        "cancelled": "取消 已取消 作废 cancelled canceled",
    },
    "status": {
        "draft": "草稿 拟定 draft",
        "open": "处置中 进行中 未关闭 待处理 开放 open active",
        "monitored": "监控中 监控 受控 已控制 持续监控 monitored monitoring",
        "closed": "已关闭 关闭 已消除 已解除 closed",
    },
    "source": {
        "complaint": "投诉 投诉数据 历史投诉 客户投诉",
        "regulation": "法规 法律法规 法规变化 政策法规",
        "industry": "行业案例 行业 案例",
        "inspection": "检查 巡检 巡查 排查 日常检查 隐患排查",
        "drill": "演练",
        "incident": "事件 事故 突发事件",
        "other": "其他 其它 other",
    },
    "origin": {
        "risk": "风险 风险评估",
        "review": "排查会 评审会 会议 例会",
        "drill": "演练 演练评估",
        "incident": "事件 事故 复盘",
        "inspection": "检查 巡检 巡查 排查 隐患排查 日常检查 专项检查 安全检查",
    },
    "strand": {"prevention": "预防 预防措施", "control": "控制 控制措施", "transfer": "转移 转移措施"},
    "priority": {
        "high": "高 紧急 特急 urgent high",
        "normal": "中 一般 普通 正常 medium normal",
        "low": "低 不急 low",
    },
    "role": {},
}

LEVEL_TRIOS = (
    ("高", "中", "低"), ("高风险", "中风险", "低风险"), ("high", "medium", "low"), ("h", "m", "l"),
    ("高", "中等", "低"), ("高级", "中级", "低级"),
)  # fmt: skip
"""Three words that together are the whole scale of a column: red, yellow, blue. Beside 极高, 高 means less."""

LEVEL_GUESSES = {
    "一般": "yellow", "一般风险": "yellow", "中": "yellow", "中等": "yellow", "medium": "yellow",
    "高": "red", "高风险": "red", "high": "red", "极高": "red", "很高": "red", "critical": "red", "veryhigh": "red",
    "极低": "blue", "很低": "blue", "verylow": "blue", "绿": "blue", "绿色": "blue", "可接受": "blue",
    "可忽略": "blue", "轻微": "blue",
}  # fmt: skip
"""Proposed, for a person to look at."""
