"""The starter content says what source.md says: figures, limits, tiers, cases."""

from __future__ import annotations

import datetime as dt

import pytest

from riskdesk.data import data_path
from riskdesk.domain.action import Action, Strand
from riskdesk.domain.case import Case, CaseOrigin, CaseState, Privacy
from riskdesk.domain.directory import Body, Department
from riskdesk.domain.level import CONSEQUENCES, EXPOSURES, LIKELIHOODS
from riskdesk.domain.playbook import Playbook, PlaybookState, differences
from riskdesk.domain.policy import Duty, Policy
from riskdesk.domain.risk import Risk
from riskdesk.exchange.casebank import Bank, load_bank

HOUR, DAY = 3600, 86_400


@pytest.fixture(scope="module")
def bank() -> Bank:
    return load_bank(data_path("casebank"), dt.datetime(2026, 11, 25, tzinfo=dt.UTC))


@pytest.fixture(scope="module")
def policy(bank: Bank) -> Policy:
    return bank.policy


def test_what_ships(bank: Bank) -> None:
    assert bank.counts == {
        "policy": 1, "department": 5, "body": 9, "playbook": 3, "case": 10, "risk": 18, "action": 19,
        "regulation": 61,
    }  # fmt: skip


# 7.1, 7.4 and chapter 2: the cases

PAID = {
    "greening_rude_reply": 5000,
    "owner_phone_to_decorator": 20_000,
    "work_order_wrong_room": 8000,
    "privacy_verdict_2023": 80_000,
    "urgent_repair_mismarked": 120_000,
    "leak_seven_days": 21_000,
    "lift_response_video": None,
    "lift_entrapment_no_playbook_2023": None,
    "lift_complaint_hung_up": None,
    "public_revenue_unclear": None,
}


def test_what_the_cases_cost(bank: Bank) -> None:
    cents = {key: case.outcome.compensation_cents for key, case in bank.of(Case).items()}
    assert cents == {key: None if yuan is None else yuan * 100 for key, yuan in PAID.items()}


def test_cases_are_industry_cases_that_name_their_chapter(bank: Bank) -> None:
    for key, case in bank.of(Case).items():
        assert case.origin is CaseOrigin.INDUSTRY, key
        assert case.origin_note.startswith("源文件 "), key
        assert case.origin_note.split()[1][0] in "27", key
        assert (case.state, case.privacy) == (CaseState.PUBLISHED, Privacy.NONE), key
        assert case.summary, key
        assert case.course, key
        assert case.outcome.penalty_cents is None, key
        assert case.outcome.injuries is None, key
        assert case.happened_on is None, key
        assert case.comment.startswith("编者按："), key


@pytest.mark.parametrize(
    ("key", "method", "points"),
    [
        ("greening_rude_reply", "负面情绪处理四步法", ("倾听", "共情", "道歉", "解决方案")),
        ("owner_phone_to_decorator", "信息管理三原则", ("非必要不采集", "经授权可使用", "脱敏化存储")),
        ("work_order_wrong_room", "信息核对五要素", ("地址", "房号", "需求", "紧急程度", "联系方式")),
    ],
)
def test_lessons_of_the_three_whole_cases(bank: Bank, key: str, method: str, points: tuple[str, ...]) -> None:
    (lesson,) = bank.of(Case)[key].lessons
    assert (lesson.method, lesson.points) == (method, points)


def test_only_told_lessons(bank: Bank) -> None:
    assert sum(bool(case.lessons) for case in bank.of(Case).values()) == 3


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("greening_rude_reply", ["爱住不住，没人求你", "媒体"]),
        ("owner_phone_to_decorator", ["装修公司", "为完成业绩", "2 万元"]),
        ("work_order_wrong_room", ["3栋502", "3栋501", "锁"]),
        ("lift_response_video", ["抖音", "百万", "环比下降 40%", "新增管理面积签约量"]),
        ("privacy_verdict_2023", ["8 万元"]),
        ("urgent_repair_mismarked", ["消防管道", "12 万元", "紧急报修", "普通报修"]),
        ("lift_entrapment_no_playbook_2023", ["恐慌并报警", "当地媒体曝光"]),
        ("lift_complaint_hung_up", ["我们知道了，等着吧", "挂断电话"]),
        ("leak_seven_days", ["7 天", "2.1 万元", "诉讼费用"]),
        ("public_revenue_unclear", ["不清楚，问财务吧", "住建部门", "通报批评"]),
    ],
)
def test_what_the_cases_tell(bank: Bank, key: str, words: list[str]) -> None:
    case = bank.of(Case)[key]
    text = case.title + case.summary + "".join(entry.what for entry in case.course)
    assert all(word in text for word in words)


