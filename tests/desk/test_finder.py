"""Any record is found by its number, by two characters or by pinyin initials."""

from __future__ import annotations

import pytest

from riskdesk.desk import Desk
from riskdesk.desk.finder import PER_KIND
from riskdesk.domain.action import Action
from riskdesk.domain.case import Case, CourseEntry
from riskdesk.domain.directory import Body, Person, Site
from riskdesk.domain.incident import Incident
from riskdesk.domain.playbook import Playbook, Step
from riskdesk.domain.risk import Risk


@pytest.fixture
def filled(desk: Desk) -> Desk:
    desk.risks.add(Risk(title="电梯困人", family="operational", place="3栋"))
    desk.risks.add(Risk(title="地下室漏水", family="operational", cause="管道老化"))
    course = (CourseEntry(what="客服把号码给了装修公司"),)
    desk.cases.add(Case(title="隐私泄露", family="legal", course=course, tags=("个人信息",)))
    steps = (Step(id="call", action="拨打 119", say="请不要扒门"),)
    desk.playbooks.add(Playbook(title="电梯困人", scenario_class="equipment", steps=steps))
    desk.actions.add(Action(title="更换门锁"))
    desk.incidents.report(Incident(title="Lift stuck in block B", started_at=desk.clock()))
    desk.directory.add(Person(name="陈立", phone="13800138000"))
    desk.directory.add(Body(name="电梯维保单位", phone="0571-8888"))
    desk.directory.add(Site(code="JX", name="锦绣花园"))
    return desk


def found(desk: Desk, text: str) -> list[tuple[str, str]]:
    return [(hit.kind, hit.title) for hit in desk.finder.find(text)]


def test_two_characters_find_every_kind_in_the_order_of_the_loop(filled: Desk) -> None:
    assert found(filled, "电梯") == [("risk", "电梯困人"), ("playbook", "电梯困人"), ("body", "电梯维保单位")]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("漏水", "地下室漏水"), ("老化", "地下室漏水"), ("装修公司", "隐私泄露"), ("个人信息", "隐私泄露"),
        ("扒门", "电梯困人"),
        ("lift", "Lift stuck in block B"), ("STUCK", "Lift stuck in block B"), ("ｌｉｆｔ", "Lift stuck in block B"),
        ("13800138000", "陈立"), ("1380013", "陈立"), ("花园", "锦绣花园"), ("门锁", "更换门锁"),
    ],
)  # fmt: skip
def test_words_anywhere_in_a_record_find_it(filled: Desk, text: str, title: str) -> None:
    assert [told for _, told in found(filled, text)] == [title]


@pytest.mark.parametrize(
    ("initials", "title"),
    [("dxsls", "地下室漏水"), ("dxs", "地下室漏水"), ("ysxl", "隐私泄露"), ("cl", "陈立"), ("JXHY", "锦绣花园")],
)
def test_pinyin_initials_find_a_title(filled: Desk, initials: str, title: str) -> None:
    assert title in [told for _, told in found(filled, initials)]


def test_a_number_finds_its_record_and_no_other(filled: Desk) -> None:
    for hit in filled.finder.find("电梯"):
        if hit.number:
            assert [again.id for again in filled.finder.find(hit.number)] == [hit.id]
            assert hit.id in [again.id for again in filled.finder.find(hit.number.lower())]


@pytest.mark.parametrize("key", ["blocking", "plain", "draft", "operational"])
def test_keys_of_the_program_are_no_words_of_a_record(filled: Desk, key: str) -> None:
    assert found(filled, key) == []


def test_every_word_has_to_be_there(filled: Desk) -> None:
    assert found(filled, "漏水 管道") == [("risk", "地下室漏水")]
    assert found(filled, "漏水 电梯") == []


@pytest.mark.parametrize("text", ["", "  ", '"', "电梯 AND", "-", "*", "NOT", "(电", "'; DROP TABLE risk", "——"])
def test_whatever_is_typed_is_no_syntax(filled: Desk, text: str) -> None:
    filled.finder.find(text)
    assert len(found(filled, "电梯")) == 3


def test_what_is_deleted_is_not_found_until_it_is_back(filled: Desk) -> None:
    (hit,) = filled.finder.find("漏水")
    filled.risks.delete(hit.id)
    assert filled.finder.find("漏水") == []
    filled.undo_stack.undo()
    assert filled.finder.find("漏水") == [hit]


def test_an_edited_record_is_found_by_its_new_words_alone(filled: Desk) -> None:
    (hit,) = filled.finder.find("漏水")
    base = filled.risks.get(hit.id)
    filled.risks.save(base.changed(title="地下室积水"), base)
    assert filled.finder.find("漏水") == []
    assert [again.id for again in filled.finder.find("积水")] == [hit.id]
    assert [again.id for again in filled.finder.find("dxsjs")] == [hit.id]
    filled.undo_stack.undo()
    assert [again.id for again in filled.finder.find("漏水")] == [hit.id]


def test_no_kind_crowds_out_the_others(filled: Desk) -> None:
    for number in range(PER_KIND + 3):
        filled.risks.add(Risk(title=f"电梯故障 {number}", family="operational"))
    kinds = [kind for kind, _ in found(filled, "电梯")]
    assert (kinds.count("risk"), kinds.count("playbook"), kinds.count("body")) == (PER_KIND, 1, 1)
    assert kinds[:4] == ["risk", "risk", "playbook", "body"]


def test_a_word_of_the_title_ranks_before_one_of_the_text(filled: Desk) -> None:
    filled.risks.add(Risk(title="巡检不足", family="operational", description="漏水没有发现，漏水再次漏水" * 3))
    assert [title for _, title in found(filled, "漏水")] == ["地下室漏水", "巡检不足"]


def test_a_hit_says_where_or_under_which_phone(filled: Desk) -> None:
    notes = {
        hit.title: hit.note for text in ("困人", "陈立") for hit in filled.finder.find(text) if hit.kind != "playbook"
    }
    assert notes == {"电梯困人": "3栋", "陈立": "13800138000"}
