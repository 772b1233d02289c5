from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from riskdesk.domain.errors import Cancelled
from riskdesk.printing import FormError, Forms, render, render_many
from riskdesk.printing.form import Form, parse_form

HEAD = 'number = "T-1"\nversion = 2\nkey = "t"\ntitle = "试"\nrecord = "case"\n'


def small(body: str, head: str = HEAD) -> Form:
    from pathlib import Path

    return parse_form(head + body, Path("t.toml"))


def text_form(text: str) -> Form:
    return small(f"[[block]]\ntype = \"text\"\ntext = '''{text}'''\n")


def test_same_arguments_give_the_same_bytes(forms: Forms, all_data: dict[str, Any], show: Any) -> None:
    for form in forms.values():
        data = all_data[form.record]
        assert show(form, data).printed.pdf == show(form, data).printed.pdf


def test_print_time_is_an_argument(forms: Forms, drill: Any, show: Any) -> None:
    later = dt.datetime(2027, 1, 2, 3, 4, tzinfo=dt.timezone(dt.timedelta(hours=8)))
    page = show(forms["drill_checklist"], drill, printed_at=later)
    assert "打印2027-01-0203:04" in page.text
    assert page.reader.metadata is not None
    assert page.reader.metadata["/CreationDate"].startswith("D:20270102030400")


def test_title_author_and_language_are_set(forms: Forms, drill: Any, show: Any) -> None:
    page = show(forms["drill_checklist"], drill)
    assert page.reader.metadata is not None
    assert page.reader.metadata.title == "应急演练检查表 JX-D-2026-0026"
    assert page.reader.metadata.author == "锦绣物业"
    assert page.reader.trailer["/Root"]["/Lang"] == "zh-CN"
    assert show(forms["drill_checklist"], drill, language="en").reader.trailer["/Root"]["/Lang"] == "en"


def test_every_font_is_embedded_and_a_subset(forms: Forms, all_data: dict[str, Any], show: Any) -> None:
    for form in forms.values():
        page = show(form, all_data[form.record])
        assert len(page.printed.pdf) < 200_000
        for fonts in (sheet["/Resources"]["/Font"] for sheet in page.reader.pages):
            for font in fonts.values():
                assert "NotoSansSC" in font.get_object()["/BaseFont"]
                assert "/FontFile2" in font.get_object()["/FontDescriptor"]


def test_times_are_shown_in_the_zone_of_the_site(forms: Forms, incident: Any, show: Any, office: Any) -> None:
    assert "14:24:27" in show(forms["incident_report"], incident).text
    elsewhere = show(forms["incident_report"], incident, office=office | {"zone": "Asia/Tokyo"})
    assert "15:24:27" in elsewhere.text
    assert "15:20" in elsewhere.text  # the print time too


HOSTILE = [
    "<b>粗</b> & &amp; <",
    '<img src="file:///etc/passwd"/>',
    "{{ 7*7 }} {% raw %} {# x #}",
    "<br/><para>unclosed",
    "a<b && c>d \\(x) \\n",
    "]]> <!-- --> <![CDATA[",
]


@pytest.mark.parametrize("typed", HOSTILE)
def test_what_people_typed_prints_as_typed(typed: str, show: Any) -> None:
    wanted = "".join(typed.split())
    for source in ("{{ case.title }}", "甲 {{ case.title }} 乙", "<b>{{ case.title }}</b>丙"):
        assert wanted in show(text_form(source), {"case": {"title": typed}}).text
    table = small('[[block]]\ntype = "table"\nrows = "course"\n[[block.column]]\nvalue = "{{ row.what }}"\n')
    assert wanted in show(table, {"course": [{"what": typed}]}).text


def test_hostile_text_in_every_field_of_every_form(forms: Forms, all_data: dict[str, Any], show: Any) -> None:
    def spoil(value: Any) -> Any:
        if isinstance(value, str) and value not in ("red", "yellow", "blue"):
            return value + "<i>{{ 7*7 }}&"
        if isinstance(value, dict):
            return {key: spoil(inner) for key, inner in value.items()}
        return [spoil(inner) for inner in value] if isinstance(value, list) else value

    for form in forms.values():
        text = show(form, spoil(all_data[form.record])).text
        assert "<i>{{7*7}}&" in text
        assert "49&" not in text


def test_marks_of_the_form_itself_count(show: Any) -> None:
    page = show(text_form("一<b>二</b><br>三 < 四"), {"case": {}})
    assert "一二" in page.text
    assert "三<四" in page.text
    assert "<b>" not in page.text
    assert any("Bold" in f.get_object()["/BaseFont"] for f in page.reader.pages[0]["/Resources"]["/Font"].values())