def test_years_days_and_apologies(bank: Bank) -> None:
    cases = bank.of(Case)
    assert {key for key, case in cases.items() if case.year == 2023} == {
        "privacy_verdict_2023", "lift_entrapment_no_playbook_2023",
    }  # fmt: skip
    days = {key: case.outcome.days_open for key, case in cases.items()}
    assert {key: count for key, count in days.items() if count} == {"leak_seven_days": 7}
    assert {key for key, case in cases.items() if case.outcome.apology} == {
        "greening_rude_reply", "lift_complaint_hung_up",
    }  # fmt: skip
    assert {case.family for case in cases.values()} == {"opinion", "legal", "operational"}


# 3.4 and 7.2: the tiers

TIERS = {
    "general_1": {Duty.ACTIVATE: 60},
    "general_2": {Duty.ON_SITE: 300, Duty.REPORT_EVERY: 600},
    "general_3": {Duty.RESPOND: 900, Duty.CLOSE: DAY},
    "opinion_1": {Duty.PLAN: 2 * HOUR, Duty.STATEMENT: DAY},
    "opinion_2": {Duty.SOLVE: 48 * HOUR},
    "opinion_3": {Duty.CLOSE: DAY},
}


def test_the_limits_of_the_tiers(policy: Policy) -> None:
    assert {tier.key: {limit.duty: limit.seconds for limit in tier.limits} for tier in policy.tiers} == TIERS


@pytest.mark.parametrize(
    ("key", "lead", "example"),
    [
        ("general_1", "客服", "火灾"), ("general_2", "客服", "电梯困人"), ("general_3", "客服", "一般性投诉"),
        ("opinion_1", "客服总监", "视频曝光"), ("opinion_2", "项目经理", "集中投诉"),
        ("opinion_3", "客服专员", "个别不满"),
    ],
)  # fmt: skip
def test_who_leads_a_tier_and_what_for(policy: Policy, key: str, lead: str, example: str) -> None:
    tier = policy.tier(key)
    assert tier is not None
    assert tier.lead == lead
    assert example in tier.examples
    assert tier.name_en


def test_families_and_scenario_classes(policy: Policy) -> None:
    assert [item.name for item in policy.families] == ["舆情", "法律", "操作", "消防", "设备", "自然灾害"]
    assert [item.name for item in policy.scenario_classes] == ["自然灾害", "设备故障", "群体事件"]
    assert all(item.name_en for item in (*policy.families, *policy.scenario_classes))


def test_numbers_of_the_office(policy: Policy) -> None:
    assert (policy.exam_pass, policy.drill_pass, policy.study_cases) == (80, 85, 10)
    assert (policy.review_days, policy.drill_days, policy.report_seconds) == (90, 90, 24 * HOUR)
    assert "1%" in policy.notes
    assert "2 小时" in policy.notes


def test_every_value_of_a_scale_has_words_in_both_languages(policy: Policy) -> None:
    for name, values in (
        ("likelihood_words", (1, 2, 3, 4, 5)), ("severity_words", (1, 2, 3, 4, 5)),
        ("lec_likelihood_words", LIKELIHOODS), ("lec_exposure_words", EXPOSURES),
        ("lec_consequence_words", CONSEQUENCES),
    ):  # fmt: skip
        grades = getattr(policy, name)
        assert tuple(grade.value for grade in grades) == values, name
        assert all(grade.words and grade.words_en for grade in grades), name


