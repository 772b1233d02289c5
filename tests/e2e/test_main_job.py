"""A new user's first morning: from a file that does not exist yet to a printed incident report."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader

from riskdesk.desk import Desk
from riskdesk.domain.action import Action, ActionOrigin, ActionState
from riskdesk.domain.directory import Person, Site
from riskdesk.domain.drill import Drill
from riskdesk.domain.incident import EntryKind, Incident
from riskdesk.domain.level import Matrix
from riskdesk.domain.playbook import Inject
from riskdesk.domain.risk import Risk
from riskdesk.store import Query
from riskdesk.store.check import check
from tests.conftest import Clock

HOSTILE = '<b>粗</b> & <img src="file:///etc/passwd"/> {{ 7*7 }} =1+1'


def text_of(pdf: bytes, folder: Path) -> str:
    file = folder / "printed.pdf"
    file.write_bytes(pdf)
    return "\n".join(page.extract_text() for page in PdfReader(file).pages)


def test_the_main_job(tmp_path: Path, clock: Clock) -> None:
    desk = Desk.open(tmp_path / "office.riskdesk", site="JX")
    desk.clock = clock
    desk.starter.load()
    site = desk.directory.add(Site(code="JX", name="锦绣花园")).value
    officer = desk.directory.add(Person(name="沈敏", post="安全主管", duties=("客服",), phone="13700000000")).value
    other = desk.directory.add(Person(name="林岚")).value
    desk.person = officer.id

    # Edit a risk, and take it back.
    risk = desk.store.records(Risk, Query("电梯困人"))[0]
    edited = desk.risks.save(risk.changed(owner_id=officer.id, place=HOSTILE), risk).value
    desk.risks.rescore(edited.id, "current", Matrix(likelihood=2, severity=3))
    desk.undo_stack.undo()
    assert desk.risks.get(risk.id).current == risk.current
    assert desk.risks.get(risk.id).owner_id == officer.id

    # Find a case by two characters.
    assert any("电梯" in hit.title for hit in desk.finder.find("困人") if hit.kind == "case")

    # A playbook on the wall, a drill checklist for this afternoon.
    playbook = next(p for p in desk.playbooks.all() if "电梯困人" in p.title)
    card = desk.prints.record("action_card", playbook.id)
    assert card.pages == 1
    assert "119" in text_of(card.pdf, tmp_path)
    drill = desk.drills.add(
        Drill(title="夜间电梯困人", playbook_id=playbook.id, site_id=site.id, planned_on=desk.today, lead_id=officer.id,
              injects=(Inject(id="i1", at_s=360, what="被困人员恐慌"),))
    ).value  # fmt: skip
    whole = text_of(desk.prints.record("drill_checklist", drill.id).pdf, tmp_path)
    assert "DRILL" in whole
    assert "被困人员恐慌" in whole
    assert "演练停止" in whole
    for_role = text_of(desk.prints.record("drill_checklist", drill.id, role="客服").pdf, tmp_path)
    assert "被困人员恐慌" not in for_role

    # An incident against the clock.
    incident = desk.incidents.report(
        Incident(title="3 栋电梯困人", site_id=site.id, place=HOSTILE, playbook_id=playbook.id, started_at=clock(),
                 affected=2, risk_ids=(risk.id,))
    ).value  # fmt: skip
    steps = incident.plan.steps
    clock.on(seconds=41)
    desk.incidents.log(incident.id, EntryKind.STEP_DONE, "启动预案", step_id=steps[0].id)
    clock.on(minutes=20)
    arrive = next(step for step in steps if step.limit_s == 900)
    desk.incidents.log(incident.id, EntryKind.STEP_DONE, "到场", step_id=arrive.id)
    wrong = desk.incidents.log(incident.id, EntryKind.NOTE, "写错的一条").value
    desk.incidents.strike(wrong.id, "看错了楼栋")
    desk.incidents.close(incident.id, "两人救出，无人受伤")
    late = next(s for s in desk.incidents.statuses(desk.incidents.get(incident.id)) if s.step.id == arrive.id)
    assert late.late_s == 41 + 20 * 60 - 900

    # The report, its measure, and who confirms it.
    closed = desk.incidents.get(incident.id)
    desk.incidents.save(
        closed.changed(report={"summary": HOSTILE, "whys": ["一人当班"], "root_cause": "交接无规定"}), closed
    )
    measure = desk.actions.add(
        Action(title="增加双岗交接", origin=ActionOrigin.INCIDENT, incident_id=incident.id, owner_id=officer.id)
    ).value
    desk.actions.finish(measure.id, "值班表已改")
    desk.actions.confirm(measure.id, other.id)
    assert desk.actions.get(measure.id).state is ActionState.VERIFIED
    printed = desk.prints.record("incident_report", incident.id)
    report = text_of(printed.pdf, tmp_path)
    for words in ("3 栋电梯困人", "写错的一条", "看错了楼栋", "交接无规定", "增加双岗交接", "root:"):
        assert (words in report) == (words != "root:"), words
    assert '<img src="file:///etc/passwd"/>' in report.replace("\n", "")
    assert "{{ 7*7 }}" in report
    assert "49" not in report.split("{{ 7*7 }}")[0][-10:]

    # Everything is one click apart, and the file is whole.
    around = {(n.kind, n.title) for n in desk.links.around(desk.incidents.get(incident.id))}
    assert {("playbook", playbook.title), ("risk", risk.title), ("action", "增加双岗交接")} <= around
    desk.close()
    assert check(tmp_path / "office.riskdesk").sound
