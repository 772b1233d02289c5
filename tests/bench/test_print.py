"""How fast printing is, beside reportlab's own table of the same rows in the same run. No test fails on a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from io import BytesIO
from time import perf_counter
from typing import Any

import pytest

from riskdesk.printing import Forms, load_forms, render

OFFICE = {"name": "锦绣物业", "department": "安全管理部", "site": "锦绣花园"}
AT = dt.datetime(2026, 11, 25, 14, 20, tzinfo=dt.timezone(dt.timedelta(hours=8)))
LEVELS = {"red": "▲ 红", "yellow": "◆ 黄", "blue": "● 蓝"}


def risk(n: int) -> dict[str, Any]:
    return {
        "number": f"HQ-R-2026-{n:04d}", "level": list(LEVELS)[n % 3], "flags": [],
        "title": f"夏季暴雨导致地下车库进水，{n} 号坡道挡水板缺失，物资未清点（见 RISK-{n}）",
        "family_name": "操作", "department_name": "工程部", "owner_name": ("沈敏", "高峰", "陈立")[n % 3],
        "measures_done": n % 3, "measures_total": 3, "next_review": dt.date(2026, 12, 1 + n % 28),
        "status_name": "已开放",
    }  # fmt: skip


RISKS = [risk(n) for n in range(1000)]
LIST = {"heading": "", "counts": {"red": 334, "yellow": 333, "blue": 333, "total": 1000}, "risks": RISKS}
WIDTHS = [91, 51, 290, 54, 77, 57, 54, 67, 48]


@pytest.fixture(scope="module")
def forms() -> Forms:
    return load_forms()


def bare_table(wrapped: bool) -> bytes:
    """The same rows in reportlab's LongTable, cells wrapped as Chinese paragraphs or plain strings."""
    from reportlab.lib.colors import grey
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate

    from riskdesk.printing.fonts import family

    name = family().regular.name
    style = ParagraphStyle("cell", fontName=name, fontSize=9, leading=13.3, wordWrap="CJK")
    cells = [
        [r["number"], LEVELS[r["level"]], r["title"], r["family_name"], r["department_name"], r["owner_name"],
         f"{r['measures_done']} / {r['measures_total']}", r["next_review"].isoformat(), r["status_name"]]
        for r in RISKS
    ]  # fmt: skip
    rows = [[Paragraph(cell, style) if wrapped else cell for cell in row] for row in cells]
    out = BytesIO()
    table = LongTable(
        rows,
        colWidths=WIDTHS,
        repeatRows=1,
        style=[("GRID", (0, 0), (-1, -1), 0.5, grey), ("FONT", (0, 0), (-1, -1), name, 9)],
    )
    SimpleDocTemplate(out, pagesize=landscape(A4), leftMargin=20, rightMargin=20, invariant=1).build([table])
    return out.getvalue()


def seconds(work: Callable[[], Any], rounds: int = 3) -> float:
    """The best of some rounds."""
    times = []
    for _ in range(rounds):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return min(times)


@pytest.mark.timeout(300)
def test_risk_list_of_1000_rows(benchmark: Any, forms: Forms) -> None:
    printed = benchmark.pedantic(
        render, (forms["risk_list"], LIST), {"office": OFFICE, "printed_at": AT}, rounds=5, warmup_rounds=1
    )
    assert printed.pages > 20
    best = benchmark.stats.stats.min
    benchmark.extra_info["against_wrapped_cells"] = round(best / seconds(lambda: bare_table(True)), 2)
    benchmark.extra_info["against_plain_cells"] = round(best / seconds(lambda: bare_table(False)), 2)
    print(benchmark.extra_info)


def test_checklist_of_one_page(benchmark: Any, forms: Forms) -> None:
    rows = [
        {"n": n, "what": f"第 {n} 步：对讲安抚，告知不要扒门", "role": "客服", "limit_text": "1 分", "inject": n == 5}
        for n in range(1, 12)
    ]
    criteria = [{"name": name, "weight": 30} for name in ("流程规范性", "沟通有效性", "问题解决效率")]
    drill = {
        "number": "JX-D-2026-0026",
        "title": "夜间电梯困人",
        "briefing": "维保在场",
        "stop_word": "停",
        "pass_mark": 85,
    }
    data = {"drill": drill, "rows": rows, "moments": ["开始", "到场", "结束"], "criteria": criteria}
    printed = benchmark(render, forms["drill_checklist"], data, office=OFFICE, printed_at=AT)
    assert printed.pages == 1


def test_forms_are_checked_at_start(benchmark: Any) -> None:
    assert not benchmark(load_forms).problems


def test_line_breaking(benchmark: Any) -> None:
    from riskdesk.printing.linebreak import break_lines

    text = "夏季暴雨导致地下车库进水，坡道挡水板缺失（见 RISK-2026），请拨打 13800138000。" * 25
    advances = [500 if c < "\u2000" else 1000 for c in text]
    lines = benchmark(break_lines, text, advances, 24_000)
    benchmark.extra_info["characters"] = len(text)
    assert len(lines) > 30