def test_phrases(policy: Policy) -> None:
    assert set(policy.taboo_phrases) == {
        "与我无关", "按规定不能办", "爱住不住，没人求你", "我们知道了，等着吧", "不清楚，问财务吧",
    }  # fmt: skip
    assert policy.empathy_phrases[0] == "我理解您的焦急，我们已立即处理。"


# 7.3: the playbooks


def test_the_lift_playbook(bank: Bank, policy: Policy) -> None:
    lift = bank.of(Playbook)["lift_entrapment"]
    limits = {step.id: step.limit_s for step in lift.steps}
    assert limits == {
        "activate": 60, "call_119": 60, "call_maintenance": 60, "comfort": 60, "on_site": 15 * 60, "freed": None,
        "report": 24 * HOUR,
    }  # fmt: skip
    assert {step.id: step.repeat_s for step in lift.steps if step.repeat_s} == {"comfort": 300}
    report = lift.step("report")
    assert report is not None
    assert report.limit_from == "freed"
    assert (lift.tier, lift.scenario_class) == ("general_2", "equipment")
    (told,) = lift.notifications
    assert (told.body, told.within_s) == ("消防救援", 60)
    (found,) = differences(lift, policy.tier("general_2"))
    assert (found.step_id, found.duty, found.playbook_s, found.tier_s) == ("on_site", Duty.ON_SITE, 900, 300)


def test_the_rainstorm_playbook(bank: Bank) -> None:
    storm = bank.of(Playbook)["rainstorm_flooding"]
    assert {step.id: step.repeat_s for step in storm.steps if step.repeat_s} == {"water_level": HOUR}
    assert [step.id for step in storm.steps] == [
        "activate", "notice", "drainage", "water_level", "garage_calls", "move_cars",
    ]  # fmt: skip
    notice = storm.step("notice")
    assert notice is not None
    assert notice.contact is not None
    assert notice.contact.by == "业主 APP、微信群"
    assert "沙袋领取点" in notice.detail
    assert storm.scenario_class == "natural"


def test_the_fee_dispute_playbook(bank: Bank) -> None:
    dispute = bank.of(Playbook)["fee_dispute"]
    assert {step.id: step.limit_s for step in dispute.steps if step.limit_s} == {"owners_meeting": 48 * HOUR}
    mediation = dispute.step("mediation")
    assert mediation is not None
    assert "未解决" in mediation.condition
    assert [told.body for told in dispute.notifications] == ["街道办"]
    plan = dispute.step("draft_plan")
    assert plan is not None
    assert plan.helpers == ("财务部", "法务部")
    assert dispute.scenario_class == "crowd"


def test_playbooks_are_approved_and_drilled_every_quarter(bank: Bank) -> None:
    for key, playbook in bank.of(Playbook).items():
        assert (playbook.state, playbook.version, playbook.drill_days) == (PlaybookState.APPROVED, 1, 90), key
        assert playbook.approved_by_id == "", key
        assert playbook.review_due is None, key
        assert any(step.say and step.never_say for step in playbook.steps), key
        for step in playbook.steps:
            assert not any(phrase in step.say for phrase in bank.policy.taboo_phrases), step.id


def test_bodies_that_playbooks_name_are_there(bank: Bank) -> None:
    names = {body.name for body in bank.of(Body).values()}
    for playbook in bank.of(Playbook).values():
        assert {told.body for told in playbook.notifications} <= names
    phones = {key: body.phone for key, body in bank.of(Body).items() if body.phone}
    assert phones == {"fire_rescue": "119", "ambulance": "120", "police": "110"}
    assert {department.name for department in bank.of(Department).values()} >= {"客服部", "工程部", "财务部", "法务部"}


# 7.1, 7.2, 5.4: the risks


def test_risks_have_three_levels_and_say_that_they_are_proposals(bank: Bank) -> None:
    for key, risk in bank.of(Risk).items():
        assert risk.inherent.rank >= risk.current.rank >= risk.target.rank > 0, key
        assert "建议" in risk.source_note, key
        assert risk.source_note.startswith("源文件 "), key
        assert risk.department_id, key
        assert (risk.owner_id, risk.site_id) == ("", ""), key
        assert risk.title, key
        assert risk.consequence, key
        assert risk.cause or "成因源文件没有展开" in risk.source_note, key
    levels = [risk.level for risk in bank.of(Risk).values()]
    assert {level.value: levels.count(level) for level in set(levels) if level} == {"red": 4, "yellow": 10, "blue": 4}