def test_missing_characters_are_drawn_as_a_geta_and_listed(show: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("riskdesk.printing.fonts.fallback", lambda character: None)
    page = show(text_form("{{ case.title }}"), {"case": {"title": "张𠮷🔥，☑ 完成"}})
    assert page.printed.missing == "☑🔥𠮷"
    assert page.text.count("〓") == 3
    assert show(text_form("普通"), {"case": {}}).printed.missing == ""


def test_missing_data_print_as_nothing(forms: Forms, show: Any) -> None:
    for form in forms.values():
        page = show(form, {})
        assert page.printed.pages == 1
        assert "None" not in page.text
        assert "Undefined" not in page.text


def test_pages_are_numbered_and_heads_repeat(forms: Forms, risks: dict[str, Any], show: Any) -> None:
    rows = [dict(risks["risks"][0], number=f"R-{n}") for n in range(200)]
    page = show(forms["risk_list"], risks | {"risks": rows, "heat": []})
    total = page.printed.pages
    assert total == len(page.reader.pages) > 5
    for number, text in enumerate(page.texts, 1):
        flat = "".join(text.split())
        assert f"第{number}/{total}页" in flat
        assert "下次评审" in flat
        assert "HQ-L-2026-0004" in flat
    numbers = [n for n in range(200) if f"R-{n}▲" in page.text]
    assert len(numbers) == 200


def test_a_row_taller_than_a_page_is_split_and_nothing_lost(forms: Forms, drill: dict[str, Any], show: Any) -> None:
    drill["rows"][1]["what"] = "".join(f"第{n}句。" for n in range(1500))
    page = show(forms["drill_checklist"], drill)
    assert page.printed.pages > 2
    lost = [n for n in range(1500) if f"第{n}句" not in page.text]
    assert len(lost) < page.printed.pages  # those that a page's foot stands in the middle of
    assert all("演练DRILL" in "".join(text.split()) for text in page.texts)


def test_an_action_card_takes_one_page(forms: Forms, playbook: dict[str, Any], show: Any) -> None:
    for count in (1, 3, 12, 18):
        steps = [dict(playbook["steps"][n % 3], n=n + 1) for n in range(count)]
        page = show(forms["action_card"], playbook | {"steps": steps})
        assert page.printed.pages == 1
        assert "13800138000" in page.text


def test_progress_is_told_and_cancel_obeyed(forms: Forms, risks: Any, office: Any, printed_at: dt.datetime) -> None:
    data = risks | {"risks": risks["risks"] * 50}
    told: list[tuple[int, int]] = []
    asked = 0

    def cancel() -> bool:
        nonlocal asked
        asked += 1
        return asked > 3

    def tell(done: int, total: int) -> None:
        told.append((done, total))

    render(forms["risk_list"], data, office=office, printed_at=printed_at, progress=tell)
    assert len(told) > 10
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]
    assert len({total for _, total in told}) == 1
    with pytest.raises(Cancelled):
        render(forms["risk_list"], data, office=office, printed_at=printed_at, cancelled=cancel)


def test_two_threads_print_at_once(forms: Forms, all_data: Any, show: Any) -> None:
    from concurrent.futures import ThreadPoolExecutor

    alone = [show(form, all_data[form.record]).printed.pdf for form in forms.values()]
    with ThreadPoolExecutor(4) as pool:
        at_once = list(pool.map(lambda form: show(form, all_data[form.record]).printed.pdf, [*forms.values()] * 3))
    assert at_once == alone * 3


def test_a_batch_is_one_file_with_page_numbers_of_its_own(
    forms: Forms, drill: Any, incident: Any, office: Any, printed_at: dt.datetime, show: Any
) -> None:
    from io import BytesIO

    from pypdf import PdfReader

    prints = [
        (forms["drill_checklist"], drill),
        (forms["incident_report"], incident),
        (forms["drill_checklist"], drill),
    ]
    done = render_many(prints, office=office, printed_at=printed_at)
    texts = ["".join(page.extract_text().split()) for page in PdfReader(BytesIO(done.pdf)).pages]
    assert done.pages == len(texts) == 3
    assert all("第1/1页" in text for text in texts)
    assert [("演练DRILL" in text) for text in texts] == [True, False, True]


def test_an_expression_that_fails_on_the_data_names_its_line() -> None:
    form = small('[[block]]\ntype = "text"\ntext = "x"\n\n[[block]]\ntype = "text"\ntext = "{{ 1 // case.level }}"\n')
    with pytest.raises(FormError) as caught:
        render(form, {"case": {"level": 0}}, office={}, printed_at=dt.datetime(2026, 1, 1))
    problem = caught.value.problem
    assert (problem.line, problem.field) == (12, "block.2.text.zh")
    assert "ZeroDivisionError" in str(problem)


def test_an_office_without_name_or_logo_and_with_a_damaged_one_prints(forms: Forms, drill: Any, show: Any) -> None:
    assert show(forms["drill_checklist"], drill, office={}).printed.pages == 1
    assert show(forms["drill_checklist"], drill, office={"logo": b"no picture"}).printed.pages == 1


def test_pydantic_objects_are_read_by_attribute(show: Any) -> None:
    from pydantic import BaseModel

    class Case(BaseModel):
        title: str = "对象"

    assert "对象" in show(text_form("{{ case.title }}"), {"case": Case()}).text


def test_nothing_of_reportlab_is_loaded_before_the_first_print() -> None:
    import subprocess
    import sys

    code = "import sys; from riskdesk.printing import load_forms; load_forms(); print('reportlab' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