def test_seasons(bank: Bank) -> None:
    seasons = {key: risk.season for key, risk in bank.of(Risk).items() if risk.season}
    assert seasons["basement_flooding"] == seasons["summer_pipe_leak"] == (6, 7, 8)
    assert {12, 1, 2} <= set(seasons["winter_heating_complaints"])
    assert len(seasons) == 3


def test_every_case_and_playbook_is_one_click_from_a_risk(bank: Bank) -> None:
    risks = bank.of(Risk).values()
    assert {key for risk in risks for key in risk.case_ids} == set(bank.of(Case))
    assert {key for risk in risks for key in risk.playbook_ids} == set(bank.of(Playbook))


@pytest.mark.parametrize(
    ("key", "strand", "words"),
    [
        ("taboo_list", Strand.PREVENTION, "《客服沟通禁忌清单》"),
        ("law_exam", Strand.PREVENTION, "80 分以上合格"),
        ("double_check", Strand.PREVENTION, "1% 以内"),
        ("opinion_tier_1", Strand.CONTROL, "2 小时内启动公关方案，24 小时内发布官方声明"),
        ("opinion_tier_2", Strand.CONTROL, "48 小时内解决并回访"),
        ("opinion_tier_3", Strand.CONTROL, "24 小时内闭环"),
        ("liability_insurance", Strand.TRANSFER, "物业责任险"),
        ("counsel_contract", Strand.TRANSFER, "2 小时内获得法律支持"),
        ("case_study", Strand.PREVENTION, "10 个案例"),
    ],
)
def test_measures_of_the_three_strands(bank: Bank, key: str, strand: Strand, words: str) -> None:
    measure = bank.of(Action)[key]
    assert measure.strand is strand
    assert words in measure.title + measure.detail
    assert measure.risk_ids


def test_a_measure_may_serve_several_risks(bank: Bank) -> None:
    assert bank.of(Action)["counsel_contract"].risk_ids == (
        "owner_privacy_leak", "public_revenue_disclosure", "fee_dispute_crowd",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("tier", "tasks"),
    [
        ("general_1", ["119", "120", "安保人员", "疏散", "家属"]),
        ("general_2", ["安抚", "情绪", "联系维修人员"]),
    ],
)
def test_what_a_tier_asks_for_besides_its_times(policy: Policy, tier: str, tasks: list[str]) -> None:
    told = "；".join(policy.tier(tier).tasks)  # type: ignore[union-attr]
    assert [task for task in tasks if task not in told] == []


def test_the_injects_of_drills(bank: Bank) -> None:
    lift, fees = (bank.of(Playbook)[key] for key in ("lift_entrapment", "fee_dispute"))
    assert [inject.what for inject in lift.injects] == ["被困人员恐慌", "业主情绪激动"]
    assert [inject.what for inject in fees.injects] == ["业主情绪激动"]
    assert all(inject.giver and inject.receiver and inject.expected for inject in (*lift.injects, *fees.injects))


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("counsel_contract", ["保险+外包", "法律纠纷赔偿金额下降 65%"]),
        ("taboo_list", ["“标准化+培训”双轮驱动"]),
        ("service_metrics", ["响应时长", "一次解决率", "二次投诉率", "增值服务转化率", "20 个"]),
    ],
)
def test_figures_of_the_measures(bank: Bank, key: str, words: list[str]) -> None:
    detail = bank.of(Action)[key].detail
    assert [word for word in words if word not in detail] == []


def test_what_the_notes_of_the_office_tell(policy: Policy) -> None:
    words = ["双轮驱动", "培训师、客服主管、业主代表", "响应时长、一次解决率、二次投诉率、增值服务转化率"]
    assert [word for word in words if word not in policy.notes] == []
